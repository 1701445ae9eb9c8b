import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['the same word', 'aufs', 'aufs', 0],
  ['a letter added', 'overlay', 'overlays', 1],
  ['a letter replaced', 'btrfs', 'bterfs', 1],
  ['two neighbours swapped', 'btrfs', 'btfrs', 1],
  ['another word', 'zfs', 'vfs2', 2],
  ['no letter at all', '', 'zfs', 3],
])('%s', (_, a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
});

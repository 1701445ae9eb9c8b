import { expect, test } from 'vitest';
import { editAddress, historyAddress, lineAddress } from './edit.ts';

const repository = { repository: 'owner/name', branch: 'trunk' };

test('a page is edited in the file that it was made of, on the branch of the site', () => {
  expect(editAddress('content/posts/a.md', repository)).toBe(
    'https://github.com/owner/name/edit/trunk/content/posts/a.md',
  );
});

test('a line of a file is shown on the same branch', () => {
  expect(lineAddress('content/drivers/a.yaml', 12, repository)).toBe(
    'https://github.com/owner/name/blob/trunk/content/drivers/a.yaml#L12',
  );
});

test('the history of a file is read on its branch', () => {
  expect(historyAddress('content/drivers/a.yaml', repository)).toBe(
    'https://github.com/owner/name/commits/trunk/content/drivers/a.yaml',
  );
});

test('a file with an umlaut and a space in its name has an address', () => {
  expect(new URL(editAddress('content/docs/für mich.md', repository)).pathname).toBe(
    '/owner/name/edit/trunk/content/docs/f%C3%BCr%20mich.md',
  );
});

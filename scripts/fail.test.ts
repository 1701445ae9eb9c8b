import { existsSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reasonsOf } from './fail.ts';

test.runIf(existsSync('/dev/full'))(
  'a full disk is named with the next step, also where Astro says nothing itself',
  () => {
    let full: unknown;
    try {
      writeFileSync('/dev/full', 'a');
    } catch (error) {
      full = error;
    }
    const said = ['ENOSPC: no space left on device, write', 'Make room on its disk, then run the command again.'];
    expect(reasonsOf(full)).toEqual(said);
    expect(reasonsOf(new Error('', { cause: full }))).toEqual(said);
  },
);

test('another error says what it says', () => {
  expect(reasonsOf(new Error('There is no page.', { cause: new Error('inner') }))).toEqual(['There is no page.']);
});

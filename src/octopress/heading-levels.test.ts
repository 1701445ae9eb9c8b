import { expect, test } from 'vitest';
import { newLevels } from './heading-levels.ts';

function levels(...old: number[]): number[] {
  return [...newLevels(old.map((level, at) => ({ at, level }))).values()];
}

test.each([
  ['levels that begin with 2 and go down by one stay', [2, 3, 4, 3, 2, 3], [2, 3, 4, 3, 2, 3]],
  ['a text with headings of level 1 goes down by one', [1, 2, 1, 2, 3], [2, 3, 2, 3, 4]],
  ['a text that begins with level 3 goes up', [3, 4, 3], [2, 3, 2]],
  ['a level that is left out is closed up', [2, 4, 4, 2], [2, 3, 3, 2]],
  ['a heading belongs to the last one above it, whatever its number', [2, 4, 3], [2, 3, 3]],
  ['a heading above the first begins anew', [3, 2, 3], [2, 2, 3]],
  ['six levels below the title become five', [1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]],
])('%s', (_, old, fresh) => {
  expect(levels(...old)).toEqual(fresh);
});

test('a post without headings has no levels', () => {
  expect(newLevels([]).size).toBe(0);
});

import { expect, test } from 'vitest';
import { namesIn } from './categories.ts';

test.each([
  ['a b', ['a', 'b']],
  ['one thing, another', ['one thing', 'another']],
  [
    ['one thing', 'another'],
    ['one thing', 'another'],
  ],
  [
    [['a', 'b'], 'c'],
    ['a', 'b', 'c'],
  ],
  [
    [2012, true, null],
    ['2012', 'true'],
  ],
  [2012, ['2012']],
  ['', []],
  [undefined, []],
  [{ a: 1 }, []],
  ['a a b', ['a', 'b']],
])('%j names %j', (value, names) => {
  expect(namesIn(value)).toEqual(names);
});

import { expect, test } from 'vitest';
import { categoriesOf, namesIn } from './categories.ts';

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

test.each([
  ['_posts/2014-07-24-a.md', { categories: 'a b' }, ['a', 'b']],
  ['_posts/2014-07-24-a.md', { category: ' two words ' }, ['two words']],
  ['_posts/2014-07-24-a.md', { category: ['a', 'two words'] }, ['a', 'two words']],
  ['_posts/2014-07-24-a.md', { category: '' }, []],
  ['linux/storage/_posts/2014-07-24-a.md', { categories: ['a'], category: 'b' }, ['linux', 'storage', 'a', 'b']],
])('a post at %s with %j has the categories %j', (inside, values, names) => {
  expect(categoriesOf(inside, values)).toEqual(names);
});

import { expect, test } from 'vitest';
import { plural } from './plural.ts';

test.each([
  [0, '0 pages'],
  [1, '1 page'],
  [2, '2 pages'],
])('%i is %s', (count, words) => {
  expect(plural(count, 'one: # page | other: # pages', 'en')).toBe(words);
});

test.each([
  [0, 'لا صفحات'],
  [1, 'صفحة'],
  [2, 'صفحتان'],
  [3, '3 صفحات'],
  [11, '11 صفحة'],
  [100, '100 صفحة'],
])('%i takes its own of the six forms of Arabic', (count, words) => {
  const forms = 'zero: لا صفحات | one: صفحة | two: صفحتان | few: # صفحات | many: # صفحة | other: # صفحة';
  expect(plural(count, forms, 'ar')).toBe(words);
});

test('a language with fewer forms writes only those it has', () => {
  expect(plural(1, 'other: #ページ', 'ja')).toBe('1ページ');
  expect(plural(2, 'one: # lehekülg | other: # lehekülge: kõik', 'et')).toBe('2 lehekülge: kõik');
});

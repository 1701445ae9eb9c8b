import { expect, test } from 'vitest';
import type { Problem } from './problem.ts';
import { list, summarise } from './summary.ts';

const problem = (file: string, rule = 'rule'): Problem => ({
  file,
  line: 1,
  column: 1,
  rule,
  message: 'Wrong.',
  hint: 'Right.',
});

test.each([
  [[], 1, 'Content is sound: 1 file.'],
  [[], 30, 'Content is sound: 30 files.'],
  [['a'], 30, '1 problem in 1 file.'],
  [['a', 'a', 'b'], 30, '3 problems in 2 files.'],
])('problems in %j of %i files read well', (files, count, words) => {
  expect(
    summarise(
      files.map((file) => problem(file)),
      count,
    ),
  ).toBe(words);
});

test('many problems are counted by rule, the most frequent first', () => {
  const all = [
    ...Array.from({ length: 5 }, () => problem('a', 'image-alt')),
    ...Array.from({ length: 15 }, () => problem('b', 'broken-link')),
  ];
  expect(summarise(all, 30)).toBe('20 problems in 2 files: 15 broken-link, 5 image-alt.');
});

test('rules that are broken equally often are named by the alphabet', () => {
  const all = ['vague-link', 'image-alt'].flatMap((rule) => Array.from({ length: 10 }, () => problem('a', rule)));
  expect(summarise(all, 30)).toBe('20 problems in 1 file: 10 image-alt, 10 vague-link.');
});

test('the fifty-first problem of a rule is counted, and those of other rules are told all the same', () => {
  const all = [...Array.from({ length: 52 }, () => problem('a', 'image-alt')), problem('b', 'broken-link')];
  const lines = list(all);
  expect(lines).toHaveLength(52);
  expect(lines.slice(-2)).toEqual([
    'b:1:1  broken-link  Wrong. Right.',
    '2 more of the same rules. `npm run check:content` prints all of them.',
  ]);
});

test('up to fifty problems of a rule are all told', () => {
  expect(list(Array.from({ length: 50 }, () => problem('a')))).toHaveLength(50);
});

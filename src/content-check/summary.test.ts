import { expect, test } from 'vitest';
import type { Problem } from './problem.ts';
import { summarise } from './summary.ts';

const problem = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  rule: 'rule',
  message: 'Wrong.',
  hint: 'Right.',
});

test.each([
  [[], 1, 'Content is sound: 1 file.'],
  [[], 30, 'Content is sound: 30 files.'],
  [['a'], 30, '1 problem in 1 file.'],
  [['a', 'a', 'b'], 30, '3 problems in 2 files.'],
])('problems in %j of %i files read well', (files, count, words) => {
  expect(summarise(files.map(problem), count)).toBe(words);
});

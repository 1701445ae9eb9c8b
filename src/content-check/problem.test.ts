import { expect, test } from 'vitest';
import { formatProblem, sortProblems } from './problem.ts';
import type { Problem } from './problem.ts';

const problem = (place: Partial<Problem>): Problem => ({
  file: 'a.md',
  line: 1,
  column: 1,
  rule: 'rule',
  message: 'Wrong.',
  hint: 'Write it right.',
  ...place,
});

test('a problem is one line that editors and terminals can follow', () => {
  expect(formatProblem(problem({ line: 3, column: 7 }))).toBe('a.md:3:7  rule  Wrong. Write it right.');
});

test('problems are sorted by file, then line and column as numbers, then rule', () => {
  const sorted = [
    problem({ line: 2, column: 9 }),
    problem({ line: 2, column: 10 }),
    problem({ line: 10 }),
    problem({ line: 10, rule: 'rules' }),
    problem({ file: 'b.md' }),
  ];
  expect(sortProblems(sorted.toReversed())).toEqual(sorted);
});

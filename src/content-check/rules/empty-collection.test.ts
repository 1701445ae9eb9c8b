import { expect, test } from 'vitest';
import { check } from '../../../tests/fixtures/content-tree.ts';
import { checkContent } from '../../content.check.node.ts';
import { formatProblem } from '../problem.ts';

test('a collection without files is named at its folder', async () => {
  const { problems } = await check({ 'content/docs/find.md': undefined });
  expect(problems.map(formatProblem)).toEqual([
    'content/docs:1:1  empty-collection  There is nothing here, and pages are made from it. Add a file that ends in `.md` or `.mdx`.',
  ]);
});

test('a collection that is one file is named at that file', async () => {
  const { problems } = await check({ 'content/facts.yaml': undefined });
  expect(problems.map(formatProblem)).toEqual([
    'content/facts.yaml:1:1  empty-collection  There is nothing here, and pages are made from it. Write the file.',
  ]);
});

test('a folder without any content at all is a list of problems and no failure', async () => {
  const { problems, files } = await checkContent('/nowhere');
  expect(files).toBe(0);
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['empty-collection', 'missing-icon']));
});

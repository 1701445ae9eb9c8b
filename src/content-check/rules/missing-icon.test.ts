import { expect, test } from 'vitest';
import { check } from '../../../tests/fixtures/content-tree.ts';
import { formatProblem } from '../problem.ts';

test('a site without its sign is told where to put it', async () => {
  const { problems } = await check({ 'public/icon.svg': undefined });
  expect(problems.map(formatProblem)).toEqual([
    'public/icon.svg:1:1  missing-icon  There is no such file, and the other icons and the pictures for previews of links are drawn from it. Put the sign of the site there, as SVG.',
  ]);
});

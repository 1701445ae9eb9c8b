import { expect, test } from 'vitest';
import { check, engine, expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const compare = (asOf: string) => post(`<Compare drivers="docker-aufs" facts="copy_up" asOf="${asOf}" />\n`);

test('a comparison as of no day and no release is named at its attribute', () =>
  expectProblems(
    { 'content/posts/a.mdx': compare('‸long ago') },
    'unknown-moment  `long ago` is no moment of the past. Write a day such as `2014-07-24`, a month such as `July 2014`, or a release such as `Docker 17.06`.',
  ));

test.each(['2014-07-24', 'July 2014', 'Docker 1.1'])('a comparison as of %s is fine', (asOf) =>
  expectProblems({ 'content/posts/a.mdx': compare(asOf) }),
);

test('a release may stand in a file that can not be read yet', async () => {
  const { problems } = await check({
    'content/posts/a.mdx': compare('Docker 1.1'),
    'content/engines/docker.yaml': engine().replace('role: engine', 'role: egnine'),
  });
  expect(problems.map(({ rule }) => rule)).toEqual(['schema']);
});

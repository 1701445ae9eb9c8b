import { expect, test } from 'vitest';
import { check, post, withSite } from '../../../tests/fixtures/content-tree.ts';
import { formatProblem } from '../problem.ts';
import { publishedNow } from '../published.ts';
import { readContent } from '../../content.check.node.ts';

const day = '2026-11-25';

/** The list of the small site as it is. */
async function complete(): Promise<string> {
  return withSite({}, async (root) => JSON.stringify(publishedNow((await readContent(root, undefined, day)).content)));
}

test('nothing is said before a site has a list, and nothing if the list is complete', async () => {
  expect((await check({})).warnings).toEqual([]);
  expect((await check({ 'content/published.yaml': await complete() })).warnings).toEqual([]);
});

test('a new heading and a new page are counted, with the command that adds them', async () => {
  const changes = {
    'content/published.yaml': await complete(),
    'content/posts/first.md': post('## A heading\n\n## Another\n', 'tags: [Docker]\n'),
    'content/posts/second.md': post('Text.\n'),
  };
  expect((await check(changes)).warnings.map(formatProblem)).toEqual([
    'content/published.yaml:1:1  unlisted-address  `/posts/first/#another` and 1 more can be lost unnoticed, because the list lacks them. When they are out for good, run `npm run published`.',
  ]);
});

test('a single new page is told by itself', async () => {
  const changes = { 'content/published.yaml': await complete(), 'content/posts/second.md': post('Text.\n') };
  expect((await check(changes)).warnings.map(({ message }) => message)).toEqual([
    '`/posts/second/` can be lost unnoticed, because the list lacks it.',
  ]);
});

test('drafts and articles of later days are not missed', async () => {
  const changes = {
    'content/published.yaml': await complete(),
    'content/posts/draft.md': post('Text.\n', 'draft: true\n'),
    'content/posts/later.md': '---\ntitle: Later\ndate: 2026-11-26\n---\n',
  };
  const { warnings } = await check(changes, day);
  expect(warnings.map(({ rule }) => rule)).toEqual(['waiting-post']);
});

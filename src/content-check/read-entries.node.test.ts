import { expect, test } from 'vitest';
import { post, withSite } from '../../tests/fixtures/content-tree.ts';
import { collections } from '../content.collections.node.ts';
import { holds, readEntries } from './read-entries.node.ts';

test('while the texts of a large archive are read, others have their turn', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, place) => [`content/posts/p${place}.md`, post('A.\n')]),
  );
  await withSite(files, async (root) => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    const { count } = await readEntries(root, collections, Object.keys(files));
    clearInterval(timer);
    expect(count).toBe(60);
    expect(turns).toBeGreaterThan(2);
  });
});

test.each([
  ['content/posts/a.md', true],
  ['content/posts/a.mdx', true],
  ['content/posts/a.png', false],
  ['content/posts/2014/a.md', false],
  ['content/posts-of-old/a.md', false],
])('whether %s is an article: %s', (path, isArticle) => {
  expect(holds({ path: 'content/posts', endings: ['md', 'mdx'] }, path)).toBe(isArticle);
});

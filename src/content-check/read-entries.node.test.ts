import { expect, test } from 'vitest';
import { post, withSite } from '../../tests/fixtures/content-tree.ts';
import { collections } from '../content.collections.node.ts';
import { readEntries } from './read-entries.node.ts';

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

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { newPost } from './new.ts';
import { postSchema } from './schema.ts';

test('a new article is a draft of today that fits the schema, whatever signs its title holds', () => {
  const title = 'Mind: the "driver" # 2 \\ {x}';
  const { path, text } = newPost(title, new Date('2026-11-24T10:00:00Z'));
  expect(path).toBe('content/posts/mind-the-driver-2-x.mdx');
  expect(postSchema.parse(parse(text.split('---\n')[1] ?? ''))).toMatchObject({
    title,
    date: new Date('2026-11-24T00:00:00Z'),
    draft: true,
  });
});

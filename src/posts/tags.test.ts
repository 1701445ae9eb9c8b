import { expect, test } from 'vitest';
import { postSchema } from './schema.ts';
import { tagsOf } from './tags.ts';

test('two spellings of a tag are one tag, and an article that has both stands there once', () => {
  const posts = [
    { id: 'a', data: postSchema.parse({ title: 'A', date: '2014-01-01', tags: ['Docker', 'docker'] }) },
    { id: 'b', data: postSchema.parse({ title: 'B', date: '2014-01-02', tags: ['docker', 'Azure'] }) },
  ];
  expect(tagsOf(posts).map(({ label, posts }) => [label, posts.map(({ id }) => id)])).toEqual([
    ['Azure', ['b']],
    ['Docker', ['a', 'b']],
  ]);
});

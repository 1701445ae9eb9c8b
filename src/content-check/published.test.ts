import { expect, test } from 'vitest';
import { mergePublished } from './published.ts';

test('the list keeps what is gone, gains what is new, and is sorted', () => {
  const before = { '/posts/b/': ['z', 'a'], '/posts/gone/': ['x'] };
  const now = { '/posts/b/': ['m'], '/a/': [] };
  const list = mergePublished(before, now);
  expect(list).toEqual({ '/a/': [], '/posts/b/': ['a', 'm', 'z'], '/posts/gone/': ['x'] });
  expect(Object.keys(list)).toEqual(['/a/', '/posts/b/', '/posts/gone/']);
});

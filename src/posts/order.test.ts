import { expect, test } from 'vitest';
import { byYear, inFeed, isPublished, neighboursIn, partsAbove, publishedPosts, seriesIn } from './order.ts';
import type { PostEntry } from './order.ts';
import { postSchema } from './schema.ts';

const now = new Date('2026-11-24T12:00:00Z');

function post(id: string, frontMatter: Record<string, unknown>): PostEntry {
  return { id, data: postSchema.parse({ title: id, ...frontMatter }) };
}

test('drafts and articles of the future are left out, the newest comes first', () => {
  const posts = [
    post('old', { date: '2014-07-24' }),
    post('draft', { date: '2015-01-01', draft: true }),
    post('unpublished', { date: '2015-01-01', published: false }),
    post('future', { date: '2026-11-24T12:00:01Z' }),
    post('new', { date: '2026-11-24T12:00:00Z' }),
  ];
  expect(publishedPosts(posts, now).map(({ id }) => id)).toEqual(['new', 'old']);
});

test('an article is published at its very moment and not before', () => {
  const { data } = post('soon', { date: '2026-11-24T12:00:00Z' });
  expect(isPublished(data, now)).toBe(true);
  expect(isPublished(data, new Date(now.getTime() - 1))).toBe(false);
});

test('articles of one moment keep the same order whatever order they came in', () => {
  const [a, b] = [post('a', { date: '2020-01-01' }), post('b', { date: '2020-01-01' })];
  expect(publishedPosts([b, a], now)).toEqual(publishedPosts([a, b], now));
});

test('the oldest article has only a newer neighbour and the newest only an older one', () => {
  const posts = publishedPosts(
    [post('one', { date: '2014-01-01' }), post('two', { date: '2015-01-01' }), post('three', { date: '2016-01-01' })],
    now,
  );
  expect(posts.map(neighboursIn(posts))).toEqual([
    { older: posts[1], newer: undefined },
    { older: posts[2], newer: posts[0] },
    { older: undefined, newer: posts[1] },
  ]);
});

test('an unknown article has no neighbours', () => {
  const [one, two] = [post('one', { date: '2014-01-01' }), post('two', { date: '2015-01-01' })];
  expect(neighboursIn([one])(two)).toEqual({ older: undefined, newer: undefined });
});

test('the parts of a series come oldest first, and those of one moment by id', () => {
  const posts = [
    post('c', { date: '2020-01-02', series: 'S' }),
    post('b', { date: '2020-01-01', series: 'S' }),
    post('a', { date: '2020-01-01', series: 'S' }),
    post('other', { date: '2020-01-01', series: 'T' }),
    post('none', { date: '2020-01-01' }),
  ];
  const partsOf = seriesIn(posts);
  expect(partsOf('S').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect([partsOf('U'), partsOf(undefined)]).toEqual([[], []]);
});

test('above a part of a long series stand those around it, above its first one and in a short series all', () => {
  const parts = Array.from({ length: 13 }, (_, number) => post(`p${number}`, { date: '2020-01-01', series: 'S' }));
  const above = (count: number, place: number): string => {
    const { from, listed } = partsAbove(parts.slice(0, count), place);
    return `${from}: ${listed.map(({ id }) => id).join(' ')}`;
  };
  expect(above(13, 6)).toBe('1: p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11');
  expect(above(13, 1)).toBe('0: p0 p1 p2 p3 p4 p5 p6');
  expect(above(13, 12)).toBe('7: p7 p8 p9 p10 p11 p12');
  expect(partsAbove(parts, 0)).toEqual({ isLong: true, from: 0, listed: parts });
  expect(partsAbove(parts.slice(1), 6)).toEqual({ isLong: false, from: 0, listed: parts.slice(1) });
});

test('an article belongs to the year in which it was published in UTC, and the newest year comes first', () => {
  const posts = [post('a', { date: '2014-12-31 23:30:00 -0100' }), post('b', { date: '2014-01-01' })];
  expect(byYear(posts).map(({ year, posts: own }) => [year, own.map(({ id }) => id)])).toEqual([
    ['2015', ['a']],
    ['2014', ['b']],
  ]);
});

test('a feed holds the fifty newest articles, and all of them where there are fewer', () => {
  const posts = Array.from({ length: 51 }, (_, number) => post(`p${number}`, { date: '2020-01-01' }));
  expect(inFeed(posts)).toEqual(posts.slice(0, 50));
  expect(inFeed(posts.slice(0, 3))).toEqual(posts.slice(0, 3));
});

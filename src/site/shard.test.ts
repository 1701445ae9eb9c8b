import { expect, test } from 'vitest';
import { isOwn, parseShard, shardIn, shardLabel, shardName } from './shard.ts';

const paths = Array.from({ length: 1000 }, (_, place) => `/posts/article-${place}/`);
const sharesOf = (path: string, of: number): number[] =>
  Array.from({ length: of }, (_, place) => place + 1).filter((number) => isOwn(path, { number, of }));

test('a share is named by its number and how many there are', () => {
  expect(parseShard('1/4')).toEqual({ shard: { number: 1, of: 4 } });
  expect(parseShard('4/4')).toEqual({ shard: { number: 4, of: 4 } });
  expect(parseShard('1/1')).toEqual({ shard: { number: 1, of: 1 } });
  expect(shardLabel({ number: 3, of: 12 })).toBe('3/12');
});

test.each(['5/4', '0/4', '1/0', 'x', '', '1', '1/4/2', '-1/4', '1.5/4', ' 1/4', '01/4', '1/x', '1/99999'])(
  '%j names no share, and what to write instead is said',
  (text) => {
    expect(parseShard(text)).toEqual({
      problem: `'${text}' names no share. Write which one of how many, such as --shard 1/4 for the first of four.`,
    });
  },
);

test('a build that was not asked for a share has all pages', () => {
  expect(shardIn({})).toBeUndefined();
  expect(shardIn({ [shardName]: '2/3' })).toEqual({ number: 2, of: 3 });
  expect(isOwn('/posts/a/', undefined)).toBe(true);
});

test.each([1, 2, 3, 4, 7, 16])(
  'each page is in exactly one of %i shares, and no share has more than its part',
  (of) => {
    const counts = new Map<number, number>();
    for (const path of paths) {
      const shares = sharesOf(path, of);
      expect(shares).toHaveLength(1);
      for (const number of shares) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    expect(counts.size).toBe(of);
    expect(Math.max(...counts.values())).toBeLessThan((paths.length / of) * 1.4);
  },
);

test('the share of a page follows from its path alone, in any alphabet, with slashes or without', () => {
  expect(['/posts/a/', '/posts/b/', '/docs/grüße/', '/errors/日本/'].map((path) => sharesOf(path, 4))).toEqual(
    ['posts/a', 'posts/b', 'docs/grüße', 'errors/日本'].map((path) => sharesOf(path, 4)),
  );
});

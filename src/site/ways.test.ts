import { expect, test } from 'vitest';
import { createWays } from './ways.ts';
import type { WayPage } from './ways.ts';

const page = (path: string, tags: string[] = [], links: string[] = []): WayPage => ({ path, title: path, tags, links });
const paths = (pages: readonly WayPage[]) => pages.map(({ path }) => path);

test('a rare subject brings pages nearer than a common one', () => {
  const ways = createWays([
    page('/a/', ['docker', 'xfs']),
    page('/b/', ['docker']),
    page('/c/', ['docker']),
    page('/d/', ['docker', 'xfs']),
    page('/e/', ['zfs']),
  ]);
  expect(paths(ways('/a/').related)).toEqual(['/d/', '/b/', '/c/']);
});

test('a link in either direction makes pages related', () => {
  const ways = createWays([page('/a/', [], ['/b/']), page('/b/'), page('/c/', [], ['/a/']), page('/d/')]);
  expect(paths(ways('/a/').related)).toEqual(['/b/', '/c/']);
});

test('whatever order the pages come in, the result is the same, and at most four', () => {
  const pages = ['/f/', '/b/', '/e/', '/a/', '/d/', '/c/'].map((path) => page(path, ['x']));
  const expected = ['/b/', '/c/', '/d/', '/e/'];
  expect(paths(createWays(pages)('/a/').related)).toEqual(expected);
  expect(paths(createWays(pages.toReversed())('/a/').related)).toEqual(expected);
});

test('a page that links here is named once, by title, and never the page itself', () => {
  const ways = createWays([page('/a/', [], ['/a/']), page('/c/', [], ['/a/', '/a/']), page('/b/', [], ['/a/'])]);
  expect(paths(ways('/a/').backLinks)).toEqual(['/b/', '/c/']);
  expect(ways('/c/').backLinks).toEqual([]);
});

test('links to pages that are not there, and pages that nobody knows, lead nowhere', () => {
  expect(createWays([page('/a/', [], ['/gone/'])])('/a/')).toEqual({ related: [], backLinks: [] });
  expect(createWays([page('/a/')])('/gone/')).toEqual({ related: [], backLinks: [] });
});

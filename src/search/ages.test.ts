import { expect, test } from 'vitest';
import { byAge } from './ages.ts';

function pages(year: string, count: number) {
  return Array.from({ length: count }, () => ({ read: { year } }));
}

const sizes = ({ older, newest }: ReturnType<typeof byAge>) => [...older, newest].map(({ length }) => length);

test('a small site has newest pages only', () => {
  expect(sizes(byAge([...pages('', 200), ...pages('2014', 900), ...pages('2015', 900)]))).toEqual([2000]);
});

test('years are put together until they are two thousand pages, and what is left of those before the last is a group too, and no year is divided', () => {
  const years = ['2012', '2013', '2014', '2015', '2016'].flatMap((year) => pages(year, 900));
  expect(sizes(byAge(years.toReversed()))).toEqual([2700, 900, 900]);
});

test('the newest year is never closed, however many pages it has, and pages without a year are with it', () => {
  const { older, newest } = byAge([...pages('2015', 4000), ...pages('', 3), ...pages('2014', 2000)]);
  expect(older.map((group) => group[0]?.read.year)).toEqual(['2014']);
  expect(newest).toHaveLength(4003);
});

test('a page that is added to one year leaves the groups of earlier years as they are', () => {
  const before = [...pages('2012', 2100), ...pages('2013', 2100), ...pages('2014', 10)];
  expect(sizes(byAge(before))).toEqual([2100, 2100, 10]);
  expect(sizes(byAge([...before, ...pages('2013', 1)]))).toEqual([2100, 2101, 10]);
});

test('a site without any pages has no groups', () => {
  expect(byAge([])).toEqual({ older: [], newest: [] });
});

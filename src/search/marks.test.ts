import { expect, test } from 'vitest';
import { searchMarks } from './marks.ts';

test('a page without tags and date says its kind only', () => {
  expect(searchMarks({ kind: 'error' })).toEqual({
    'data-pagefind-body': '',
    'data-kind': 'error',
    'data-pagefind-meta': 'kind[data-kind]',
    'data-pagefind-filter': 'kind[data-kind]',
  });
});

test('tags and year are marked, the year in UTC', () => {
  const marks = searchMarks({ kind: 'article', tags: ['a, b: c', 'd'], date: new Date('2014-12-31T23:30:00Z') });
  expect(marks).toMatchObject({
    'data-tag-0': 'a, b: c',
    'data-tag-1': 'd',
    'data-year': '2014',
    'data-pagefind-filter': 'kind[data-kind], tag[data-tag-0], tag[data-tag-1], year[data-year]',
  });
});

test('what people ask is marked', () => {
  expect(searchMarks({ kind: 'guide', asked: ['free up space', 'disk, full'] })).toMatchObject({
    'data-asked': 'free up space; disk, full',
    'data-pagefind-meta': 'kind[data-kind], asked[data-asked]',
  });
});

test('each kind of driver that the page is about is marked', () => {
  expect(searchMarks({ kind: 'guide', drivers: ['overlay', 'zfs'] })).toMatchObject({
    'data-driver-0': 'overlay',
    'data-driver-1': 'zfs',
    'data-pagefind-filter': 'kind[data-kind], driver[data-driver-0], driver[data-driver-1]',
  });
});

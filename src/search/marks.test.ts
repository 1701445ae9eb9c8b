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

test('tags, year and day are marked, the day in UTC', () => {
  const marks = searchMarks({ kind: 'article', tags: ['a, b: c', 'd'], date: new Date('2014-12-31T23:30:00Z') });
  expect(marks).toMatchObject({
    'data-tag-0': 'a, b: c',
    'data-tag-1': 'd',
    'data-year': '2014',
    'data-day': '2014-12-31',
    'data-pagefind-sort': 'date[data-day]',
    'data-pagefind-filter': 'kind[data-kind], tag[data-tag-0], tag[data-tag-1], year[data-year]',
  });
});

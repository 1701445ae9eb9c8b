import { expect, test } from 'vitest';
import type { Answer } from './search.ts';
import { summary } from './summary.ts';

const nothing: Answer = {
  errors: [],
  pages: [],
  counts: {},
  drivers: {},
  query: '',
  nowhere: [],
  meant: {},
  partial: false,
  missing: [],
};
const errors = [{}] as unknown as Answer['errors'];
const pages = [{}, {}] as unknown as Answer['pages'];

test.each<[string, Partial<Answer>]>([
  ['1 known error and 2 pages found.', { errors, pages, counts: { article: 1, guide: 1 } }],
  ['4 pages found, the best 2 shown.', { pages, counts: { article: 4 } }],
  ['Nothing was found for “aufs”.', {}],
  ['Nothing was found for “aufs”. “aufs” is on no page.', { nowhere: ['aufs'] }],
  ['2 pages found. All pages are about zfs.', { pages, counts: { article: 2 }, driver: 'zfs' }],
  [
    '2 pages found. “afus” is on no page. “aufs” was looked for instead.',
    { pages, counts: { article: 2 }, nowhere: ['afus'], meant: { afus: 'aufs' } },
  ],
  [
    '2 pages found. “a”, “b”, “c” and 1 more are on no page.',
    { pages, counts: { article: 2 }, nowhere: ['a', 'b', 'c', 'd'] },
  ],
  ['The search index could not be loaded.', { missing: ['pages'] }],
  ['The search index could not be loaded. Found without it: 1 known error.', { errors, missing: ['pages'] }],
  [
    'The list of known errors could not be loaded, so no message was recognised. Found without it: 2 pages.',
    { pages, counts: { article: 2 }, missing: ['errors'] },
  ],
  ['Neither the list of known errors nor the search index could be loaded.', { missing: ['errors', 'pages'] }],
])('%s', (text, answer) => {
  expect(summary({ ...nothing, ...answer }, 'aufs')).toBe(text);
});

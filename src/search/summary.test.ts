import { expect, test } from 'vitest';
import type { Answer } from './search.ts';
import { summary } from './summary.ts';

const page = { title: 'A', url: '/a/', kind: 'article' as const, excerpt: [], parts: [] };
const known = { id: 'x', title: 'X', url: '/errors/x/', messages: ['x'], means: 'X.', drivers: [] };
const found = { known, error: 'x', kind: 'certain' as const, message: 'x', score: 1, spans: [], values: {} };
const nothing: Answer = { errors: [], pages: [], pageCount: 0, remarks: [], remarkCount: 0, query: '', failed: false };

test.each([
  ['nothing', {}, 'Nothing was found for “zebra”.'],
  ['one error', { errors: [found] }, '1 known error found.'],
  ['both', { errors: [found], pages: [page, page], pageCount: 2 }, '1 known error and 2 pages found.'],
  ['more pages than are shown', { pages: [page], pageCount: 30 }, '30 pages found, the best 1 pages shown.'],
  ['what was said', { pages: [page], pageCount: 1, remarkCount: 2 }, '1 page found, and 2 comments.'],
  ['only what was said', { remarkCount: 1 }, '1 comment found.'],
  [
    'more pages, and what was said',
    { pages: [page], pageCount: 30, remarkCount: 1 },
    '30 pages found, the best 1 pages shown, and 1 comment.',
  ],
  ['no index', { failed: true }, 'The search index could not be loaded.'],
  [
    'no index, but an error',
    { failed: true, errors: [found] },
    'The search index could not be loaded. Found without it: 1 known error.',
  ],
])('%s is announced', (_name, part, words) => {
  expect(summary({ ...nothing, ...part }, 'zebra')).toBe(words);
});

import { expect, test } from 'vitest';
import type { Answer } from './search.ts';
import { summary } from './summary.ts';

const page = { title: 'A', url: '/a/', kind: 'article' as const, excerpt: [], parts: [] };
const known = { id: 'x', title: 'X', url: '/errors/x/', messages: ['x'], means: 'X.' };
const nothing: Answer = { errors: [], pages: [], pageCount: 0, query: '', failed: false };

test.each([
  ['nothing', {}, 'Nothing was found for “zebra”.'],
  ['one error', { errors: [{ known, message: 'x', score: 1 }] }, '1 known error found.'],
  [
    'both',
    { errors: [{ known, message: 'x', score: 1 }], pages: [page, page], pageCount: 2 },
    '1 known error and 2 pages found.',
  ],
  ['more pages than are shown', { pages: [page], pageCount: 30 }, '30 pages found, the best 1 pages shown.'],
  ['no index', { failed: true }, 'The search index could not be loaded.'],
  [
    'no index, but an error',
    { failed: true, errors: [{ known, message: 'x', score: 1 }] },
    'The search index could not be loaded. Found without it: 1 known error.',
  ],
])('%s is announced', (_name, found, words) => {
  expect(summary({ ...nothing, ...found }, 'zebra')).toBe(words);
});

import { expect, test, vi } from 'vitest';
import type { FoundError } from '../errors/error-finder.ts';
import type { FoundPage, FoundPages } from './full-text.ts';
import { search } from './search.ts';
import type { Sources } from './search.ts';

const error: FoundError = {
  kind: 'certain',
  error: 'no-space',
  message: 'write <path>: no space left on device',
  score: 19,
  spans: [],
  values: {},
  known: { title: 'No space', url: '/errors/no-space/', means: 'Full.' },
};
const page: FoundPages = {
  pages: [],
  counts: { article: 2 },
  drivers: {},
  query: 'x',
  nowhere: [],
  meant: {},
  partial: false,
};
const empty: FoundPages = { pages: [], counts: {}, drivers: {}, query: '', nowhere: [], meant: {}, partial: false };
const nobody = () => undefined;

test('the known errors are handed on before the pages come', async () => {
  const onPart = vi.fn();
  const pages = vi.fn(() => {
    expect(onPart).toHaveBeenCalledWith({ ...empty, errors: [error], missing: [] });
    return Promise.resolve(page);
  });
  const answer = await search({ matches: () => Promise.resolve([error]), pages }, 'text', {}, onPart);
  expect(answer).toEqual({ ...page, errors: [error], missing: [] });
});

test('the literal words of the best error are looked for in a paste, the longest first', async () => {
  const pages = vi.fn(() => Promise.resolve(page));
  await search({ matches: () => Promise.resolve([error]), pages }, 'text', {}, nobody);
  expect(pages).toHaveBeenCalledWith('text', {
    kind: undefined,
    without: 'error',
    known: ['no space left on device', 'write'],
    knownAs: 'No space',
    onFirst: expect.any(Function),
  });
});

test.each([
  ['a paste that names one kind of driver', {}, 'driver devicemapper failed\ndmsetup', { named: 'devicemapper' }],
  ['a paste that names several', {}, 'devicemapper\nbtrfs', {}],
  ['typed words, which the reader chose', {}, 'devicemapper failed', {}],
  ['a choice of the reader', { driver: 'zfs' }, 'devicemapper\nfailed', { driver: 'zfs' }],
  ['a choice of any driver', { driver: '' }, 'devicemapper\nfailed', {}],
])('pages are narrowed to a kind of driver by %s or not', async (_, chosen, text, wish) => {
  const pages = vi.fn<Sources['pages']>(() => Promise.resolve(page));
  await search({ matches: () => Promise.resolve([]), pages }, text, chosen, nobody);
  const { driver, named } = pages.mock.calls[0]?.[1] ?? {};
  expect({ driver, named }).toEqual({ driver: undefined, named: undefined, ...wish });
});

test('pages of errors are left out only if known errors have a list of their own', async () => {
  const pages = vi.fn(() => Promise.resolve(page));
  await search({ matches: () => Promise.resolve([]), pages }, 'text', {}, nobody);
  await search({ matches: () => Promise.resolve([error]), pages }, 'text', { kind: 'error' }, nobody);
  expect(pages.mock.calls).toEqual([
    ['text', { kind: undefined, without: undefined, known: [], onFirst: expect.any(Function) }],
    [
      'text',
      {
        kind: 'error',
        without: undefined,
        known: ['no space left on device', 'write'],
        knownAs: 'No space',
        onFirst: expect.any(Function),
      },
    ],
  ]);
});

test('beside a single guess for typed words other errors stay among the pages, and none is there twice', async () => {
  const guess: FoundError = { ...error, kind: 'alike' };
  const found = ['/errors/no-space/#:~:text=x', '/errors/other/'].map(
    (url) => ({ url }) as FoundPages['pages'][number],
  );
  const pages = vi.fn<Sources['pages']>((_, { onFirst }) => {
    onFirst?.({ ...page, pages: found.slice(0, 1) });
    return Promise.resolve({ ...page, pages: found });
  });
  const onPart = vi.fn();
  const asked = async (matches: FoundError[], text: string) => {
    const answer = await search({ matches: () => Promise.resolve(matches), pages }, text, {}, onPart);
    return [pages.mock.lastCall?.[1].without, answer.pages];
  };
  expect(await asked([guess], 'text')).toEqual([undefined, found.slice(1)]);
  expect(onPart).toHaveBeenLastCalledWith(expect.objectContaining({ pages: [] }));
  expect(await asked([guess, guess], 'text')).toEqual(['error', found.slice(1)]);
  expect(await asked([guess], 'a\npaste')).toEqual(['error', found.slice(1)]);
});

test('an error is found by words that were meant, and no page comes before it', async () => {
  const matches = vi.fn((text: string) => Promise.resolve(text === 'no space lets left' ? [error] : []));
  const meant = { spcae: 'space', 'le ft': 'left', 'a/b': 'a b' };
  const pages = vi.fn<Sources['pages']>((_, { onFirst }) => {
    onFirst?.({ ...page, meant });
    return Promise.resolve({ ...page, meant });
  });
  const onPart = vi.fn();
  const answer = await search({ matches, pages }, 'no spcae lets le ft', {}, onPart);
  expect(answer.errors).toEqual([error]);
  expect(onPart).toHaveBeenLastCalledWith(answer);
  expect((await search({ matches, pages }, 'a/b', {}, nobody)).errors).toEqual([]);
  expect(matches).toHaveBeenLastCalledWith('a/b');
});

test('at most five errors are shown', async () => {
  const matches = () => Promise.resolve(Array.from({ length: 9 }, () => error));
  const { errors } = await search({ matches, pages: () => Promise.resolve(page) }, 'text', {}, nobody);
  expect(errors).toHaveLength(5);
});

test('what could not be loaded is said, and the rest is there all the same', async () => {
  const broken = () => Promise.reject(new Error('offline'));
  const matches = () => Promise.resolve([error]);
  expect(await search({ matches, pages: broken }, 'text', {}, nobody)).toMatchObject({
    errors: [error],
    pages: [],
    missing: ['pages'],
  });
  expect(await search({ matches: broken, pages: () => Promise.resolve(page) }, 'text', {}, nobody)).toMatchObject({
    errors: [],
    counts: { article: 2 },
    missing: ['errors'],
  });
});

test('errors that only have the word that was typed are shown where no page can be, and not before', async () => {
  const subjects: FoundError[] = [{ ...error, kind: 'alike', subject: true }];
  const matches = () => Promise.resolve(subjects);
  expect((await search({ matches, pages: () => Promise.resolve(page) }, 'thin pool', {}, nobody)).errors).toEqual([]);
  const pages = () => Promise.reject(new Error('offline'));
  const answer = await search({ matches, pages }, 'thin pool', {}, nobody);
  expect(answer).toMatchObject({ errors: subjects, missing: ['pages'] });
});

test('the best page stays when the others do not come, and is not counted as all that was found', async () => {
  const pages: Sources['pages'] = (_, { onFirst }) => {
    onFirst?.(page);
    return Promise.reject(new Error('offline'));
  };
  expect(await search({ matches: () => Promise.resolve([]), pages }, 'text', {}, nobody)).toMatchObject({
    pages: page.pages,
    counts: {},
    missing: ['pages'],
  });
});

test('the best page is handed on before the others come', async () => {
  const onPart = vi.fn();
  const pages: Sources['pages'] = (_, { onFirst }) => {
    onFirst?.(page);
    return Promise.resolve(page);
  };
  await search({ matches: () => Promise.resolve([error]), pages }, 'text', {}, onPart);
  expect(onPart).toHaveBeenLastCalledWith({ ...page, errors: [error], missing: [] });
});

test('the table of drivers that words compare comes at once and before all pages, though the index is lost', async () => {
  const table: FoundPage = { title: 'Compare', url: '/drivers/?drivers=a,b', kind: 'driver', excerpt: [], parts: [] };
  const found = { ...table, title: 'Found', url: '/found/' };
  const onPart = vi.fn();
  const sources = (pages: Sources['pages']): Sources => ({
    matches: () => Promise.resolve([]),
    pages,
    comparison: () => Promise.resolve(table),
  });
  const whole = sources(() => Promise.resolve({ ...page, pages: [found] }));
  expect((await search(whole, 'a vs b', {}, onPart)).pages).toEqual([table, found]);
  expect(onPart.mock.calls[0]).toEqual([expect.objectContaining({ pages: [table] })]);
  const broken = sources(() => Promise.reject(new Error('lost')));
  expect(await search(broken, 'a vs b', {}, nobody)).toMatchObject({ pages: [table], missing: ['pages'] });
  expect((await search(whole, 'a vs b', { kind: 'guide' }, nobody)).pages).toEqual([found]);
  expect((await search(whole, 'a vs b', { driver: 'zfs' }, nobody)).pages).toEqual([found]);
});

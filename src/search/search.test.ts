import { expect, test, vi } from 'vitest';
import { createSearch } from './search.ts';
import type { Fragment, ListedError } from './search.ts';

const noSpace: ListedError = {
  id: 'no-space',
  title: 'No space',
  url: '/errors/no-space/',
  messages: [
    'write <path>: no space left on device',
    'failed to register the new layer: write <path>: no space left on device',
  ],
  means: 'Full.',
  drivers: [],
};

function fragment(url: string, more: Partial<Fragment> = {}): Fragment {
  return {
    url,
    excerpt: 'a <mark>b</mark>',
    meta: { title: `Title of ${url}`, kind: 'article' },
    sub_results: [],
    ...more,
  };
}

/** What Pagefind takes: one kind, or none of several. */
type Filters = { kind: string } | { none: { kind: string }[] };

function passes({ meta: { kind } }: Fragment, filters: Filters): boolean {
  return 'kind' in filters ? kind === filters.kind : !filters.none.some((other) => other.kind === kind);
}

/** An index in which each query has its own pages, as words or as a phrase. */
function indexOf(answers: Record<string, Fragment[]>) {
  return {
    search: vi.fn((query: string, { filters }: { filters: object }) =>
      Promise.resolve({
        results: (answers[query.replaceAll('"', '')] ?? [])
          .filter((page) => passes(page, filters as Filters))
          .map((page) => ({ data: () => Promise.resolve(page) })),
      }),
    ),
  };
}

function loaders(answers: Record<string, Fragment[]>) {
  const index = indexOf(answers);
  return { index, catalogue: vi.fn(() => Promise.resolve([noSpace])), fullText: vi.fn(() => Promise.resolve(index)) };
}

test('typed words give pages with their kind, excerpt and headings', async () => {
  const page = fragment('/a/', {
    sub_results: [
      { title: 'Title of /a/', url: '/a/' },
      { title: 'Title of /a/', url: '/a/#top' },
      { title: 'One', url: '/a/#one' },
      { title: 'Two', url: '/a/#two' },
      { title: 'Three', url: '/a/#three' },
      { title: 'Four', url: '/a/#four' },
    ],
  });
  const answer = await createSearch(loaders({ aufs: [page] })).search('aufs');
  expect(answer).toMatchObject({ errors: [], pageCount: 1, query: 'aufs', failed: false });
  expect(answer.pages).toEqual([
    {
      title: 'Title of /a/',
      url: '/a/',
      kind: 'article',
      excerpt: [
        { text: 'a ', marked: false },
        { text: 'b', marked: true },
      ],
      parts: [
        { title: 'One', url: '/a/#one' },
        { title: 'Two', url: '/a/#two' },
        { title: 'Three', url: '/a/#three' },
      ],
    },
  ]);
});

const said = fragment('/a/#comment-1', { meta: { title: 'A – discussion', kind: 'discussion' } });

test('what was said in discussions is apart from what we wrote, however well it fits', async () => {
  const answer = await createSearch(loaders({ aufs: [said, fragment('/a/')] })).search('aufs');
  expect(answer.pages.map(({ url }) => url)).toEqual(['/a/']);
  expect(answer.remarks.map(({ url }) => url)).toEqual(['/a/#comment-1']);
  expect(answer).toMatchObject({ pageCount: 1, remarkCount: 1 });
});

test('words that only a discussion has are found there', async () => {
  const answer = await createSearch(loaders({ aufs: [said] })).search('aufs');
  expect(answer).toMatchObject({ pages: [], remarkCount: 1, query: 'aufs' });
});

test('of many remarks the five best are shown, and all are counted', async () => {
  const answer = await createSearch(loaders({ aufs: Array.from({ length: 7 }, () => said) })).search('aufs');
  expect(answer.remarks).toHaveLength(5);
  expect(answer.remarkCount).toBe(7);
});

test('whoever leaves discussions out gets none', async () => {
  const answer = await createSearch(loaders({ aufs: [said, fragment('/a/')] })).search('aufs', undefined, false);
  expect(answer).toMatchObject({ pageCount: 1, remarks: [], remarkCount: 0 });
});

test('a paste leads to the known error, and to pages with its literal words', async () => {
  const page = fragment('/a/');
  const answer = await createSearch(loaders({ 'no space left on device': [page] })).search(
    'Step 1\nwrite /x: no space left on device',
  );
  expect(answer.errors.map(({ known }) => known.id)).toEqual(['no-space']);
  expect(answer.pages.map(({ url }) => url)).toEqual(['/a/']);
  expect(answer.query).toBe('no space left on device');
});

test('when the longest words of a message are nowhere else, the shorter ones lead to the pages', async () => {
  const found = { 'no space left on device': [fragment('/a/')] };
  const answer = await createSearch(loaders(found)).search(
    'failed to register the new layer: write /x: no space left on device',
  );
  expect(answer.pages.map(({ url }) => url)).toEqual(['/a/']);
});

test('the page of a known error is not repeated among the pages', async () => {
  const found = { 'no space left on device': [fragment('/errors/no-space/'), fragment('/a/')] };
  const answer = await createSearch(loaders(found)).search('no space left on device');
  expect(answer.pages.map(({ url }) => url)).toEqual(['/a/']);
  expect(answer.pageCount).toBe(1);
});

test('ten pages of many are read, and all are counted', async () => {
  const many = Array.from({ length: 25 }, (_, place) => fragment(`/${place}/`));
  const answer = await createSearch(loaders({ w: many })).search('w');
  expect(answer.pages).toHaveLength(10);
  expect(answer.pageCount).toBe(25);
});

test('known errors are told before the index is there', async () => {
  const { catalogue } = loaders({});
  const told = vi.fn();
  void createSearch({ catalogue, fullText: () => new Promise(() => undefined) }).search(
    'no space left on device',
    told,
  );
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(told.mock.calls[0]?.[0]).toHaveLength(1);
});

test('both sources are loaded once for many searches', async () => {
  const { index, catalogue, fullText } = loaders({});
  const search = createSearch({ catalogue, fullText });
  await Promise.all([search.search('a'), search.search('b')]);
  await search.search('c');
  expect([catalogue.mock.calls.length, fullText.mock.calls.length, index.search.mock.calls.length]).toEqual([1, 1, 6]); // each search asks for pages, and for what was said;
});

test('an index that could not be loaded is said, known errors are still found, and the next search tries again', async () => {
  const { index, catalogue, fullText } = loaders({});
  const failing = vi.fn(fullText).mockRejectedValueOnce(new Error('offline'));
  const search = createSearch({ catalogue, fullText: failing });
  const first = await search.search('no space left on device');
  expect([first.failed, first.errors.length]).toEqual([true, 1]);
  expect((await search.search('no space left on device')).failed).toBe(false);
  expect(index.search).toHaveBeenCalled();
});

test('an index that fails while searching is loaded anew', async () => {
  const { index, catalogue, fullText } = loaders({ w: [fragment('/a/')] });
  index.search.mockRejectedValueOnce(new Error('offline'));
  const search = createSearch({ catalogue, fullText });
  expect((await search.search('w')).failed).toBe(true);
  expect((await search.search('w')).pages).toHaveLength(1);
  expect(fullText).toHaveBeenCalledTimes(2);
});

test('a list of errors that could not be loaded leaves the pages', async () => {
  const { fullText } = loaders({ w: [fragment('/a/')] });
  const catalogue = vi.fn(() => Promise.reject(new Error('offline')));
  const search = createSearch({ catalogue, fullText });
  const answer = await search.search('w');
  expect([answer.failed, answer.pages.length]).toEqual([true, 1]);
  await search.search('w');
  expect(catalogue).toHaveBeenCalledTimes(2);
});

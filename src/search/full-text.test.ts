import { expect, test, vi } from 'vitest';
import type { Mock } from 'vitest';
import { createFullText } from './full-text.ts';
import type { FoundPages } from './full-text.ts';
import type { Fragment, Pagefind } from './shelf.ts';
import type { ResultKind } from './marks.ts';

interface Page {
  title: string;
  content: string;
  kind?: ResultKind;
  driver?: string;
  /** What people ask. */
  asked?: string;
}

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * An index that behaves as Pagefind does where it matters: in quotes exact and across blocks, with no field named of a page
 * that has them in its text too; without quotes by the beginning of words, and, if there is none, by ever shorter
 * beginnings; and with one fragment for each page, into which every search writes.
 */
function indexOf(pages: Record<string, Page>): { search: Mock<Pagefind['search']> } {
  const entries = Object.entries(pages);
  const fragments = Object.fromEntries(entries.map(([id]) => [id, {} as Fragment]));
  const find = (query: string) => {
    const exact = /^"(.*)"$/.exec(query)?.[1];
    const has = (text: string) =>
      exact === undefined
        ? letters(query)
            .split(' ')
            .every((word) => ` ${letters(text)}`.includes(` ${word}`))
        : ` ${letters(text)} `.includes(` ${letters(exact)} `);
    return entries
      .map(([id, page]) => {
        const fields = [...(has(page.title) ? ['title'] : []), ...(has(page.asked ?? '') ? ['asked'] : [])];
        const inText = has(page.content);
        return { id, page, fields: inText && exact !== undefined ? [] : fields, inText };
      })
      .filter(({ fields, inText }) => fields.length > 0 || inText);
  };
  return {
    search: vi.fn<Pagefind['search']>((query, options) => {
      let cut = query ?? '';
      let found =
        query === null
          ? entries
              .filter(([, { kind = 'article', driver }]) =>
                [kind, driver].includes(options?.filters?.['kind'] ?? options?.filters?.['driver']),
              )
              .map(([id, page]) => ({ id, page, fields: [], inText: true }))
          : find(cut);
      while (query !== null && !query.startsWith('"') && found.length === 0 && cut.length > 1)
        found = find((cut = cut.slice(0, -1)));
      return Promise.resolve({
        results: found.map(({ id, page, fields, inText }) => ({
          id,
          score: 1,
          words: inText ? [1] : [],
          ...(fields.length > 0 && { matchedMetaFields: fields }),
          data: async () => {
            await Promise.resolve(); // it is loaded
            return Object.assign(fragments[id] ?? {}, {
              url: `/${id}/`,
              excerpt: `x <mark>${cut.replaceAll('"', '')}</mark>`,
              content: page.content,
              meta: { title: page.title, kind: page.kind ?? 'article' },
              sub_results: [
                { title: page.title, url: `/${id}/` },
                { title: 'Way out', url: `/${id}/#way-out` },
              ],
            });
          },
        })),
      });
    }),
  };
}

const pages: Record<string, Page> = {
  pool: { title: 'The thin pool', content: 'A pool of blocks. No space left on device.', driver: 'devicemapper' },
  quota: { title: 'Quota', content: 'The pool is not full; space is left, and the device too.', kind: 'guide' },
  driver: { title: 'overlay2', content: 'It stacks layers of a pool.', kind: 'driver', driver: 'overlay' },
  error: { title: 'No space left on device', content: 'Some store has no room.', kind: 'error' },
  comment: { title: 'The thin pool – discussion', content: 'My pool is full.', kind: 'discussion' },
};
const noWords = (): Promise<string[]> => Promise.resolve([]);
const search = (words = noWords) => createFullText(indexOf(pages), words);
const titles = ({ pages: found }: { pages: { title: string }[] }) => found.map(({ title }) => title);

test('typed words give the pages with all of them first, comments last, and how many there are of each kind', async () => {
  const found = await search()('pool');
  expect(titles(found)).toEqual(['The thin pool', 'Quota', 'overlay2', 'The thin pool – discussion']);
  expect(found).toMatchObject({
    counts: { article: 1, guide: 1, driver: 1, discussion: 1 },
    nowhere: [],
    partial: false,
  });
});

test('a page has its kind, its passage, and the headings under which the words stand', async () => {
  const { pages: found } = await search()('blocks');
  expect(found).toEqual([
    {
      title: 'The thin pool',
      url: '/pool/#:~:text=blocks',
      kind: 'article',
      excerpt: [
        { text: 'x ', marked: false },
        { text: 'blocks', marked: true },
      ],
      parts: [{ title: 'Way out', url: '/pool/#way-out' }],
    },
  ]);
});

test('searches that run at the same time each show their own words in the excerpts', async () => {
  const find = search();
  const found = await Promise.all(['pool', 'blocks', 'space'].map((text) => find(text)));
  const marked = found.map(({ pages: [first] }) => first?.excerpt.filter((piece) => piece.marked));
  expect(marked).toEqual(['pool', 'blocks', 'space'].map((text) => [{ text, marked: true }]));
});

test('a word that is nowhere is named, and the others are looked for without it', async () => {
  const found = await search()('poolxyz blocks');
  expect(titles(found)).toEqual(['The thin pool']);
  expect(found.nowhere).toEqual(['poolxyz']);
  expect((await search()('poolxyz')).pages).toEqual([]);
});

test('for a misspelt word the one that was meant is looked for, and both are named', async () => {
  const words = vi.fn(() => Promise.resolve(['blocks', 'stacks']));
  const find = search(words);
  await find('pool stacks');
  expect(words).not.toHaveBeenCalled();
  const found = await find('pool stakcs');
  expect(titles(found)[0]).toBe('overlay2');
  expect(found).toMatchObject({ nowhere: ['stakcs'], meant: { stakcs: 'stacks' }, partial: false });
});

test('a word that says nothing is not looked for where it is misspelt either', async () => {
  const found = await search(() => Promise.resolve(['blocks']))('wich blocks');
  expect(titles(found)).toEqual(['The thin pool']);
  expect(found).toMatchObject({ query: 'blocks', meant: { wich: 'which' } });
});

test('a word that was written as two is looked for as one, unless both stand somewhere', async () => {
  const words = vi.fn(() => Promise.resolve(['overlay2', 'poolstacks']));
  const find = search(words);
  expect(await find('over lay2 layers')).toMatchObject({
    pages: [{ title: 'overlay2' }],
    nowhere: ['lay2'],
    meant: { 'over lay2': 'overlay2' },
  });
  words.mockClear();
  expect(await find('pool stacks')).toMatchObject({ meant: {} });
  expect(words).not.toHaveBeenCalled();
});

test('a word that JavaScript has for itself is a word like others', async () => {
  expect(await search()('constructor blocks')).toMatchObject({ nowhere: ['constructor'], meant: {} });
});

test('a word that is still being typed costs no list of words', async () => {
  const words = vi.fn(noWords);
  expect(titles(await search(words)('thin poo'))).toContain('The thin pool');
  expect(words).not.toHaveBeenCalled();
});

test('of a compound that is nowhere the parts are looked for, and a misspelt one as it was meant', async () => {
  const words = () => Promise.resolve(['stacks', 'layers']);
  const found = await search(words)('stakcs-of/layers');
  expect(titles(found)).toEqual(['overlay2']);
  expect(found).toMatchObject({ nowhere: ['stakcs-of/layers'], meant: { 'stakcs-of/layers': 'stacks layers' } });
});

test('of a long question on one line all words are looked for', async () => {
  const found = await search()('Why would somebody say that the "pool" of mine has more blocks than I gave to it?');
  expect(titles(found)[0]).toBe('The thin pool');
});

test('without the words of this site a misspelt word is named all the same', async () => {
  const found = await search(() => Promise.reject(new Error('offline')))('pool stakcs');
  expect(titles(found)[0]).toBe('The thin pool');
  expect(found).toMatchObject({ nowhere: ['stakcs'], meant: {} });
});

test('what people ask leads to a page as its title does, but is no text that stands there', async () => {
  const find = createFullText(
    indexOf({ ...pages, asking: { title: 'A', content: 'b', asked: 'my pool leaks' } }),
    noWords,
  );
  expect(titles(await find('pool leaks'))[0]).toBe('A');
  expect(titles(await find('"pool leaks"'))).toEqual([]);
  expect((await find('step 1\nerror: pool leaks\n')).query).toBe('pool');
});

test('a word that is not typed to its end finds the longer one', async () => {
  expect(titles(await search()('overl'))).toEqual(['overlay2']);
});

test('words that no page has together are said to be apart', async () => {
  const found = await search()('blocks stacks');
  expect(titles(found).toSorted()).toEqual(['The thin pool', 'overlay2']);
  expect(found.partial).toBe(true);
});

test('a phrase in quotes must be there as it stands, inside a longer query too', async () => {
  expect(titles(await search()('"space left"'))).toEqual(['The thin pool']);
  expect(titles(await search()('pool “left on device”'))).toEqual(['The thin pool']);
  expect(await search()('quota "left on device"')).toMatchObject({
    pages: [{ title: 'The thin pool' }],
    partial: true,
  });
});

test('a phrase in quotes that is on no page is named, and its words are looked for', async () => {
  const found = await search()('blocks "left on moon"');
  expect(titles(found)).toEqual(['The thin pool', 'No space left on device', 'Quota']);
  expect(found).toMatchObject({ query: 'blocks left moon', nowhere: ['left on moon', 'moon'] });
});

test('what a page with a phrase in quotes is about counts as it does without them', async () => {
  const about = { title: 'Left on device', content: 'What has no space left on device.', kind: 'driver' as const };
  const find = createFullText(indexOf({ ...pages, about }), noWords);
  expect(titles(await find('"left on device"'))).toEqual(['Left on device', 'The thin pool']);
});

test('one thing in another of its kind is looked for as it stands', async () => {
  const nested = { title: 'Nested', content: 'A pool in pool.', kind: 'driver' as const };
  const find = createFullText(indexOf({ ...pages, nested }), noWords);
  expect(titles(await find('pool in pool'))).toEqual(['Nested']);
  expect(await find('driver in driver')).toMatchObject({ nowhere: ['driver in driver'] });
});

test('what people ask of one thing in another counts where the text has it too', async () => {
  const page = { title: 'One', content: 'A pool in pool.', kind: 'error' as const };
  const asking = { ...page, title: 'Two', asked: 'pool in pool' };
  const find = createFullText(indexOf({ a: page, b: asking }), noWords);
  expect(titles(await find('pool in pool'))).toEqual(['Two', 'One']);
});

test('the name of a driver, alone or called a driver, brings its page first', async () => {
  const article = { title: 'From overlay2 on', content: 'x' };
  const find = createFullText(indexOf({ ...pages, article }), noWords);
  expect(titles(await find('overlay2'))).toEqual(['overlay2', 'From overlay2 on']);
  expect(titles(await find(' overlay2 storage driver'))).toEqual(['overlay2', 'From overlay2 on']);
  expect(titles(await find('from overlay2'))).toEqual(['From overlay2 on', 'overlay2']);
});

test('a phrase does not begin in one block and end in the next', async () => {
  expect(titles(await search()('"blocks no space"'))).toEqual([]);
});

test('pages of one kind can be asked for, and of another left out', async () => {
  expect(titles(await search()('pool', { kind: 'guide' }))).toEqual(['Quota']);
  const found = await search()('space', { without: 'error' });
  expect(titles(found)).toEqual(['The thin pool', 'Quota']);
  expect(found.counts).toEqual({ article: 1, guide: 1 });
});

test('pages about one kind of driver can be asked for, and how many there are of each is known', async () => {
  const found = await search()('pool', { driver: 'devicemapper' });
  expect(titles(found)).toEqual(['The thin pool']);
  expect(found).toMatchObject({
    counts: { article: 1 },
    driver: 'devicemapper',
    drivers: { devicemapper: 1, overlay: 1 },
  });
  expect((await search()('pool', { driver: 'btrfs' })).pages).toEqual([]);
});

test('the driver that a text names narrows the pages only if there are some about it', async () => {
  expect(titles(await search()('pool', { named: 'overlay' }))).toEqual(['overlay2']);
  const found = await search()('pool', { named: 'btrfs' });
  expect(found.pages).toHaveLength(4);
  expect(found.driver).toBeUndefined();
});

test('of a paste the words of the known message are looked for', async () => {
  const found = await search()('a\nwrite /x: no space left on device', { known: ['no space left on device'] });
  expect(titles(found)).toEqual(['The thin pool']);
  expect(found.query).toBe('no space left on device');
});

test('where the words of the known message stand on error pages only, what it is called is looked for', async () => {
  const found = await search()('a\nSome store has no room', {
    known: ['some store has no room'],
    knownAs: 'Blocks of the “pool”',
    without: 'error',
  });
  expect(titles(found)[0]).toBe('The thin pool');
});

test('of a paste without a known error the rarest phrase is looked for', async () => {
  const found = await search()('step 1\nerror: it stacks layers of 4 things\n');
  expect(found.query).toBe('it stacks layers of');
  expect(titles(found)).toEqual(['overlay2']);
});

test('a paste of which nothing is on any page finds nothing', async () => {
  expect(await search()('zzz\nerror: qqq www')).toMatchObject({ pages: [], counts: {}, query: '' });
});

test('a word is asked for once, and again after a failure', async () => {
  const index = indexOf(pages);
  const find = createFullText(index, noWords);
  await find('pool');
  const asked = index.search.mock.calls.length;
  await find('pool');
  expect(index.search.mock.calls.length).toBe(asked);
  index.search.mockImplementationOnce(() => Promise.reject(new Error('offline')));
  await expect(find('blocks')).rejects.toThrow('offline');
  expect(titles(await find('blocks'))).toEqual(['The thin pool']);
});

test('the best page is there before the others', async () => {
  const onFirst = vi.fn();
  await search()('pool', { onFirst });
  expect(onFirst.mock.calls.map(([found]) => titles(found as { pages: { title: string }[] }))).toEqual([
    ['The thin pool'],
  ]);
});

test('the page that is there before the others is the best one, though its text has what it is about too', async () => {
  const onFirst = vi.fn();
  const listed = { title: 'Other', content: 'Each has a store.', kind: 'error' as const };
  const about = { title: 'A store', content: 'A store of blocks.', kind: 'error' as const };
  const found = await createFullText(indexOf({ a: listed, b: about }), noWords)('store', { onFirst });
  expect(titles(found)).toEqual(['A store', 'Other']);
  expect(onFirst.mock.calls.map(([first]: FoundPages[]) => titles(first ?? { pages: [] }))).toEqual([['A store']]);
});

const olderPages: Record<string, Page> = {
  quokka: { title: 'A quokka of 2014', content: 'It lived in a pool.' },
};

test('the best of the newest pages is handed on before older ones are asked, and then all are in one order', async () => {
  const older = indexOf(olderPages);
  const onFirst = vi.fn(() => expect(older.search).not.toHaveBeenCalled());
  const found = await createFullText(indexOf(pages), noWords, [older])('pool', { onFirst });
  expect(onFirst.mock.calls.map(([first]: FoundPages[]) => titles(first ?? { pages: [] }))).toEqual([
    ['The thin pool'],
  ]);
  expect(titles(found)).toEqual([
    'The thin pool',
    'A quokka of 2014',
    'Quota',
    'overlay2',
    'The thin pool – discussion',
  ]);
});

test.each([
  ['only older pages have the word', 'quokka'],
  ['only an older page has all the words', 'quokka pool'],
  ['only older pages have the phrase', '"lived in a pool"'],
])('where %s, older pages are asked before one is handed on', async (_, text) => {
  const onFirst = vi.fn();
  const found = await createFullText(indexOf(pages), noWords, [indexOf(olderPages)])(text, { onFirst });
  expect(onFirst).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ nowhere: [], partial: false }));
  expect(titles(found)[0]).toBe('A quokka of 2014');
});

test('an index that lacks a word which another has brings no pages with shorter ones', async () => {
  const newest = indexOf({ quota: { title: 'Quota', content: 'Quokk and quok.' } });
  const found = await createFullText(newest, noWords, [indexOf(olderPages)])('quokka');
  expect(titles(found)).toEqual(['A quokka of 2014']);
});

test('an index of older pages that does not come is said, after the best of the newest was handed on', async () => {
  const onFirst = vi.fn();
  const lost = { search: () => Promise.reject(new Error('404')) };
  await expect(createFullText(indexOf(pages), noWords, [lost])('pool', { onFirst })).rejects.toThrow('404');
  expect(onFirst).toHaveBeenCalledOnce();
});

import { excerptPieces } from './excerpt.ts';
import type { ResultKind } from './marks.ts';

/**
 * What we use of Pagefind. In quotes it finds a word or a phrase as it stands, and names no field of a page that has it in
 * its text as well; without, it finds longer and shorter ones too, and names all fields.
 */
export interface Pagefind {
  search(query: string | null, options?: SearchOptions): Promise<{ results: PagefindResult[] }>;
}

interface SearchOptions {
  filters?: Record<string, string>;
  /** Longer words are found only in the part of the index in which the word itself is: see `index-pages.node.ts`. */
  ownPart?: boolean;
}

export interface PagefindResult {
  id: string;
  score: number;
  /** Places of the words in the text; none if only the title or another field has them. */
  words: number[];
  matchedMetaFields?: string[];
  data(): Promise<Fragment>;
}

export interface Fragment {
  url: string;
  excerpt: string;
  content: string;
  meta: { title?: string; kind?: ResultKind };
  sub_results: { title: string; url: string }[];
}

/** Pagefind's results by id. */
export type Results = ReadonlyMap<string, PagefindResult>;

const resultKinds: readonly ResultKind[] = ['article', 'guide', 'error', 'driver', 'discussion'];

/** Kinds of pages, by their ids, and how many pages there are. */
export interface Kinds {
  kindOf: (id: string) => ResultKind | 'page';
  count: number;
}

/** What an index knows; it is asked once for each word, phrase and filter. */
export interface Shelf {
  /** Pages of a word, with those of longer words that begin like it; none if only a shorter word is there. */
  ofWord: (word: string) => Promise<Results>;
  /** The same for one part of the index: longer words that lie in the next one are left out. None if the word is nowhere. */
  ofWordAtOnce: (word: string) => Promise<Results>;
  /** Pages of a word or a phrase as it stands. */
  ofPhrase: (phrase: string) => Promise<Results>;
  /** Pages with some of these words; the excerpts show where they stand together. */
  ofSome: (words: readonly string[]) => Promise<Results>;
  /** Ids of the pages with a value of a filter: `kind article`. */
  filtered: (filter: string) => Promise<ReadonlySet<string>>;
  kinds: () => Promise<Kinds>;
}

/** What an index knows. The functions reject if a part of it can't be read. */
export function createShelf(index: Pagefind): Shelf {
  const pagefind = inTurn(index);
  return withKinds({
    ofWord: remembered((word) => findWord(pagefind, word.toLowerCase())),
    ofWordAtOnce: remembered((word) => findWhole(pagefind, word.toLowerCase(), { ownPart: true })),
    ofPhrase: remembered((phrase) => exactly(pagefind, phrase.toLowerCase())),
    ofSome: (words) => loosely(pagefind, words.join(' ')),
    filtered: remembered((filter) => findFiltered(pagefind, filter)),
  });
}

/**
 * What several indexes know together. Each is asked by itself: where it lacks a word, Pagefind finds shorter ones in it,
 * which are no answer if another has the word.
 */
export function joined(shelves: readonly Shelf[]): Shelf {
  const fromAll = async <Item>(ask: (shelf: Shelf) => Promise<Iterable<Item>>) =>
    (await Promise.all(shelves.map(ask))).flatMap((found) => [...found]);
  return withKinds({
    ofWord: async (word) => new Map(await fromAll(({ ofWord }) => ofWord(word))),
    ofWordAtOnce: async (word) => new Map(await fromAll(({ ofWordAtOnce }) => ofWordAtOnce(word))),
    ofPhrase: async (phrase) => new Map(await fromAll(({ ofPhrase }) => ofPhrase(phrase))),
    ofSome: async (words) => new Map(await fromAll(({ ofSome }) => ofSome(words))),
    filtered: async (filter) => new Set(await fromAll(({ filtered }) => filtered(filter))),
  });
}

function withKinds(shelf: Omit<Shelf, 'kinds'>): Shelf {
  return {
    ...shelf,
    kinds: async () => {
      const ids = await Promise.all(
        resultKinds.map(async (kind) => [kind, await shelf.filtered(`kind ${kind}`)] as const),
      );
      return {
        kindOf: (id) => ids.find(([, some]) => some.has(id))?.[0] ?? 'page',
        count: ids.reduce((sum, [, some]) => sum + some.size, 0),
      };
    },
  };
}

/**
 * Pagefind with fragments that stay as they are. It has one object for each page, into which every search that asks for
 * the page writes its own excerpt: so each waits for those that asked before it, and takes a copy.
 */
function inTurn(index: Pagefind): Pagefind {
  const last = new Map<string, Promise<unknown>>();
  const read = (result: PagefindResult): Promise<Fragment> => {
    const before = last.get(result.id) ?? Promise.resolve();
    const fragment = before.catch(() => undefined).then(async () => ({ ...(await result.data()) }));
    last.set(result.id, fragment);
    return fragment;
  };
  return {
    search: async (query, options) => {
      const { results } = await index.search(query, options);
      return { results: results.map((result) => ({ ...result, data: () => read(result) })) };
    },
  };
}

async function findWord(pagefind: Pagefind, word: string): Promise<Results> {
  const whole = await findWhole(pagefind, word);
  if (whole.size > 0) return whole;
  const results = await loosely(pagefind, word);
  const [first] = results.values();
  const marks = first === undefined ? [] : excerptPieces((await first.data()).excerpt).filter(({ marked }) => marked);
  return marks.some(({ text }) => text.toLowerCase().includes(word)) ? results : new Map();
}

/** Pages of a word that stands somewhere, and of longer ones; of several words those that have them side by side. */
async function findWhole(pagefind: Pagefind, word: string, options?: SearchOptions): Promise<Results> {
  const exact = await exactly(pagefind, word);
  if (exact.size === 0) return exact;
  const parts = await Promise.all(word.split(' ').map((part) => loosely(pagefind, part, options)));
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : withFields(exact, parts);
}

/** Pages of a phrase with the fields that have all of its words, where Pagefind names none. */
function withFields(phrase: Results, parts: readonly Results[]): Results {
  return new Map(
    [...phrase].map(([id, page]) => {
      const [first = [], ...others] = parts.map((pages) => pages.get(id)?.matchedMetaFields ?? []);
      const common = first.filter((field) => others.every((fields) => fields.includes(field)));
      return [id, { ...page, matchedMetaFields: page.matchedMetaFields ?? common }];
    }),
  );
}

function exactly(pagefind: Pagefind, words: string): Promise<Results> {
  return loosely(pagefind, `"${words}"`);
}

async function loosely(pagefind: Pagefind, query: string, options?: SearchOptions): Promise<Results> {
  const { results } = await pagefind.search(query, options);
  return new Map(results.map((result) => [result.id, result]));
}

/** Ids of the pages with a value of a filter: `kind article`. */
async function findFiltered(pagefind: Pagefind, filter: string): Promise<ReadonlySet<string>> {
  const [name = '', value = ''] = filter.split(' ');
  const { results } = await pagefind.search(null, { filters: { [name]: value } });
  return new Set(results.map(({ id }) => id));
}

/** Answers once for each key, and forgets an answer that failed, so that whoever asks again tries again. */
export function remembered<Value>(find: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (key) => {
    const answer = answers.get(key) ?? find(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

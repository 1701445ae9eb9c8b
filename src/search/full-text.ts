import { driverKinds } from '../errors/driver-kinds.ts';
import { excerptPieces } from './excerpt.ts';
import type { Piece } from './excerpt.ts';
import type { ResultKind } from './marks.ts';
import { withText } from '../site/text-fragment.ts';
import { withPassage } from './passage.ts';
import { likelyRuns, rarestPhrases } from './paste-words.ts';
import { isPaste, parseQuery } from './query.ts';
import type { Query } from './query.ts';
import { rank } from './ranking.ts';
import type { WordHit } from './ranking.ts';
import { meantWord } from './spelling.ts';

/** What we use of Pagefind. In quotes it finds a word or a phrase as it stands; without, longer and shorter ones too. */
export interface Pagefind {
  search(query: string | null, options?: { filters: Record<string, string> }): Promise<{ results: PagefindResult[] }>;
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

export interface FoundPage {
  title: string;
  /** Leads to the passage, and has the browser mark its words. */
  url: string;
  kind: ResultKind | 'page';
  excerpt: Piece[];
  /** Headings under which the words stand, three at most. */
  parts: { title: string; url: string }[];
}

/** Pages for a text. */
export interface FoundPages {
  pages: FoundPage[];
  /** How many pages there are of each kind; `pages` holds the first ten of the kind that was asked for. */
  counts: Partial<Record<ResultKind | 'page', number>>;
  /** The kind of driver that all of `pages` are about, if they were asked for by it. */
  driver?: string | undefined;
  /** How many pages there are about each kind of driver, whatever was asked for. */
  drivers: Record<string, number>;
  /** What was looked for: the text itself, or the phrase that was picked out of a paste. */
  query: string;
  /** Words that are on no page of this site. */
  nowhere: string[];
  /** Of these, the ones that are near to a word of this site, and the word that was looked for instead. */
  meant: Record<string, string>;
  /** True if no page has all the words that are somewhere. */
  partial: boolean;
}

const shownPages = 10;
const shownParts = 3;
const resultKinds: readonly ResultKind[] = ['article', 'guide', 'error', 'driver', 'discussion'];

/** How a search is meant: which pages to show, and what is known of the text already. */
export interface Wish {
  /** Show pages of this kind only. */
  kind?: ResultKind | 'page' | undefined;
  /** Show pages about this kind of driver only. */
  driver?: string | undefined;
  /** The kind of driver that the text itself names: like `driver`, but only if there are such pages. */
  named?: string | undefined;
  /** Leave pages of this kind out, because they have a list of their own. */
  without?: ResultKind | undefined;
  /** Literal words of the error that was recognised in a paste, the longest first. */
  known?: readonly string[];
  /** What that error is called: its words are looked for where no page has the literal ones. */
  knownAs?: string | undefined;
  /** Called with the best page alone as soon as it is there: the others cost a slow line as much again. */
  onFirst?: ((found: FoundPages) => void) | undefined;
}

/** Pagefind's results by id. */
type Results = ReadonlyMap<string, PagefindResult>;

/**
 * Full-text search over Pagefind that keeps three promises which Pagefind alone does not: a word that is nowhere is
 * named instead of being replaced by a shorter one, quotes work inside longer queries and do not cross blocks, and
 * adding a word of a page's title never puts that page further down. Of a paste, whose words never all stand on one
 * page, the known error's literal words are looked for, or else its rarest phrase. For a misspelt word the nearest of
 * `loadWords`, the words of this site, is looked for. Rejects if the index can't be read.
 */
export function createFullText(
  index: Pagefind,
  loadWords: () => Promise<readonly string[]>,
): (text: string, wish?: Wish) => Promise<FoundPages> {
  const pagefind = inTurn(index);
  const wordResults = remembered((word) => findWord(pagefind, word.toLowerCase()));
  const phraseResults = remembered((phrase) => exactly(pagefind, phrase.toLowerCase()));
  const filtered = remembered((filter) => findFiltered(pagefind, filter));
  const kinds = async () => {
    const ids = await Promise.all(resultKinds.map(async (kind) => [kind, await filtered(`kind ${kind}`)] as const));
    const kindOf = (id: string) => ids.find(([, some]) => some.has(id))?.[0] ?? 'page';
    return { kindOf, count: ids.reduce((sum, [, some]) => sum + some.size, 0) };
  };
  const siteWords = remembered(loadWords);

  /** The words that were meant by those that are nowhere; empty if the words of this site can't be loaded. */
  async function meantBy(nowhere: readonly string[]): Promise<Record<string, string>> {
    if (nowhere.length === 0) return {};
    const known = await siteWords('').catch(() => []);
    return Object.fromEntries(
      nowhere.flatMap((word) => {
        const meant = meantWord(word, known);
        return meant === undefined ? [] : [[word, meant]];
      }),
    );
  }

  /** Of a paste: the first phrase that stands on a page to be shown, or else the words that the known error is called by. */
  async function inPaste(text: string, { known = [], knownAs = '', without }: Wish): Promise<Query> {
    const { kindOf } = await kinds();
    const runs = likelyRuns(text);
    const pages = new Map<string, number>();
    const isKnown = known.length > 0;
    if (!isKnown) {
      await Promise.all(runs.flat().map(async (word) => pages.set(word, (await phraseResults(word)).size)));
    }
    for (const phrase of isKnown ? known : rarestPhrases(runs, (word) => pages.get(word) ?? 0)) {
      const results = await phraseResults(phrase);
      if ([...results.keys()].some((id) => kindOf(id) !== without)) return { words: [], phrases: [phrase] };
    }
    return parseQuery(knownAs.replace(/["“”„]/g, ' '));
  }

  /** Of these pages, those about a kind of driver; all of them if `optional` and there is none. */
  async function aboutDriver<Page extends { id: string }>(
    driver: string | undefined,
    ranked: readonly Page[],
    optional: boolean,
  ): Promise<{ driver?: string | undefined; ranked: readonly Page[] }> {
    if (driver === undefined) return { ranked };
    const ids = await filtered(`driver ${driver}`);
    const narrowed = ranked.filter(({ id }) => ids.has(id));
    return optional && narrowed.length === 0 ? { ranked } : { driver, ranked: narrowed };
  }

  async function countedDrivers(ranked: readonly { id: string }[]): Promise<Record<string, number>> {
    const counts = await Promise.all(
      driverKinds.map(async (driver) => {
        const ids = await filtered(`driver ${driver}`);
        return [driver, ranked.filter(({ id }) => ids.has(id)).length] as const;
      }),
    );
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  }

  return async (text, wish = {}) => {
    const { kind, driver, named, without, onFirst } = wish;
    const query = isPaste(text) ? await inPaste(text, wish) : parseQuery(text);
    const { phrases } = query;
    // The words as they stand first: longer ones that begin like them may cost a slow line another part of the index.
    const [{ kindOf, count }, exact, literal] = await Promise.all([
      kinds(),
      Promise.all(phrases.map(phraseResults)),
      Promise.all(query.words.map(phraseResults)),
    ]);

    /** Puts the pages of `found`, one list for each word, in order; `together` are shown rather than others. */
    async function arrange(found: readonly Results[], together: Results) {
      const somewhere = found.filter(({ size }) => size > 0);
      const ranked = rank(
        (somewhere.length > 0 ? somewhere : exact).map((results) => hitsOf(results, kindOf)),
        kindOf,
        count,
      ).filter(({ id }) => kindOf(id) !== without && exact.every((results) => results.has(id)));
      const about = await aboutDriver(driver ?? named, ranked, driver === undefined);
      const counts: FoundPages['counts'] = {};
      for (const { id } of about.ranked) counts[kindOf(id)] = (counts[kindOf(id)] ?? 0) + 1;
      const resultOf = (id: string) => [together, ...exact, ...somewhere].find((results) => results.has(id))?.get(id);
      const wanted = about.ranked
        .filter(({ id }) => kind === undefined || kindOf(id) === kind)
        .flatMap(({ id }) => resultOf(id) ?? []);
      const partial = about.ranked.every(({ words }) => words < somewhere.length);
      return { ranked, wanted, counts, driver: about.driver, partial };
    }

    /** Hands the best page of an order on. */
    async function hand({ wanted, counts, driver: shown, partial }: Awaited<ReturnType<typeof arrange>>, rest: Looked) {
      onFirst?.({ ...rest, counts, driver: shown, partial, drivers: {}, pages: await firstPages(wanted, phrases, 1) });
    }

    const isQuick = literal.length > 0 && literal.every(({ size }) => size > 0);
    if (isQuick) {
      const looked = { query: [...phrases, ...query.words].join(' '), nowhere: [], meant: {} };
      await hand(await arrange(literal, new Map()), looked);
    }
    const typed = await Promise.all(query.words.map(wordResults));
    const nowhere = query.words.filter((_, place) => typed[place]?.size === 0);
    const meant = await meantBy(nowhere);
    const words = query.words.map((word) => meant[word] ?? word);
    const found = nowhere.length === 0 ? typed : await Promise.all(words.map(wordResults));
    // A single search for all words shows in its excerpts where they stand together.
    const together = words.length > 1 ? await loosely(pagefind, words.join(' ')) : new Map<string, PagefindResult>();
    const looked = { query: [...phrases, ...words].join(' '), nowhere, meant };
    const order = await arrange(found, together);
    if (!isQuick) await hand(order, looked);
    const { ranked, wanted, ...rest } = order;
    const pages = await firstPages(wanted, phrases, shownPages);
    return { ...looked, ...rest, drivers: await countedDrivers(ranked), pages };
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

/** What was looked for. */
type Looked = Pick<FoundPages, 'query' | 'nowhere' | 'meant'>;

/** The first of these that really hold the phrases: Pagefind's phrases may begin in one block and end in the next. */
async function firstPages(results: readonly PagefindResult[], phrases: readonly string[], count: number) {
  const pages: FoundPage[] = [];
  for (let from = 0; from < results.length && pages.length < count; from += count) {
    const fragments = await Promise.all(results.slice(from, from + count).map((result) => result.data()));
    for (const fragment of fragments) {
      if (phrases.every((phrase) => stands(phrase, fragment.content))) {
        pages.push(toFoundPage(fragment, phrases));
      }
    }
    if (phrases.length === 0) break;
  }
  return pages.slice(0, count);
}

function stands(phrase: string, content: string): boolean {
  return plain(content).includes(plain(phrase));
}

/** Quotes and dashes as a keyboard has them, in lower case. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ');
}

function toFoundPage({ url, excerpt, meta, sub_results }: Fragment, phrases: readonly string[]): FoundPage {
  const title = meta.title ?? url;
  const pieces = excerptPieces(excerpt);
  const parts = sub_results.filter((part) => part.url !== url && part.title !== title).slice(0, shownParts);
  return {
    title,
    url: phrases.length > 0 ? withText(url, phrases) : withPassage(url, pieces),
    kind: meta.kind ?? 'page',
    excerpt: pieces,
    parts: parts.map((part) => ({ title: part.title, url: part.url })),
  };
}

/** Pages of a word, with those of longer words that begin like it; none if only a shorter word is there. */
async function findWord(pagefind: Pagefind, word: string): Promise<Results> {
  if ((await exactly(pagefind, word)).size > 0) return loosely(pagefind, word);
  const results = await loosely(pagefind, word);
  const [first] = results.values();
  const marks = first === undefined ? [] : excerptPieces((await first.data()).excerpt).filter(({ marked }) => marked);
  return marks.some(({ text }) => text.toLowerCase().includes(word)) ? results : new Map();
}

function exactly(pagefind: Pagefind, words: string): Promise<Results> {
  return loosely(pagefind, `"${words}"`);
}

async function loosely(pagefind: Pagefind, query: string): Promise<Results> {
  const { results } = await pagefind.search(query);
  return new Map(results.map((result) => [result.id, result]));
}

/** A comment has its page's title, which says nothing about the comment. */
function hitsOf(results: Results, kindOf: (id: string) => ResultKind | 'page'): WordHit[] {
  return [...results.values()].flatMap(({ id, score, words, matchedMetaFields = [] }) => {
    const inTitle = matchedMetaFields.includes('title') && kindOf(id) !== 'discussion';
    return words.length > 0 || inTitle ? [{ id, score, inTitle }] : [];
  });
}

/** Ids of the pages with a value of a filter: `kind article`. */
async function findFiltered(pagefind: Pagefind, filter: string): Promise<ReadonlySet<string>> {
  const [name = '', value = ''] = filter.split(' ');
  const { results } = await pagefind.search(null, { filters: { [name]: value } });
  return new Set(results.map(({ id }) => id));
}

/** Answers once for each key, and forgets an answer that failed, so that whoever asks again tries again. */
function remembered<Value>(find: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (key) => {
    const answer = answers.get(key) ?? find(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

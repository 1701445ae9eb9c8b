import { driverKinds, driverKindsIn } from '../errors/driver-kinds.ts';
import { excerptPieces } from './excerpt.ts';
import type { Piece } from './excerpt.ts';
import type { ResultKind } from './marks.ts';
import { withText } from '../site/text-fragment.ts';
import { respelt, whatWasMeant } from './meant.ts';
import { withPassage } from './passage.ts';
import { likelyRuns, rarestPhrases } from './paste-words.ts';
import { besideDriver, isPaste, parseQuery } from './query.ts';
import type { Query } from './query.ts';
import { rank } from './ranking.ts';
import type { WordHit } from './ranking.ts';
import { createShelf, joined, remembered } from './shelf.ts';
import type { Fragment, Kinds, Pagefind, PagefindResult, Results, Shelf } from './shelf.ts';

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

/** What is looked for, and where it stands word for word. */
interface Begun extends Kinds {
  query: Query;
  /** Phrases that are on no page, whose words are looked for. */
  unquoted: string[];
  /** Pages of each phrase. */
  exact: Results[];
  /** Pages of each word in the phrases that somebody typed, which say what a page with them is about. */
  quoted: Results[];
  /** Pages of each word, as far as they are known without a further part of the index. */
  literal: Results[];
  /** The kind of page that is meant by a title: a driver's if somebody typed its name, and at most that it is one. */
  meant: 'driver' | 'guide';
}

/**
 * Full-text search over Pagefind that keeps three promises which Pagefind alone does not: a word that is nowhere is
 * named instead of being replaced by a shorter one, quotes work inside longer queries and do not cross blocks, and
 * adding a word of a page's title, unless it only asks, never puts that page further down. Of a paste, whose words
 * never all stand on one page, the known error's literal words are looked for, or else its rarest phrase. For a
 * misspelt word the nearest of `loadWords`, the words of this site, is looked for. `older` are indexes of further
 * pages; none of them is asked before the best page of `index` was handed on, if there is one with all that is looked
 * for. Rejects if an index can't be read.
 */
export function createFullText(
  index: Pagefind,
  loadWords: () => Promise<readonly string[]>,
  older: readonly Pagefind[] = [],
): (text: string, wish?: Wish) => Promise<FoundPages> {
  const newest = createShelf(index);
  const all = older.length === 0 ? newest : joined([newest, ...older.map(createShelf)]);
  const once = remembered(loadWords);
  const siteWords = () => once('');

  return async (text, wish = {}) => {
    const hand = async ({ wanted, counts, driver, partial }: Order, looked: Looked, { phrases }: Query) => {
      const pages = await firstPages(wanted, phrases, 1);
      wish.onFirst?.({ ...looked, counts, driver, partial, drivers: {}, pages });
    };
    const first = await begin(newest, text, wish, newest === all);
    const order = standsAll(first) ? await arrange(newest, first, first.literal, wish) : undefined;
    // Where the newest pages lack one of the words, older ones may have all.
    const isQuick = order !== undefined && (all === newest || (!order.partial && order.wanted.length > 0));
    if (isQuick) await hand(order, { query: inOne(first.query), nowhere: [], meant: {} }, first.query);

    const begun = all === newest ? first : await begin(all, text, wish, true);
    const { query } = begun;
    const typed = await Promise.all(query.words.map(all.ofWord));
    const nowhere = query.words.filter((_, place) => typed[place]?.size === 0);
    const broken = query.words.filter((_, place) => begun.literal[place]?.size === 0);
    const isThere = async (part: string) => (await all.ofWord(part)).size > 0;
    const meant = await whatWasMeant(text, query.words, { nowhere, broken, isThere, loadWords: siteWords });
    const words = respelt(query.words, meant);
    const found = meant.size === 0 ? typed : await Promise.all(words.map(all.ofWord));
    // A single search for all words shows in its excerpts where they stand together.
    const together = words.length > 1 ? await all.ofSome(words) : undefined;
    const looked = {
      query: inOne({ ...query, words }),
      nowhere: [...begun.unquoted, ...nowhere],
      meant: Object.fromEntries(meant),
    };
    const whole = await arrange(all, begun, found, wish, together);
    if (!isQuick) await hand(whole, looked, query);
    const { ranked, wanted, ...told } = whole;
    const pages = await firstPages(wanted, query.phrases, shownPages);
    return { ...looked, ...told, drivers: await countedDrivers(all, ranked), pages };
  };
}

/** What was looked for. */
type Looked = Pick<FoundPages, 'query' | 'nowhere' | 'meant'>;

/** Words and phrases as a reader would type them. */
function inOne({ phrases, words }: Query): string {
  return [...phrases, ...words].join(' ');
}

/** Whether all that is looked for stands somewhere as it is. */
function standsAll({ exact, literal }: Begun): boolean {
  const all = [...exact, ...literal];
  return all.length > 0 && all.every(({ size }) => size > 0);
}

/** Where `isAll`, quotes around what is on no page count for nothing. */
async function begin(shelf: Shelf, text: string, wish: Wish, isAll: boolean): Promise<Begun> {
  const isPasted = isPaste(text);
  const written = isPasted ? await inPaste(shelf, text, wish) : parseQuery(text);
  const found = await Promise.all(written.phrases.map(shelf.ofPhrase));
  const unquoted = isAll && !isPasted ? written.phrases.filter((_, place) => found[place]?.size === 0) : [];
  const query = {
    words: [...new Set([...written.words, ...unquoted.flatMap((phrase) => parseQuery(phrase).words)])],
    phrases: written.phrases.filter((phrase) => !unquoted.includes(phrase)),
  };
  const quotedWords = isPasted ? [] : query.phrases.flatMap((phrase) => parseQuery(phrase).words);
  // Longer words that begin like these may cost a slow line another part of the index.
  const [kinds, exact, quoted, literal] = await Promise.all([
    shelf.kinds(),
    Promise.all(query.phrases.map(shelf.ofPhrase)),
    Promise.all(quotedWords.map(shelf.ofWord)),
    Promise.all(query.words.map(shelf.ofWordAtOnce)),
  ]);
  const typed = text.split(/\s+/).filter((word) => word !== '' && !besideDriver.has(word.toLowerCase()));
  const isName = driverKindsIn(text).length > 0 && typed.length === query.words.length;
  return { ...kinds, query, exact, quoted, literal, unquoted, meant: isName ? 'driver' : 'guide' };
}

/** Of a paste: the first phrase that stands on a page to be shown, or else the words that the known error is called by. */
async function inPaste(shelf: Shelf, text: string, { known = [], knownAs = '', without }: Wish): Promise<Query> {
  const { kindOf } = await shelf.kinds();
  const runs = likelyRuns(text);
  const pages = new Map<string, number>();
  const isKnown = known.length > 0;
  if (!isKnown) {
    await Promise.all(runs.flat().map(async (word) => pages.set(word, (await standing(shelf, word)).length)));
  }
  for (const phrase of isKnown ? known : rarestPhrases(runs, (word) => pages.get(word) ?? 0)) {
    if ((await standing(shelf, phrase)).some(({ id }) => kindOf(id) !== without))
      return { words: [], phrases: [phrase] };
  }
  return parseQuery(knownAs.replace(/["“”„]/g, ' '));
}

/** Pages in whose text a phrase stands, and not only in what people ask. */
async function standing(shelf: Shelf, phrase: string): Promise<PagefindResult[]> {
  return [...(await shelf.ofPhrase(phrase)).values()].filter(({ words }) => words.length > 0);
}

/** Pages in the order of reading: all of them, and those of the kind and driver that are wanted. */
type Order = Awaited<ReturnType<typeof arrange>>;

/** Puts the pages of `found`, one list for each word, in order; results of `together` are shown rather than others. */
async function arrange(
  shelf: Shelf,
  { exact, quoted, kindOf, count, meant }: Begun,
  found: readonly Results[],
  { kind, driver, named, without }: Wish,
  together: Results = new Map(),
) {
  const somewhere = found.filter(({ size }) => size > 0);
  const ranking = [...somewhere, ...quoted];
  const ranked = rank(
    (ranking.length > 0 ? ranking : exact).map((results) => hitsOf(results, kindOf)),
    kindOf,
    count,
    meant,
  ).filter(({ id }) => kindOf(id) !== without && exact.every((results) => results.has(id)));
  const about = await aboutDriver(shelf, driver ?? named, ranked, driver === undefined);
  const counts: FoundPages['counts'] = {};
  for (const { id } of about.ranked) counts[kindOf(id)] = (counts[kindOf(id)] ?? 0) + 1;
  const resultOf = (id: string) => [together, ...exact, ...somewhere].find((results) => results.has(id))?.get(id);
  const wanted = about.ranked
    .filter(({ id }) => kind === undefined || kindOf(id) === kind)
    .flatMap(({ id }) => resultOf(id) ?? []);
  const partial = about.ranked.every(({ words }) => words < ranking.length);
  return { ranked, wanted, counts, driver: about.driver, partial };
}

/** Of these pages, those about a kind of driver; all of them if `optional` and there is none. */
async function aboutDriver<Page extends { id: string }>(
  shelf: Shelf,
  driver: string | undefined,
  ranked: readonly Page[],
  optional: boolean,
): Promise<{ driver?: string | undefined; ranked: readonly Page[] }> {
  if (driver === undefined) return { ranked };
  const ids = await shelf.filtered(`driver ${driver}`);
  const narrowed = ranked.filter(({ id }) => ids.has(id));
  return optional && narrowed.length === 0 ? { ranked } : { driver, ranked: narrowed };
}

async function countedDrivers(shelf: Shelf, ranked: readonly { id: string }[]): Promise<Record<string, number>> {
  const counts = await Promise.all(
    driverKinds.map(async (driver) => {
      const ids = await shelf.filtered(`driver ${driver}`);
      return [driver, ranked.filter(({ id }) => ids.has(id)).length] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

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

/** A comment has its page's title, which says nothing about the comment. */
function hitsOf(results: Results, kindOf: (id: string) => ResultKind | 'page'): WordHit[] {
  return [...results.values()].flatMap(({ id, score, words, matchedMetaFields = [] }) => {
    const inTitle = matchedMetaFields.includes('title') && kindOf(id) !== 'discussion';
    const about = inTitle ? 'title' : matchedMetaFields.includes('asked') ? 'asked' : undefined;
    return words.length > 0 || about !== undefined ? [{ id, score, about }] : [];
  });
}

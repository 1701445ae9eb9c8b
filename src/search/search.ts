import { createMatcher } from '../errors/matcher.ts';
import type { ErrorMatch, KnownError } from '../errors/matcher.ts';
import { sureWords } from '../errors/parts.ts';
import { excerptPieces } from './excerpt.ts';
import type { Piece } from './excerpt.ts';
import type { ResultKind } from './marks.ts';
import { fullTextQueries } from './query.ts';

/** A known error as the published list has it. */
export interface ListedError extends KnownError {
  title: string;
  url: string;
  /** The meaning in one sentence. */
  means: string;
}

/** What we use of Pagefind's answers. */
export interface FullText {
  search(query: string, options?: { filters: object }): Promise<{ results: { data(): Promise<Fragment> }[] }>;
}

export interface Fragment {
  url: string;
  excerpt: string;
  meta: { title?: string; kind?: ResultKind };
  sub_results: { title: string; url: string }[];
}

export interface FoundPage {
  title: string;
  url: string;
  kind: ResultKind | 'page';
  excerpt: Piece[];
  /** Headings under which the words stand, three at most. */
  parts: { title: string; url: string }[];
}

/** What was found for one text. A part that could not be loaded is empty, and `failed` says so. */
/** A known error in the text. */
export interface FoundError extends ErrorMatch {
  known: ListedError;
}

export interface Answer {
  /** Causes before consequences; the five best. */
  errors: FoundError[];
  pages: FoundPage[];
  /** How many pages were found; `pages` holds the first ten. */
  pageCount: number;
  /** What was said in discussions, which stands below what we wrote; the five best. */
  remarks: FoundPage[];
  /** How many remarks were found. */
  remarkCount: number;
  /** What the pages were searched for: the text itself, or what was picked out of it. */
  query: string;
  failed: boolean;
}

export interface Loaders {
  catalogue(): Promise<ListedError[]>;
  fullText(): Promise<FullText>;
}

const shownErrors = 5;
const shownPages = 10;
const shownRemarks = 5;
const shownParts = 3;

/**
 * The search behind a box. Each source is loaded once, when first asked for; what failed is forgotten, so that the next
 * search tries it again. `search` calls `onErrors` as soon as the known errors are there, and never rejects; without
 * `discussions` it leaves out what was said in them.
 */
export function createSearch(loaders: Loaders) {
  const catalogue = loadedOnce(async () => findErrors(await loaders.catalogue()));
  const fullText = loadedOnce(() => loaders.fullText());

  return {
    async search(
      text: string,
      onErrors: (errors: Answer['errors']) => void = () => undefined,
      discussions = true,
    ): Promise<Answer> {
      const loading = settled(fullText.get()); // Both at once: neither waits for the other on a slow line.
      const known = await settled(catalogue.get());
      const errors = known.ok ? known.value(text) : [];
      onErrors(errors);
      const queries = fullTextQueries(text, errors[0] && sureWords(errors[0].message));
      const index = await loading;
      const found = index.ok ? await settled(firstFound(index.value, queries, errors, discussions)) : index;
      if (!found.ok) fullText.forget();
      const nothing = { ...noPages, query: queries[0] ?? '' };
      return { errors, ...(found.ok ? found.value : nothing), failed: !(known.ok && found.ok) };
    },
  };
}

/** What finds the errors of `catalogue` in a text. */
function findErrors(catalogue: readonly ListedError[]): (text: string) => FoundError[] {
  const match = createMatcher(catalogue);
  const byId = new Map(catalogue.map((known) => [known.id, known]));
  return (text) =>
    match(text)
      .slice(0, shownErrors)
      .flatMap((found) => {
        const known = byId.get(found.error);
        return known === undefined ? [] : [{ ...found, known }];
      });
}

const noPages = { pages: [], pageCount: 0, remarks: [], remarkCount: 0 };

async function firstFound(
  index: FullText,
  queries: readonly string[],
  errors: Answer['errors'],
  discussions: boolean,
): Promise<Omit<Answer, 'errors' | 'failed'>> {
  // The known errors have a list of their own, as remarks have, and must not push the articles out of this one.
  const apart: ResultKind[] = errors.length > 0 ? ['discussion', 'error'] : ['discussion'];
  for (const query of queries) {
    const [own, said] = await Promise.all([
      index.search(query, { filters: { none: apart.map((kind) => ({ kind })) } }),
      discussions ? index.search(query, { filters: { kind: 'discussion' } }) : { results: [] },
    ]);
    const fragments = await firstOf(own.results, shownPages);
    const remarks = await firstOf(said.results, shownRemarks);
    // A page that stands among the known errors above need not be read twice.
    const pages = fragments.filter(({ url }) => !errors.some(({ known }) => known.url === url)).map(foundPage);
    if (pages.length + remarks.length === 0) continue;
    return {
      pages,
      pageCount: own.results.length - (fragments.length - pages.length),
      remarks: remarks.map(foundPage),
      remarkCount: said.results.length,
      query: query.replaceAll('"', ''),
    };
  }
  return { ...noPages, query: queries[0] ?? '' };
}

function firstOf(results: readonly { data(): Promise<Fragment> }[], count: number): Promise<Fragment[]> {
  return Promise.all(results.slice(0, count).map((result) => result.data()));
}

function foundPage({ url, excerpt, meta, sub_results }: Fragment): FoundPage {
  const title = meta.title ?? url;
  const parts = sub_results.filter((part) => part.url !== url && part.title !== title).slice(0, shownParts);
  return {
    title,
    url,
    kind: meta.kind ?? 'page',
    excerpt: excerptPieces(excerpt),
    parts: parts.map((part) => ({ title: part.title, url: part.url })),
  };
}

function loadedOnce<Value>(load: () => Promise<Value>) {
  let loaded: Promise<Value> | undefined;
  return {
    get(): Promise<Value> {
      const current = (loaded ??= load());
      current.catch(() => {
        if (loaded === current) loaded = undefined;
      });
      return current;
    },
    forget(): void {
      loaded = undefined;
    },
  };
}

async function settled<Value>(promise: Promise<Value>): Promise<{ ok: true; value: Value } | { ok: false }> {
  try {
    return { ok: true, value: await promise };
  } catch {
    return { ok: false }; // Whatever went wrong, the reader can only try again; the page says so.
  }
}

import type { ResultKind } from './marks.ts';

/** A page on which a word was found. `score` is Pagefind's; `inTitle` says that the page is about the word. */
export interface WordHit {
  id: string;
  score: number;
  inTitle: boolean;
}

/** Order of kinds among pages that are equal in all else. */
const kinds: readonly (ResultKind | 'page')[] = ['article', 'guide', 'driver', 'page', 'error', 'discussion'];

/** What a word is worth at most where the page is not about it. A word in the title is worth 1. */
const bodyWorth = 0.9;

/**
 * Ids of pages in the order of reading, with how many of the words each has. `hits` has one list for each word.
 *
 * More words come before fewer, pages before comments, then the sum of what each word is worth. A word in a page's title
 * has the highest worth there is, so that adding one never puts that page behind another: this is what a reader expects
 * of a search, and what Pagefind's own order, which weighs how rare words are against each other, does not give.
 */
export function rank(
  hits: readonly (readonly WordHit[])[],
  kindOf: (id: string) => ResultKind | 'page',
): { id: string; words: number }[] {
  const pages = new Map<string, { id: string; words: number; worth: number; kind: ResultKind | 'page' }>();
  for (const list of hits) {
    const best = Math.max(...list.filter(({ inTitle }) => !inTitle).map(({ score }) => score), Number.MIN_VALUE);
    for (const { id, score, inTitle } of list) {
      const page = pages.get(id) ?? { id, words: 0, worth: 0, kind: kindOf(id) };
      page.words += 1;
      page.worth += inTitle ? 1 : (bodyWorth * score) / best;
      pages.set(id, page);
    }
  }
  const late = (kind: ResultKind | 'page') => Number(kind === 'discussion');
  return [...pages.values()]
    .toSorted(
      (a, b) =>
        b.words - a.words ||
        late(a.kind) - late(b.kind) ||
        b.worth - a.worth ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id, words }) => ({ id, words }));
}

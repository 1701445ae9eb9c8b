import type { ResultKind } from './marks.ts';

/** A page on which a word was found. `score` is Pagefind's. */
export interface WordHit {
  id: string;
  score: number;
  /** Whether the page is about the word, because its title has it, or what people ask. */
  about?: 'title' | 'asked' | undefined;
}

/** Order of kinds among pages that are equal in all else. */
const kinds: readonly (ResultKind | 'page')[] = ['article', 'guide', 'driver', 'page', 'error', 'discussion'];

/** What a word is worth at most where the page is not about it: what is named often is not what is explained. */
const bodyWorth = 0.55;

/** The weight of words that stand on a fifth of the pages or fewer: a word is not the subject for being rarer still. */
const mostWeight = 1.5;

/** What articles and guides have beforehand, less than any word that tells: others list in few words what these explain. */
const explaining: ReadonlySet<ResultKind | 'page'> = new Set<ResultKind>(['article', 'guide']);
const explainingWorth = 0.15;

/** What a page has beforehand whose title has all of the words: it is what somebody named. That of an error is a message. */
const titleWorth = 0.5;

/** What it has if it is of the kind that is likely meant too: more than an article has for what it explains. */
const meantWorth = 0.2;

/** A comment with the same words comes behind every page, whatever it says of them. */
const commentWorth = 0.1;

/**
 * Ids of pages in the order of reading, with how many of the words each has. `hits` has one list for each word, `count`
 * is how many pages there are, and of several that have one name the one of the kind `meant` comes first.
 *
 * The sum of what each word is worth decides. A rare word weighs more than one that stands nearly everywhere: people ask
 * in whole sentences, and a page with `does`, `not` and `all` is no answer. A word that a page is about has the highest
 * worth there is, so that adding one never puts that page behind another: this is what a reader expects of a search, and
 * what Pagefind's own order does not give.
 */
export function rank(
  hits: readonly (readonly WordHit[])[],
  kindOf: (id: string) => ResultKind | 'page',
  count: number,
  meant: ResultKind = 'guide',
): { id: string; words: number }[] {
  const pages = new Map<string, Ranked>();
  for (const [place, list] of hits.entries()) {
    const best = Math.max(
      ...list.filter(({ about }) => about === undefined).map(({ score }) => score),
      Number.MIN_VALUE,
    );
    const weight = Math.min(mostWeight, Math.log((Math.max(count, list.length) + 1) / (list.length + 0.5)));
    for (const { id, score, about } of list) {
      const page = pages.get(id) ?? unranked(id, kindOf(id));
      page.words += 1;
      if (about === 'title') {
        page.inTitle += 1;
        if (place === 0) page.named = score;
      } else page.told += score;
      page.worth += weight * (about !== undefined ? 1 : (bodyWorth * score) / best);
      pages.set(id, page);
    }
  }
  const worthOf = ({ worth, kind, inTitle }: Ranked) =>
    (kind === 'discussion' ? worth * commentWorth : worth) +
    (inTitle === hits.length && kind !== 'error' ? titleWorth + (kind === meant ? meantWorth : 0) : 0);
  return [...pages.values()]
    .toSorted(
      (a, b) =>
        worthOf(b) - worthOf(a) ||
        b.inTitle - a.inTitle ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        b.named - a.named ||
        b.told - a.told ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id, words }) => ({ id, words }));
}

interface Ranked {
  id: string;
  words: number;
  /** How many of the words its title has. */
  inTitle: number;
  worth: number;
  /** Score of the first word if the title has it: `overlay2` more for `overlay` than longer names. More words change nothing. */
  named: number;
  /** Sum of the other words' scores: an id is made of the page's text, so by it alone any edit may shuffle pages that are equal. */
  told: number;
  kind: ResultKind | 'page';
}

function unranked(id: string, kind: ResultKind | 'page'): Ranked {
  return { id, words: 0, inTitle: 0, named: 0, told: 0, worth: explaining.has(kind) ? explainingWorth : 0, kind };
}

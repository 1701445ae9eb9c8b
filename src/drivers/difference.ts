import { compareVersions } from './version.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** What kind of value a row has, as far as comparing goes: one of the types in `content/facts.yaml`. */
export type ValueType = string;

const figure = (text: string) => Number.parseFloat(text);
const isFigure = (text: string) => /^\d/.test(text);

/**
 * How the answer `text` differs from `reference`, in words: `same`, `375 more`, `later`, `adds zfs`, `not file`.
 * Both are answers as the table shows them. Nothing is said about figures where one side has none.
 */
export function difference(text: string, reference: string, type: ValueType): string {
  if (text === reference) return words.same;
  if (type === 'number' && isFigure(text) && isFigure(reference)) {
    const more = figure(text) - figure(reference);
    return filled(more > 0 ? words.more : words.fewer, { value: Math.abs(more) });
  }
  if (type === 'version' && isFigure(text) && isFigure(reference)) {
    const isLater = compareVersions(text, reference) > 0;
    return filled(isLater ? words.laterThan : words.earlierThan, { value: reference });
  }
  if (type === 'list') {
    const [ours, theirs] = [text.split(', '), reference.split(', ')];
    const changes = [
      [words.adds, ours.filter((word) => !theirs.includes(word))],
      [words.lacks, theirs.filter((word) => !ours.includes(word))],
    ] as const;
    return changes
      .filter(([, list]) => list.length > 0)
      .map(([said, list]) => filled(said, { value: list.join(words.comma) }))
      .join(words.semicolon);
  }
  return filled(words.insteadOf, { value: reference });
}

const missingWords: readonly string[] = [words.unknown, words.notApplicable, words.notYet, words.removed];

/**
 * Negative if the answer `a` stands before `b` in a sorted row, positive if after. Numbers and versions go by size with
 * `none` last, an enum by its `order`, the rest by alphabet; what is not known comes at the end.
 */
export function compareAnswers(a: string, b: string, type: ValueType, order: readonly string[] = []): number {
  const missing = (text: string) => missingWords.includes(text) && !order.includes(text);
  const rank = (text: string) =>
    missing(text) ? 2 : Number((type === 'number' || type === 'version') && !isFigure(text));
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (rank(a) === 0 && type === 'number') return figure(a) - figure(b);
  if (rank(a) === 0 && type === 'version') return compareVersions(a, b);
  if (order.length > 0) return order.indexOf(a) - order.indexOf(b);
  return a.localeCompare(b, 'en');
}

import { compareVersions } from './version.ts';

/** What kind of value a row has, as far as comparing goes: one of the types in `content/facts.yaml`. */
export type ValueType = string;

const figure = (text: string) => Number.parseFloat(text);
const isFigure = (text: string) => /^\d/.test(text);

/**
 * How the answer `text` differs from `reference`, in words: `same`, `375 more`, `later`, `adds zfs`, `not file`.
 * Both are answers as the table shows them. Nothing is said about figures where one side has none.
 */
export function difference(text: string, reference: string, type: ValueType): string {
  if (text === reference) return 'same';
  if (type === 'number' && isFigure(text) && isFigure(reference)) {
    const more = figure(text) - figure(reference);
    return more > 0 ? `${more} more` : `${-more} fewer`;
  }
  if (type === 'version' && isFigure(text) && isFigure(reference)) {
    return compareVersions(text, reference) > 0 ? `later than ${reference}` : `earlier than ${reference}`;
  }
  if (type === 'list') {
    const [ours, theirs] = [text.split(', '), reference.split(', ')];
    const added = ours.filter((word) => !theirs.includes(word));
    const lost = theirs.filter((word) => !ours.includes(word));
    return [added.length > 0 ? `adds ${added.join(', ')}` : '', lost.length > 0 ? `lacks ${lost.join(', ')}` : '']
      .filter((part) => part !== '')
      .join('; ');
  }
  return `instead of ${reference}`;
}

/**
 * Negative if the answer `a` stands before `b` in a sorted row, positive if after. Numbers and versions go by size with
 * `none` last, an enum by the order of its `words`, the rest by alphabet; what is not known comes at the end.
 */
export function compareAnswers(a: string, b: string, type: ValueType, words: readonly string[] = []): number {
  const missing = (text: string) =>
    ['unknown', 'not applicable', 'not yet', 'removed'].includes(text) && !words.includes(text);
  const rank = (text: string) =>
    missing(text) ? 2 : Number((type === 'number' || type === 'version') && !isFigure(text));
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (rank(a) === 0 && type === 'number') return figure(a) - figure(b);
  if (rank(a) === 0 && type === 'version') return compareVersions(a, b);
  if (words.length > 0) return words.indexOf(a) - words.indexOf(b);
  return a.localeCompare(b, 'en');
}

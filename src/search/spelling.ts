import { editDistance } from '../site/edit-distance.ts';

/** What is code in a text is literal, and a guess at it would be wrong: only words of letters, `overlay2` at most. */
const isWord = /^\p{L}[\p{L}\p{N}]{4,}$/u;

/** From so many letters on, a word may have two mistakes, or be two words. */
const longWord = 8;

/**
 * The word that was meant by one that stands nowhere, or nothing if none is near: one letter may be wrong, two in a word
 * of eight letters or more. Where none is near, such a word may be two that were written as one: `data root`. `known` are
 * words in lower case, the most frequent first; of those equally near the first is taken.
 */
export function meantWord(typed: string, known: readonly string[]): string | undefined {
  if (!isWord.test(typed)) return undefined;
  const word = typed.toLowerCase();
  let fewest = word.length < longWord ? 2 : 3;
  let meant: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const edits = editDistance(word, candidate);
    if (edits < fewest) [fewest, meant] = [edits, candidate];
  }
  return meant ?? (word.length < longWord ? undefined : apart(word, known));
}

/** The two words that a long one consists of. */
function apart(word: string, known: readonly string[]): string | undefined {
  const first = known.find((one) => word.startsWith(one) && known.includes(word.slice(one.length)));
  return first && `${first} ${word.slice(first.length)}`;
}

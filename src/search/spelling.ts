import { editDistance } from '../site/edit-distance.ts';

/** What is code in a text is literal, and a guess at it would be wrong: only words of letters, `overlay2` at most. */
const isWord = /^\p{L}[\p{L}\p{N}]{3,}$/u;

/** A word of four letters is near to many others: only what fingers do by themselves is taken back. */
const shortWord = 4;

/** From so many letters on, a word may be two that were written as one. */
const twoWords = 6;

/** From so many letters on, a word may have two mistakes. */
const longWord = 8;

/** A name and the number of its release, such as `centos7`. */
const numbered = /^(\p{L}+)(\d+)$/u;

/** Letters side by side and below each other, of which one is often hit in place of another. */
const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * The word that was meant by one that stands nowhere, or nothing if none is near: one letter may be wrong, two in a word
 * of eight letters or more. Before a word with two mistakes come two that were written as one: `data root`. `known` are
 * words in lower case, the most frequent first; one of them is not misspelt.
 */
export function meantWord(typed: string, known: readonly string[]): string | undefined {
  if (!isWord.test(typed)) return undefined;
  const word = typed.toLowerCase();
  if (known.includes(word)) return undefined;
  const [, name = '', number = ''] = numbered.exec(word) ?? [];
  if (known.includes(name)) return `${name} ${number}`;
  const tooMany = word.length < longWord ? 2 : 3;
  let best: { candidate: string; edits: number; cost: number } | undefined;
  for (const [rank, candidate] of known.entries()) {
    if (candidate.length < shortWord || Math.abs(candidate.length - word.length) >= tooMany) continue;
    const edits = editDistance(word, candidate);
    if (edits >= tooMany || (word.length === shortWord && !isSlip(word, candidate))) continue;
    // Swapped letters are the most frequent slip, and the first letter is seldom wrong.
    const cost =
      edits +
      (isSwap(word, candidate) ? 0 : 0.4) +
      (word.startsWith(candidate.charAt(0)) ? 0 : 0.2) +
      rank / known.length;
    if (best === undefined || cost < best.cost) best = { candidate, edits, cost };
  }
  if (best?.edits === 1) return best.candidate;
  const stem = word.replace(/(?:ed|ing)$/, '');
  return (
    (word.length < twoWords ? undefined : apart(word, known)) ??
    (stem === word ? undefined : meantWord(stem, known)) ??
    best?.candidate
  );
}

/** Whether letters changed places, one is left out or too many, or its neighbour was hit. */
function isSlip(word: string, candidate: string): boolean {
  if (word.length !== candidate.length || isSwap(word, candidate)) return true;
  const at = Array.from(word).findIndex((letter, place) => letter !== candidate[place]);
  const [[row, column], [otherRow, otherColumn]] = [placeOf(word[at]), placeOf(candidate[at])];
  return Math.abs(row - otherRow) <= 1 && Math.abs(column - otherColumn) <= 1;
}

function isSwap(word: string, candidate: string): boolean {
  const sorted = (letters: string) => Array.from(letters).sort().join('');
  return sorted(word) === sorted(candidate);
}

function placeOf(letter = ''): [row: number, column: number] {
  const row = keyboard.findIndex((keys) => keys.includes(letter));
  return [row, keyboard[row]?.indexOf(letter) ?? NaN];
}

/** The two words that a long one consists of. */
function apart(word: string, known: readonly string[]): string | undefined {
  const first = known.find((one) => word.startsWith(one) && known.includes(word.slice(one.length)));
  return first && `${first} ${word.slice(first.length)}`;
}

/** What fingers make of the words that somebody types, to see whether the search takes it. */
import type { Dice } from './archive.ts';

/** A wording with one slip in it. */
export interface Slip {
  kind: string;
  text: string;
}

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** What a slip at a place makes of a word. */
const slips: Record<string, (word: string, at: number) => string> = {
  'a letter missing': (word, at) => word.slice(0, at) + word.slice(at + 1),
  'a letter twice': (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at),
  'letters swapped': (word, at) =>
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(Math.max(at + 2, 0)),
  'the next key': (word, at) => word.slice(0, at) + besideKey(word.charAt(at)) + word.slice(at + 1),
  'an s too many or few': (word) => (word.endsWith('s') ? word.slice(0, -1) : `${word}s`),
  'the last letter missing': (word) => word.slice(0, -1),
  'written apart': (word, at) => (word.length < 6 ? word : `${word.slice(0, at + 1)} ${word.slice(at + 1)}`),
};

/** Words that most of these wordings have, and which tell little. */
const common = /^(?:docker|podman|with|from|that|this|what|when|does|after|cannot|into|have|where|which|your|about)$/i;

/** One slip of each kind in a wording of at most seven words, in a word of four letters or more. */
export function slipsIn(text: string, { roll, pick }: Dice): Slip[] {
  const words = text.split(/\s+/);
  const places = words.flatMap((word, place) => (/^[a-z]{4,}\d?$/i.test(word) && !common.test(word) ? place : []));
  if (words.length > 7 || places.length === 0) return [];
  const made = Object.entries(slips).map(([kind, slip]) => {
    const place = pick(places);
    const word = words[place] ?? '';
    return { kind, text: words.with(place, slip(word, roll(word.length - 1))).join(' ') };
  });
  const gap = roll(words.length - 1);
  const together = [...words.slice(0, gap), words.slice(gap, gap + 2).join(''), ...words.slice(gap + 2)];
  const isPair = words.slice(gap, gap + 2).every((word) => /^[a-z]+$/i.test(word));
  if (words.length > 1 && isPair) made.push({ kind: 'written together', text: together.join(' ') });
  return made.filter((slip) => slip.text !== text);
}

function besideKey(letter: string): string {
  const row = keyboard.find((keys) => keys.includes(letter.toLowerCase())) ?? '';
  const at = row.indexOf(letter.toLowerCase());
  return row.charAt(at + 1) || row.charAt(at - 1) || 'x';
}

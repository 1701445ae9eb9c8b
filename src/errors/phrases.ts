import { answersIn } from './answers.ts';
import { withoutGeneric } from './generic.ts';
import type { Template } from './templates.ts';

/** Words that stand in the messages of one error and of no other, found in a text. */
export interface Phrase {
  /** The message that has the longest of them. */
  template: Template;
  /** Letters and digits of all of them, each run counted once. */
  length: number;
  /** Where they stand in the squeezed text, in order. */
  places: [number, number][];
}

/**
 * Letters that are looked up at a time. Shorter ones stand in too many texts by chance; in four megabytes of other
 * software's manuals, runs of `enough` of them stood in a few places only.
 */
const size = 12;

/** A run of letters counts for something from this length on, and says enough by itself from the other. */
const leastRun = 16;
const enough = 20;

/** More runs than these of one error in a text are looked at no closer. */
const mostRuns = 100;

/** Its grams are in messages of more than one error. */
const shared = -1;

/**
 * Finds errors of which a text has a long run of words that no other error has: another version that says it with
 * other words around, or half of a message. The longest first. Every place of a text is looked up once.
 */
export function createPhrases(templates: readonly Template[]): (text: string) => Phrase[] {
  const owners = new Map<string, number>();
  for (const [number, { error, words }] of templates.entries()) {
    for (const piece of withoutGeneric(words)) {
      for (let at = 0; at + size <= piece.length; at++) {
        const gram = piece.slice(at, at + size);
        const owner = owners.get(gram);
        if (owner === undefined) owners.set(gram, number);
        else if (templates[owner]?.error !== error) owners.set(gram, shared);
      }
    }
  }

  return function phrasesIn(text) {
    const found = new Map<number, Phrase & { runs: Set<string>; best: number }>();
    const ownerAt = (at: number) => owners.get(text.slice(at, at + size)) ?? shared;
    const errorAt = (at: number) => templates[ownerAt(at)]?.error;
    // A run that counts holds grams at so many places, one after the other, that every fourth finds one.
    for (let at = 0; at + size <= text.length; at += leastRun - size) {
      const error = errorAt(at);
      if (error === undefined) continue;
      let start = at;
      while (start > 0 && errorAt(start - 1) === error) start -= 1;
      let last = at;
      while (last + size < text.length && errorAt(last + 1) === error) last += 1;
      at = last;
      const words = text.slice(start, last + size);
      const template = templates[ownerAt(start)];
      if (template === undefined || words.length < leastRun) continue;
      const phrase = found.get(error) ?? { template, length: 0, places: [], runs: new Set(), best: 0 };
      found.set(error, phrase);
      if (phrase.runs.size >= mostRuns || phrase.runs.has(words)) continue;
      phrase.runs.add(words);
      phrase.places.push([start, start + words.length]);
      phrase.length += words.length;
      if (words.length > phrase.best) Object.assign(phrase, { best: words.length, template });
    }
    const answers = answersIn(text);
    return [...found.values()]
      .filter(({ best, template: { pieces } }) => best >= enough && !contradicts(answers, pieces))
      .toSorted((a, b) => b.length - a.length);
  };
}

/** Whether the system gave other answers than the one that a message has. */
function contradicts(answers: readonly string[], pieces: readonly string[]): boolean {
  const own = pieces.flatMap((piece) => answersIn(piece));
  return own.length > 0 && answers.length > 0 && !own.some((answer) => answers.includes(answer));
}

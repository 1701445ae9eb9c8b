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
 * software's manuals, fourteen that go on for `leastRun` stood in none.
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
    let run: { owner: number; error: number; start: number } | undefined;
    const close = (end: number) => {
      const template = run && templates[run.owner];
      if (run === undefined || template === undefined || end - run.start < leastRun) return;
      const words = text.slice(run.start, end);
      const phrase = found.get(template.error) ?? { template, length: 0, places: [], runs: new Set(), best: 0 };
      found.set(template.error, phrase);
      if (phrase.runs.size >= mostRuns || phrase.runs.has(words)) return;
      phrase.runs.add(words);
      phrase.places.push([run.start, end]);
      phrase.length += words.length;
      if (words.length > phrase.best) Object.assign(phrase, { best: words.length, template });
    };
    for (let at = 0; at + size <= text.length; at++) {
      const owner = owners.get(text.slice(at, at + size)) ?? shared;
      const error = templates[owner]?.error;
      if (run !== undefined && error !== run.error) {
        close(at + size - 1);
        run = undefined;
      }
      if (run === undefined && error !== undefined) run = { owner, error, start: at };
    }
    close(text.length);
    return [...found.values()].filter(({ best }) => best >= enough).toSorted((a, b) => b.length - a.length);
  };
}

import { squeeze } from './squeeze.ts';
import type { Template } from './templates.ts';

/** A template that a stretch of text resembles. */
export interface Resemblance {
  template: Template;
  /** How much of the template's own letters stand there, from 0 to 1; rare ones count more. */
  likeness: number;
  /** Where, in the squeezed text. */
  start: number;
  end: number;
}

/** Letters that are compared at a time: a slip of the finger spoils as many of these, and no more. */
const size = 5;

/** What belongs together stands together. */
const widest = 160;

/** Below this likeness it is another message. Who types a few words slips; what a tool printed is nearly the same or not. */
const least = { typed: 0.6, printed: 0.86 };

/** Letters and digits that people type at most. */
const longestTyped = 90;

/** A template with fewer of these says too little. */
const fewest = 8;

/** What every program says about everything: it tells one error from no other. */
const generic = [
  'error response from daemon',
  'no such file or directory',
  'executable file not found in $path',
  'invalid argument',
  'operation not permitted',
  'permission denied',
  'already exists',
  'file exists',
  'does not exist',
  'not found',
  'not supported',
  'input output error',
  'failed to mount',
  'failed to create',
  'unable to',
  'unknown',
  'failed',
  'storage driver',
];

interface State {
  found: Set<string>;
  weight: number;
  start: number;
  last: number;
}

/**
 * Finds the templates that a squeezed text resembles: other versions' words, another order, a slip of the finger.
 * The best place of each, the most alike first. Every stretch of letters is looked up once.
 */
export function createResemblance(templates: readonly Template[]): (text: string) => Resemblance[] {
  const common = new Set(generic.flatMap((words) => gramsOf(squeeze(words).text)));
  const lists = new Map<string, Set<number>>();
  const own = templates.map(({ pieces }, number) => {
    const grams = new Set(pieces.flatMap((piece) => gramsOf(piece)).filter((gram) => !common.has(gram)));
    for (const gram of grams) {
      const list = lists.get(gram) ?? new Set();
      lists.set(gram, list.add(number));
    }
    return grams;
  });
  const weightOf = (gram: string) => Math.log(1 + templates.length / (lists.get(gram)?.size ?? 1));
  const totals = own.map((grams) => [...grams].reduce((sum, gram) => sum + weightOf(gram), 0));

  return function resembled(text) {
    const enough = text.length <= longestTyped ? least.typed : least.printed;
    const states = new Map<number, State>();
    const best = new Map<number, Resemblance>();
    for (let at = 0; at + size <= text.length; at++) {
      const gram = text.slice(at, at + size);
      for (const number of lists.get(gram) ?? []) {
        const template = templates[number];
        if (template === undefined || (own[number]?.size ?? 0) < fewest) continue;
        let state = states.get(number);
        if (state === undefined || at - state.last > widest) {
          state = { found: new Set(), weight: 0, start: at, last: at };
          states.set(number, state);
        }
        state.last = at;
        if (state.found.has(gram)) continue;
        state.found.add(gram);
        state.weight += weightOf(gram);
        const likeness = state.weight / (totals[number] ?? 1);
        if (likeness >= enough && likeness > (best.get(number)?.likeness ?? 0)) {
          best.set(number, { template, likeness, start: state.start, end: at + size });
        }
      }
    }
    return [...best.values()].toSorted((a, b) => b.likeness * b.template.length - a.likeness * a.template.length);
  };
}

function gramsOf(piece: string): string[] {
  return Array.from({ length: Math.max(0, piece.length - size + 1) }, (_, at) => piece.slice(at, at + size));
}

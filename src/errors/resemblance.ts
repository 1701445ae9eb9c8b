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

/** What belongs together stands together: within the template's own length, and as many letters and digits more. */
const slack = 120;

/** Letters that so many templates share tell nothing. It bounds the time that one letter of a text can take. */
const mostShared = 100;

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

/** Where a gram belongs: to a template, and which of its grams it is. */
interface Owner {
  template: number;
  gram: number;
}

/** The grams of one template that stand in the last stretch of the text, with their places. */
interface Stretch {
  places: Int32Array;
  grams: Int32Array;
  first: number;
  count: number;
  /** How often each gram stands in it. */
  times: Uint16Array;
  weight: number;
}

/**
 * Finds the templates that a squeezed text resembles: other versions' words, another order, a slip of the finger.
 * The best place of each, the most alike first. Every stretch of letters is looked up once.
 */
export function createResemblance(templates: readonly Template[]): (text: string) => Resemblance[] {
  const { owners, weights } = ownersOf(templates.map(({ pieces }) => pieces));
  const totals = weights.map((own) => own.reduce((sum, weight) => sum + weight, 0));

  return function resembled(text) {
    const enough = text.length <= longestTyped ? least.typed : least.printed;
    const stretches = new Map<number, Stretch>();
    const best = new Map<number, Resemblance>();
    for (let at = 0; at + size <= text.length; at++) {
      for (const { template: number, gram } of owners.get(text.slice(at, at + size)) ?? []) {
        const template = templates[number];
        const own = weights[number] ?? [];
        if (template === undefined) continue;
        const width = template.length + slack;
        const stretch = stretches.get(number) ?? emptyStretch(width, own.length);
        stretches.set(number, stretch);
        leaveBehind(stretch, at - width, own);
        append(stretch, at, gram, own);
        const likeness = stretch.weight / (totals[number] ?? 1);
        if (likeness < enough || likeness <= (best.get(number)?.likeness ?? 0) + 1e-6) continue;
        best.set(number, { template, likeness, start: stretch.places[stretch.first] ?? at, end: at + size });
      }
    }
    return [...best.values()].toSorted((a, b) => b.likeness * b.template.length - a.likeness * a.template.length);
  };
}

/** Who has which gram, and how much each gram of each template weighs: rare ones more, common ones are left out. */
function ownersOf(templates: readonly (readonly string[])[]): { owners: Map<string, Owner[]>; weights: number[][] } {
  const common = new Set(generic.flatMap((words) => gramsOf(squeeze(words).text)));
  const all = templates.map((pieces) => new Set(pieces.flatMap(gramsOf).filter((gram) => !common.has(gram))));
  const shared = new Map<string, number>();
  for (const gram of all.flatMap((grams) => [...grams])) shared.set(gram, (shared.get(gram) ?? 0) + 1);
  const owners = new Map<string, Owner[]>();
  const weights = all.map((grams, template) => {
    const telling = [...grams].filter((gram) => (shared.get(gram) ?? 0) <= mostShared);
    if (telling.length < fewest) return [];
    for (const [gram, text] of telling.entries()) {
      const list = owners.get(text);
      if (list === undefined) owners.set(text, [{ template, gram }]);
      else list.push({ template, gram });
    }
    return telling.map((gram) => Math.log(1 + templates.length / (shared.get(gram) ?? 1)));
  });
  return { owners, weights };
}

/** At most one gram begins at each place, so that `width` places hold no more. */
function emptyStretch(width: number, grams: number): Stretch {
  const ring = () => new Int32Array(width + 1);
  return { places: ring(), grams: ring(), first: 0, count: 0, times: new Uint16Array(grams), weight: 0 };
}

function append(stretch: Stretch, place: number, gram: number, weights: readonly number[]): void {
  const slot = (stretch.first + stretch.count) % stretch.places.length;
  stretch.places[slot] = place;
  stretch.grams[slot] = gram;
  stretch.count += 1;
  const times = stretch.times[gram] ?? 0;
  if (times === 0) stretch.weight += weights[gram] ?? 0;
  stretch.times[gram] = times + 1;
}

/** Takes out what stands before `place`. */
function leaveBehind(stretch: Stretch, place: number, weights: readonly number[]): void {
  while (stretch.count > 0 && (stretch.places[stretch.first] ?? 0) < place) {
    const gram = stretch.grams[stretch.first] ?? 0;
    const times = (stretch.times[gram] ?? 1) - 1;
    if (times === 0) stretch.weight -= weights[gram] ?? 0;
    stretch.times[gram] = times;
    stretch.first = (stretch.first + 1) % stretch.places.length;
    stretch.count -= 1;
  }
}

function gramsOf(piece: string): string[] {
  return Array.from({ length: Math.max(0, piece.length - size + 1) }, (_, at) => piece.slice(at, at + size));
}

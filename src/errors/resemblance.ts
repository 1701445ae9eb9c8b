import { withoutGeneric } from './generic.ts';
import type { Template } from './templates.ts';

/** A template that a few typed words resemble. */
export interface Resemblance {
  template: Template;
  /** How much of the template's own letters the words have, from 0 to 1; rare ones count more. */
  likeness: number;
}

/** Letters that are compared at a time: a slip of the finger spoils as many of these, and no more. */
const size = 5;

/** Below this likeness it is another message. */
const least = 0.7;

/** Of all its letters, what every program says included, this share has to be there: `cannot create` is half of many. */
const leastOfAll = 0.7;

/** Letters and digits that people type at most; it bounds the time. A tool prints more, and makes no slips. */
const longestTyped = 90;

/** A template with fewer of these says too little. */
const fewest = 8;

/**
 * Finds the templates that words which somebody typed resemble, in spite of a slip of the finger or another order. The
 * most alike first; none for a longer text.
 */
export function createResemblance(templates: readonly Template[]): (text: string) => Resemblance[] {
  const grams = templates.map(({ pieces }) => [...new Set(withoutGeneric(pieces).flatMap(gramsOf))]);
  const all = templates.map(({ pieces }) => new Set(pieces.flatMap(gramsOf)));
  const owners = new Map<string, number[]>();
  for (const [number, own] of grams.entries()) {
    if (own.length < fewest) continue;
    for (const gram of own) {
      const list = owners.get(gram);
      if (list === undefined) owners.set(gram, [number]);
      else list.push(number);
    }
  }
  const weightOf = (gram: string) => Math.log(1 + templates.length / (owners.get(gram)?.length ?? 1));
  const totals = grams.map((own) => own.reduce((sum, gram) => sum + weightOf(gram), 0));

  return function resembled(text) {
    if (text.length > longestTyped) return [];
    const weights = new Map<number, number>();
    const own = new Set(gramsOf(text));
    for (const gram of own) {
      for (const owner of owners.get(gram) ?? []) weights.set(owner, (weights.get(owner) ?? 0) + weightOf(gram));
    }
    return [...weights]
      .flatMap(([number, weight]) => {
        const template = templates[number];
        const likeness = weight / (totals[number] ?? 1);
        if (template === undefined || likeness < least) return [];
        return shareOf(all[number] ?? new Set(), own) < leastOfAll ? [] : [{ template, likeness }];
      })
      .toSorted((a, b) => b.likeness * b.template.length - a.likeness * a.template.length);
  };
}

/** How much of `all` is in `own`, from 0 to 1. */
function shareOf(all: ReadonlySet<string>, own: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of all) if (own.has(gram)) shared += 1;
  return shared / Math.max(1, all.size);
}

function gramsOf(piece: string): string[] {
  return Array.from({ length: Math.max(0, piece.length - size + 1) }, (_, at) => piece.slice(at, at + size));
}

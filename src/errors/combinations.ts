import { findWords } from './find-words.ts';
import { standsAlone } from './places.ts';
import { squeeze } from './squeeze.ts';
import type { Squeezed } from './squeeze.ts';

/** Words that stand together in a text and tell an error in whatever tool says them. */
export interface Combination {
  /** Place of the error in the catalogue. */
  error: number;
  /** Letters and digits of the words. */
  length: number;
  /** Where they stand in the squeezed text, in order. */
  places: [number, number][];
}

/** Letters and digits from the first word to the last, at most: of one line, with all layers of a mount, or of several. */
const longestLine = 6000;
const longestWrapped = 120;

/** A group of words, one of which has to be there, with the place of the last one. */
interface Group {
  start: number;
  end: number;
  line: number;
}

interface Rule {
  error: number;
  groups: Group[];
  /** The tightest place of all groups so far. */
  best: Combination | undefined;
}

/**
 * Finds errors by what happened, to what and why, in any order: `mount | fstype + overlay + no such device` is one word
 * of each group, all in one line or close together. The tightest first; where two rules have a word in common at the
 * same place, only the tighter one counts. Every place of a text is looked up once.
 */
export function createCombinations(rulesOf: readonly (readonly string[])[]): (squeezed: Squeezed) => Combination[] {
  const groupsOf = rulesOf.flatMap((rules, error) =>
    rules.map((rule) => ({
      error,
      groups: rule.split(' + ').map((group) => group.split(' | ').map((word) => squeeze(word).text)),
    })),
  );
  const words = [...new Set(groupsOf.flatMap(({ groups }) => groups.flat()))];
  const uses = words.map((word) =>
    groupsOf.flatMap(({ groups }, rule) =>
      groups.flatMap((group, place) => (group.includes(word) ? [{ rule, place }] : [])),
    ),
  );
  const finder = findWords(words);

  return function combinationsIn({ text, places, lines }) {
    const rules = groupsOf.map(
      ({ error, groups }): Rule => ({
        error,
        groups: groups.map(() => ({ start: -1, end: -1, line: -1 })),
        best: undefined,
      }),
    );
    let line = 0;
    finder.scan(text, (word, end) => {
      const length = words[word]?.length ?? 0;
      const start = end - length;
      if (!standsAlone(words[word] ?? '', start, places)) return;
      while ((lines[line] ?? Infinity) < end) line += 1;
      for (const { rule: number, place } of uses[word] ?? []) {
        const rule = rules[number];
        if (rule === undefined) continue;
        rule.groups[place] = { start, end, line };
        keepTightest(rule);
      }
    });
    const found = rules.flatMap(({ best }) => best ?? []).toSorted((a, b) => spanOf(a) - spanOf(b));
    return found.filter(
      (one, at) => !found.slice(0, at).some((other) => other.error === one.error || shareLast(other, one)),
    );
  };
}

function keepTightest(rule: Rule): void {
  const sorted = rule.groups.toSorted((a, b) => a.start - b.start);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first.start < 0) return;
  const span = last.end - first.start;
  if (span > (first.line === last.line ? longestLine : longestWrapped)) return;
  if (rule.best !== undefined && spanOf(rule.best) <= span) return;
  rule.best = {
    error: rule.error,
    length: sorted.reduce((sum, { start, end }) => sum + end - start, 0),
    places: sorted.map(({ start, end }) => [start, end]),
  };
}

function spanOf({ places }: Combination): number {
  return (places.at(-1)?.[1] ?? 0) - (places[0]?.[0] ?? 0);
}

/** Whether both end with the same word at the same place: what the system answered to one call has one cause. */
function shareLast(one: Combination, other: Combination): boolean {
  return one.places.at(-1)?.[0] === other.places.at(-1)?.[0];
}

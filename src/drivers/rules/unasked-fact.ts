import type { Content, Entry, Rule } from '../../content-check/content.ts';
import { nearest } from '../../content-check/nearest.ts';
import { expand } from '../../content-check/references.ts';
import { factKeysOf } from './fact-value.ts';

/**
 * Finds keys that all drivers answer and nobody asks. Then one key of content/facts.yaml is misspelt or gone, and to say so
 * at each driver would send authors to the wrong files.
 */
export const unaskedFact: Rule = {
  name: 'unasked-fact',
  description: 'What all drivers answer is a key of content/facts.yaml.',
  check: (content) =>
    content.entries
      .filter(({ collection }) => collection === 'facts')
      .flatMap(({ source, data }) =>
        unaskedFacts(content).map(({ key, asked }) => ({
          source,
          offset: asked === undefined ? 0 : data.valueAt([asked.place, 'key']),
          message: `All drivers answer \`${key}\`, which is no fact key${asked === undefined ? '' : `, and none answers \`${asked.key}\``}.`,
          hint:
            asked === undefined
              ? 'Add the key here, or take it out of each driver.'
              : `Write \`${key}\`, or change the key in each driver.`,
        })),
      ),
};

/** The keys that all drivers answer and nobody asks, each with the one that was asked in its place if that is plain. */
export function unaskedFacts(content: Content): { key: string; asked: { key: string; place: number } | undefined }[] {
  const keys = factKeysOf(content).map(({ key }) => key);
  if (keys.length === 0) return [];
  const answers = answersOf(content.entries);
  const open = keys.filter((key) => !answers.some((answered) => answered.has(key)));
  return answeredByAll(content.entries)
    .filter((key) => !keys.includes(key))
    .map((key) => {
      const asked = nearest(key, open);
      return { key, asked: asked === undefined ? undefined : { key: asked, place: keys.indexOf(asked) } };
    });
}

/** The keys that each of several drivers answers; what a single one does is no rule. */
export function answeredByAll(entries: readonly Entry[]): string[] {
  const [first = new Set<string>(), ...others] = answersOf(entries);
  return others.length === 0 ? [] : [...first].filter((key) => others.every((answered) => answered.has(key)));
}

function answersOf(entries: readonly Entry[]): Set<string>[] {
  return entries
    .filter(({ collection }) => collection === 'drivers')
    .map(({ data }) => new Set(expand(data.value, ['facts', '*']).map(({ path }) => String(path[1]))))
    .filter((answered) => answered.size > 0);
}

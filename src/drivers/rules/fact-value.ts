import type { Content, Rule } from '../../content-check/content.ts';
import { anyOf, nearest } from '../../content-check/nearest.ts';
import { expand } from '../../content-check/references.ts';
import type { FactKey } from '../schema.ts';
import { rangePattern, versionPattern } from '../version-pattern.ts';

/** Finds values that do not answer their question: a word that an enum does not allow, or the wrong type. */
export const factValue: Rule = {
  name: 'fact-value',
  description: 'Every value has the type of its fact key, and an enum has one of its words.',
  check: (content) => {
    const keys = new Map(factKeysOf(content).map((key) => [key.key, key]));
    return content.entries
      .filter(({ collection }) => collection === 'drivers')
      .flatMap(({ source, data }) =>
        [
          ...expand(data.value, ['facts', '*', 'value']),
          ...expand(data.value, ['facts', '*', 'earlier', '*', 'value']),
        ].flatMap(({ path, value }) => {
          const key = keys.get(String(path[1]));
          const words = key === undefined ? undefined : explain(value, key);
          return words === undefined ? [] : [{ source, offset: data.valueAt(path), ...words }];
        }),
      );
  },
};

/** The fact keys of the site, or none if their file has a problem of its own. */
export function factKeysOf({ entries }: Content): readonly FactKey[] {
  // The list has passed the schema of fact keys, or its value would be undefined.
  return entries.flatMap(({ collection, value }) => (collection === 'facts' ? ((value ?? []) as FactKey[]) : []));
}

function explain(value: unknown, key: FactKey): { message: string; hint: string } | undefined {
  // Any question may stay open or not arise. Maps are the schema's business.
  if (value === 'unknown' || value === 'not-applicable') return undefined;
  if (Array.isArray(value) ? key.type === 'list' : value === null || typeof value === 'object') return undefined;
  const found = Array.isArray(value) ? 'A list' : `\`${String(value)}\``;
  const message = `${found} is no answer to \`${key.key}\`.`;
  if (key.type === 'enum') {
    const words = Object.keys(key.allowed ?? {});
    if (typeof value === 'string' && words.includes(value)) return undefined;
    const near = nearest(String(value), words);
    return {
      message,
      hint: near === undefined ? `Write ${anyOf(words)}.` : `Write \`${near}\`. Allowed are ${anyOf(words)}.`,
    };
  }
  return fits[key.type].test(value) ? undefined : { message, hint: `Write ${fits[key.type].instead}.` };
}

/** Which values the types without words of their own take; `none` is the answer "there is no limit". */
const fits: Record<Exclude<FactKey['type'], 'enum'>, { test: (value: unknown) => boolean; instead: string }> = {
  boolean: { test: (value) => typeof value === 'boolean', instead: '`true` or `false`' },
  number: { test: (value) => typeof value === 'number' || value === 'none', instead: 'a number, or `none`' },
  version: {
    test: (value) => value === 'none' || (typeof value === 'string' && versionPattern.test(value)),
    instead: "the version in quotes, such as `'1.10'`, or `none`; without quotes, 1.10 is 1.1",
  },
  range: {
    test: (value) => value === 'none' || (typeof value === 'string' && rangePattern.test(value)),
    instead: '`>=1.13.0 <29.0.0`, with either end left out where it is open, or `none`',
  },
  text: { test: (value) => typeof value === 'string', instead: 'a text in quotes' },
  list: { test: Array.isArray, instead: 'a list such as `[ext4, xfs]`' },
};

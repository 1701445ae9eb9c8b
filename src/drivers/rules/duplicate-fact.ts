import type { Rule } from '../../content-check/content.ts';
import { expand } from '../../content-check/references.ts';

/** Finds fact keys that are defined twice. */
export const duplicateFact: Rule = {
  name: 'duplicate-fact',
  description: 'Every fact key is defined once.',
  check: ({ entries }) =>
    entries
      .filter(({ collection }) => collection === 'facts')
      .flatMap(({ source, data }) => {
        const seen = new Set<unknown>();
        return expand(data.value, ['*', 'key']).flatMap(({ path, value }) => {
          if (!seen.has(value)) {
            seen.add(value);
            return [];
          }
          const offset = data.valueAt(path);
          return [
            {
              source,
              offset,
              message: `The fact key \`${String(value)}\` is defined a second time.`,
              hint: 'Rename one of the two.',
            },
          ];
        });
      }),
};

import type { Rule } from './content.ts';
import { suggest } from './nearest.ts';

/**
 * A rule that finds names written down for a `collection` that has no such entry. `otherwise` is the hint if no name is
 * near; as a function it always is: one number is not the typo of another.
 */
export function unknownName(rule: {
  name: string;
  description: string;
  collection: string;
  noun: string;
  otherwise: string | ((name: string) => string);
}): Rule {
  const { name, description, collection, noun, otherwise } = rule;
  return {
    name,
    description,
    check: ({ references, names }) => {
      const known = names.get(collection);
      if (known === undefined) return [];
      return references
        .filter((reference) => reference.collection === collection && !known.has(reference.name))
        .map((reference) => ({
          source: reference.source,
          offset: reference.offset,
          message: `There is no ${noun} \`${reference.name}\`.`,
          hint: typeof otherwise === 'string' ? suggest(reference.name, known, otherwise) : otherwise(reference.name),
        }));
    },
  };
}

import type { Rule } from './content.ts';
import { suggest } from './nearest.ts';

/** A rule that finds names written down for a `collection` that has no such entry. */
export function unknownName(rule: {
  name: string;
  description: string;
  collection: string;
  noun: string;
  otherwise: string;
}): Rule {
  const { name, description, collection, noun, otherwise } = rule;
  return {
    name,
    description,
    scope: 'site',
    check: ({ references, names }) => {
      const known = names.get(collection);
      if (known === undefined) return [];
      return references
        .filter((reference) => reference.collection === collection && !known.has(reference.name))
        .map((reference) => ({
          source: reference.source,
          offset: reference.offset,
          message: `There is no ${noun} \`${reference.name}\`.`,
          hint: suggest(reference.name, known, otherwise),
        }));
    },
  };
}

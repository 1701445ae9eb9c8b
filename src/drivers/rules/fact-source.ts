import type { DataPath, Rule } from '../../content-check/content.ts';
import { expand } from '../../content-check/references.ts';

/** Where facts stand: in drivers by key, in the timelines of engines one after another. */
const places = [
  { collection: 'drivers', path: ['facts', '*'] },
  { collection: 'engines', path: ['events', '*'] },
];

/** Whether `path` leads to a fact's source or date, about whose absence this rule speaks and not the schema. */
export function isSourceOrDate(path: DataPath): boolean {
  const [list, , last] = path;
  return path.length === 3 && (list === 'facts' || list === 'events') && (last === 'source' || last === 'checked');
}

/** Finds facts that do not say where they come from or when somebody looked. */
export const factSource: Rule = {
  name: 'fact-source',
  description: 'Every fact names its source and the day on which somebody read it; only unknown ones have no source.',
  scope: 'file',
  check: ({ entries }) =>
    entries.flatMap(({ collection, source, data }) =>
      places
        .filter((place) => place.collection === collection)
        .flatMap(({ path }) => expand(data.value, path))
        .flatMap(({ path, value: fact }) => {
          if (typeof fact !== 'object' || fact === null) return [];
          const { value, source: address, checked } = fact as { value?: unknown; source?: unknown; checked?: unknown };
          const name = collection === 'drivers' ? `The fact \`${path.at(-1)}\`` : 'The event';
          const place = { source, offset: data.keyAt(path) };
          const noSource = {
            ...place,
            message: `${name} has no source.`,
            hint: 'Add `source:` with the address of the page or line that says so; only the value `unknown` may go without.',
          };
          const noDate = {
            ...place,
            message: `${name} has no date.`,
            hint: "Add `checked: 'YYYY-MM-DD'` with the day on which you read the source.",
          };
          return [
            ...(address === undefined && value !== 'unknown' ? [noSource] : []),
            ...(checked === undefined ? [noDate] : []),
          ];
        }),
    ),
};

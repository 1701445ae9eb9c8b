import type { Content, DataPath, Entry } from '../../content-check/content.ts';
import { expand } from '../../content-check/references.ts';

/** Something that a file states, with its source and date or without. */
export interface Statement {
  entry: Entry;
  path: DataPath;
  /** What it is, to begin a sentence with: ``The fact `copy_up` ``. */
  name: string;
  /** Not checked by any schema yet. */
  value: { value?: unknown; source?: unknown; checked?: unknown };
}

/** Every place at which a statement stands, by collection. */
const places: readonly { collection: string; path: readonly string[]; name: string }[] = [
  { collection: 'drivers', path: ['facts', '*'], name: 'The fact' },
  { collection: 'drivers', path: ['facts', '*', 'earlier', '*'], name: 'The earlier value' },
  { collection: 'drivers', path: ['used_by', '*'], name: 'The use' },
  { collection: 'engines', path: ['choice'], name: 'The choice' },
  { collection: 'engines', path: ['order', '*'], name: 'The order' },
  { collection: 'engines', path: ['releases_from'], name: 'The list of releases' },
  { collection: 'engines', path: ['events', '*'], name: 'The event' },
  { collection: 'docker-info', path: ['*'], name: 'The statement' },
  { collection: 'distributions', path: ['*'], name: 'The distribution' },
  { collection: 'distributions', path: ['*', 'lacks', '*'], name: 'What it lacks' },
  { collection: 'distributions', path: ['*', 'patched', '*'], name: 'What is patched' },
];

/** All statements of the site in data files; those that are no map are the schema's business. */
export function statementsOf({ entries }: Pick<Content, 'entries'>): Statement[] {
  return entries.flatMap((entry) =>
    places
      .filter(({ collection }) => collection === entry.collection)
      .flatMap(({ path, name }) =>
        expand(entry.data.value, path).flatMap(({ path: found, value }) => {
          if (typeof value !== 'object' || value === null) return [];
          const key = found[0] === 'facts' && found.length === 2 ? ` \`${String(found[1])}\`` : '';
          return [{ entry, path: found, name: name + key, value }];
        }),
      ),
  );
}

/** Whether `path` leads to a statement's source or date, about whose absence a rule speaks and not the schema. */
export function isSourceOrDate(path: DataPath): boolean {
  const last = path.at(-1);
  const above = path.slice(0, -1);
  return (
    (last === 'source' || last === 'checked') &&
    places.some(
      ({ path: place }) =>
        place.length === above.length && place.every((step, at) => step === '*' || step === above[at]),
    )
  );
}

import type { DataPath, Entry, Link, Reference } from './content.ts';

/** Where names of entries are written: the places at which the rules on unknown names look. */
export interface ReferencePlaces {
  /** Values of data and front matter; `*` stands for every item of a list or every value of a map. */
  fields: readonly {
    in: string;
    path: readonly string[];
    to: string;
    nameOf?: (value: unknown) => string | undefined;
  }[];
  /** Keys of the map at `path`. */
  keys: readonly { in: string; path: readonly string[]; to: string }[];
  /** Attributes of components, each with names parted by spaces. */
  attributes: readonly { component: string; attribute: string; to: string }[];
  /** Addresses that end in a name: `/errors/` for `/errors/no-space/`. */
  links: readonly { prefix: string; to: string }[];
}

/** All names of entries that `entries` write down, and those in `links`, which are of this site and have no origin. */
export function collectReferences(
  entries: readonly Entry[],
  links: readonly Link[],
  places: ReferencePlaces,
): Reference[] {
  const named = entries.flatMap((entry) => [
    ...places.fields
      .filter((field) => field.in === entry.collection)
      .flatMap(({ path, to, nameOf = asText }) =>
        expand(entry.data.value, path).flatMap(({ path: found, value }) => {
          const name = nameOf(value);
          return name === undefined
            ? []
            : [{ source: entry.source, offset: entry.data.valueAt(found), name, collection: to }];
        }),
      ),
    ...places.keys
      .filter((keys) => keys.in === entry.collection)
      .flatMap(({ path, to }) =>
        expand(entry.data.value, [...path, '*']).map(({ path: found }) => ({
          source: entry.source,
          offset: entry.data.keyAt(found),
          name: String(found.at(-1)),
          collection: to,
        })),
      ),
    ...inAttributes(entry, places.attributes),
  ]);
  return [...named, ...inLinks(links, places.links)];
}

/** The name in a link of the form prefix, name, slash. */
function nameInLink(url: string, prefix: string): string | undefined {
  const [, name] = /^([^/?#]+)\/(?:[?#].*)?$/.exec(url.startsWith(prefix) ? url.slice(prefix.length) : '') ?? [];
  return name;
}

function inAttributes({ source, body }: Entry, wanted: ReferencePlaces['attributes']): Reference[] {
  return (body?.attributes ?? []).flatMap(({ component, name, value, offset }) =>
    wanted
      .filter((place) => place.component === component && place.attribute === name)
      .flatMap(({ to }) =>
        [...value.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
          source,
          offset: offset + index,
          name: word,
          collection: to,
        })),
      ),
  );
}

function inLinks(links: readonly Link[], wanted: ReferencePlaces['links']): Reference[] {
  return links.flatMap(({ source, url, offset }) =>
    wanted.flatMap(({ prefix, to }) => {
      const name = nameInLink(url, prefix);
      return name === undefined ? [] : [{ source, offset: offset + prefix.length, name, collection: to }];
    }),
  );
}

/** All values at `path` with their exact paths. */
export function expand(value: unknown, path: readonly string[]): { path: DataPath; value: unknown }[] {
  const [step, ...rest] = path;
  if (step === undefined) return value === undefined ? [] : [{ path: [], value }];
  if (typeof value !== 'object' || value === null) return [];
  const items: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return items
    .filter(([key]) => step === '*' || step === key)
    .flatMap(([key, item]) => expand(item, rest).map((found) => ({ ...found, path: [key, ...found.path] })));
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

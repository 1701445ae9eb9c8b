import { fileOf } from '../../site/redirects.ts';
import type { Content, Place, Rule } from '../content.ts';

/** Finds old addresses that two entries claim, or that are an address of the site itself: one would never be answered. */
export const aliasClash: Rule = {
  name: 'alias-clash',
  description: 'Each old address leads from one place that has no page of its own.',
  scope: 'site',
  check: ({ entries, pages, files }) => {
    const own = new Set([...pages.keys()].map(fileOf));
    const first = new Map<string, Place>();
    return oldAddresses(entries).flatMap(({ path, ...place }) => {
      const file = fileOf(path);
      const other = first.get(file);
      if (own.has(file) || files.has(`public/${file}`)) {
        const message = `The old address ${path} is one that the site has itself, so nobody would be led on from it.`;
        return [{ ...place, message, hint: 'Leave it out.' }];
      }
      if (other !== undefined) {
        const message = `The old address ${path} is already one of ${other.source.path}.`;
        return [{ ...place, message, hint: 'Leave it out here, or there if it belongs here.' }];
      }
      first.set(file, place);
      return [];
    });
  },
};

/** By path of the file, so that the same one keeps an address on every machine. */
function oldAddresses(entries: Content['entries']): (Place & { path: string })[] {
  return entries
    .toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1))
    .flatMap(({ collection, source, data }) => {
      const value = (data.value ?? {}) as { aliases?: unknown };
      if (collection === 'redirects')
        return Object.keys(value).map((path) => ({ path, source, offset: data.keyAt([path]) }));
      const aliases: unknown[] = Array.isArray(value.aliases) ? value.aliases : [];
      return aliases.flatMap((path, index) =>
        typeof path === 'string' ? [{ path, source, offset: data.valueAt(['aliases', index]) }] : [],
      );
    });
}

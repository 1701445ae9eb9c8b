import { fileOf } from '../../site/redirects.ts';
import type { Place, Rule } from '../content.ts';
import { oldAddresses } from '../old-addresses.ts';

/** Finds old addresses that two entries claim, or that are an address of the site itself: one would never be answered. */
export const aliasClash: Rule = {
  name: 'alias-clash',
  description: 'Each old address leads from one place that has no page of its own.',
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

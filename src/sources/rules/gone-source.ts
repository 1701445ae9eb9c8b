import type { Rule } from '../../content-check/content.ts';
import { isSpokenOf } from '../gone-list.ts';
import { outsideSources } from '../outside.ts';
import type { GoneSource } from '../schema.ts';

/** Finds places that lead to what `npm run check:sources` did not find any more. */
export const goneSource = (origin: string): Rule => ({
  name: 'gone-source',
  description: 'What content leads to outside the site was there when it was last asked for.',
  warns: 'always',
  check: (content) => {
    const list = content.entries.find(({ collection }) => collection === 'gone-sources')?.value as
      GoneSource[] | undefined;
    const gone = (list ?? []).filter((entry) => isSpokenOf(entry, content.today));
    if (gone.length === 0) return [];
    const places = outsideSources(content, origin);
    return gone.flatMap(({ source: address, answer, since, archived }) =>
      (places.get(address) ?? []).map((place) => ({
        ...place,
        message: `${address} has not answered since ${since} (${answer}).`,
        hint: `Find where it is now, or lead to the copy: ${archived}`,
      })),
    );
  },
});

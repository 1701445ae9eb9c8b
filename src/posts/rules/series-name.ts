import type { Entry, Rule } from '../../content-check/content.ts';
import type { Post } from '../schema.ts';

/** Finds articles that would be a series of their own because its name has other capitals or blanks in them. */
export const seriesName: Rule = {
  name: 'series-name',
  description: 'The parts of a series have its name in one spelling.',
  warns: 'imported',
  check: ({ entries }) => {
    const parts = entries.flatMap((entry) => {
      const name = nameIn(entry);
      return name === undefined ? [] : { entry, name };
    });
    const bySound = Map.groupBy(parts, ({ name }) => name.toLowerCase().replace(/\s+/g, ' '));
    return [...bySound.values()].flatMap((alike) => {
      const spellings = [...Map.groupBy(alike, ({ name }) => name).values()];
      const [most = [], ...others] = spellings.toSorted((a, b) => b.length - a.length);
      const [right] = most;
      return others.flat().map(({ entry: { source, data }, name }) => ({
        source,
        offset: data.valueAt(['series']),
        message: `The series \`${name}\` is another one than \`${right?.name ?? ''}\` in ${right?.entry.source.path ?? ''}.`,
        hint: `Write \`${right?.name ?? ''}\`, or give it a name that differs in more than capitals and blanks.`,
      }));
    });
  },
};

function nameIn({ collection, value }: Entry): string | undefined {
  return collection === 'posts' ? (value as Post | undefined)?.series : undefined;
}

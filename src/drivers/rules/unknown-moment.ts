import type { Rule } from '../../content-check/content.ts';
import { parseMoment } from '../moment.ts';
import type { Engine } from '../schema.ts';

/** Finds comparisons that ask for a moment which is none. */
export const unknownMoment: Rule = {
  name: 'unknown-moment',
  description: 'A comparison as of the past names a day, a month, a year or a release that has a day.',
  check: ({ entries }) => {
    const engines = entries.filter(({ collection }) => collection === 'engines');
    if (engines.some(({ value }) => value === undefined)) return []; // Its releases may be the ones that are named.
    const releases = Object.fromEntries(engines.map(({ id, value }) => [id, value as Engine]));
    return entries.flatMap(({ source, body }) =>
      (body?.attributes ?? [])
        .filter(
          ({ component, name, value }) => component === 'Compare' && name === 'asOf' && !parseMoment(value, releases),
        )
        .map(({ value, offset }) => ({
          source,
          offset,
          message: `\`${value}\` is no moment of the past.`,
          hint: 'Write a day such as `2014-07-24`, a month such as `July 2014`, or a release such as `Docker 17.06`.',
        })),
    );
  },
};

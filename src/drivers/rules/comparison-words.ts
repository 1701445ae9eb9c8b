import type { Rule } from '../../content-check/content.ts';

const lists = ['drivers', 'facts', 'asOf'];

/** Finds comparisons that name no drivers, or have an attribute that is not known as text. */
export const comparisonWords: Rule = {
  name: 'comparison-words',
  description: 'A comparison in prose names its drivers, its facts and its moment as text.',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.components ?? [])
        .filter(({ name, isMdx }) => name === 'Compare' && isMdx)
        .flatMap(({ offset, attributes: written }) => {
          const computed = written.filter(({ name, text }) => lists.includes(name) && text === undefined);
          const drivers = written.find(({ name }) => name === 'drivers');
          const lacksDrivers = drivers === undefined || drivers.text?.trim() === '';
          return [
            ...computed.map(({ name }) => ({
              source,
              offset,
              message: `The \`${name}\` of \`<Compare>\` are no text.`,
              hint: `Write them in quotes, parted by blanks: \`${name}="…"\`.`,
            })),
            ...(lacksDrivers
              ? [
                  {
                    source,
                    offset,
                    message: '`<Compare>` names no drivers.',
                    hint: 'Write `drivers="docker-aufs docker-overlay2"`.',
                  },
                ]
              : []),
          ];
        }),
    ),
};

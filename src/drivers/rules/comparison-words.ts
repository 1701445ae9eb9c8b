import type { Rule } from '../../content-check/content.ts';
import { suggest } from '../../content-check/nearest.ts';

const attributes = ['drivers', 'facts', 'asOf'];

/** Finds comparisons that name no drivers, or have an attribute that nothing reads or that is not known as text. */
export const comparisonWords: Rule = {
  name: 'comparison-words',
  description: 'A comparison in prose names its drivers, its facts and its moment as text.',
  scope: 'file',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) => {
      const texts = body?.attributes ?? [];
      return (body?.components ?? [])
        .filter(({ name, isMdx }) => name === 'Compare' && isMdx)
        .flatMap(({ offset, attributes: written }, index, all) => {
          const next = all[index + 1]?.offset ?? Infinity;
          const own = texts.filter(
            (text) => text.component === 'Compare' && text.offset > offset && text.offset < next,
          );
          const unread = written.filter((name) => !attributes.includes(name));
          const computed = written.filter(
            (name) => attributes.includes(name) && !own.some((text) => text.name === name),
          );
          const lacksDrivers =
            !computed.includes('drivers') && !own.some(({ name, value }) => name === 'drivers' && value.trim() !== '');
          return [
            ...unread.map((name) => ({
              source,
              offset,
              message: `\`<Compare>\` reads no \`${name}\`.`,
              hint: suggest(name, attributes, ''),
            })),
            ...computed.map((name) => ({
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
        });
    }),
};

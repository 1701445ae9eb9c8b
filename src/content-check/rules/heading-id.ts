import type { Rule } from '../content.ts';

/** Finds `{#my-id}` at the end of a heading, which other sites take for its anchor and readers see here as it is written. */
export const headingId: Rule = {
  name: 'heading-id',
  description: 'Anchors of headings stand in square brackets.',
  scope: 'file',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.headings ?? []).flatMap(({ offset }) => {
        const [line = ''] = /^.*/.exec(source.text.slice(offset)) ?? [];
        const [written, id] = /\{#([A-Za-z][\w.-]*)\}(?=[ \t]*#*[ \t]*$)/.exec(line) ?? [];
        return written === undefined
          ? []
          : {
              source,
              offset: offset + line.lastIndexOf(written),
              message: `\`${written}\` gives this heading no anchor.`,
              hint: `Write \`[#${id}]\`.`,
            };
      }),
    ),
};

import { slugOf } from '../../site/slug.ts';
import type { Rule } from '../content.ts';

const anchor = /^[A-Za-z][\w.-]*$/;
const ownIds = /(?:\{#(\p{L}[^{}]*)\}|(?<!\\)\[#[ \t]*(\p{L}[^[\]]*)\])(?=[ \t]*#*[ \t]*$)/u;

/**
 * Finds `{#my-id}` at the end of a heading, which other sites take for its anchor, and `[#my id]`, which is none: readers
 * see both as they are written.
 */
export const headingId: Rule = {
  name: 'heading-id',
  description: 'Anchors of headings stand in square brackets.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.headings ?? []).flatMap(({ offset }) => {
        const [line = ''] = /^.*/.exec(source.text.slice(offset)) ?? [];
        const [written, braced, bracketed] = ownIds.exec(line) ?? [];
        const id = braced ?? bracketed ?? '';
        return written === undefined || (bracketed !== undefined && anchor.test(bracketed))
          ? []
          : {
              source,
              offset: offset + line.lastIndexOf(written),
              message: `\`${written}\` gives this heading no anchor.`,
              hint: suggest(id),
            };
      }),
    ),
};

function suggest(id: string): string {
  const plain = anchor.test(id) ? id : slugOf(id.normalize('NFD').replace(/\p{M}/gu, ''));
  return anchor.test(plain) ? `Write \`[#${plain}]\`.` : 'Take letters from A to Z, digits, dots and hyphens for it.';
}

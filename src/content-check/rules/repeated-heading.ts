import type { Heading, Rule } from '../content.ts';
import { lineAt } from '../position.ts';

/**
 * Finds headings with the words of another one under the same heading. The anchor of the second has a number, which
 * another such heading above it would change, and every link to it would lead somewhere else.
 */
export const repeatedHeading: Rule = {
  name: 'repeated-heading',
  description: 'Headings under one heading have different words, or anchors of their own.',
  warns: 'always',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      findRepeated(body?.headings ?? []).map(({ heading: { words, level, offset, anchor }, first }) => ({
        source,
        offset,
        message: `This heading stands in line ${lineAt(source.text, first.offset)} already, under the same one, so its anchor \`#${anchor}\` counts them.`,
        hint: `Give it other words, or an anchor of its own at its end: \`${'#'.repeat(level)} ${words} [#my-anchor]\`.`,
      })),
    ),
};

function findRepeated(headings: readonly Heading[]): { heading: Heading; first: Heading }[] {
  // For each level the headings since the last one of a higher level, by their anchors.
  const siblings: Map<string, Heading>[] = [];
  return headings.flatMap((heading) => {
    const { level, words, anchor } = heading;
    siblings.length = Math.min(siblings.length, level + 1);
    const same = (siblings[level] ??= new Map());
    const first = same.get(words);
    if (first === undefined) same.set(words, heading);
    const isCounted =
      anchor?.replace(/-\d+$/, '') === first?.anchor?.replace(/-\d+$/, '') && /-\d+$/.test(anchor ?? '');
    return first !== undefined && words !== '' && isCounted ? [{ heading, first }] : [];
  });
}

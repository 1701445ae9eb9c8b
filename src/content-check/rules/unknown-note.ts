import type { Rule } from '../content.ts';
import { anyOf, nearest } from '../nearest.ts';

const kinds = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'];

/** Finds quotes that were meant as notes, and of which readers see the mark: `[!INFO]`, or a title behind it. */
export const unknownNote: Rule = {
  name: 'unknown-note',
  description: 'A note begins with a line that has a known mark, such as `[!WARNING]`, and nothing else.',
  warns: 'always',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.paragraphs ?? []).flatMap(({ offset }) => {
        const before =
          source.text
            .slice(0, offset)
            .split(/[\r\n]/)
            .at(-1) ?? '';
        const [mark, kind = '', rest = ''] = /^\[!(\w+)\][ \t]*([^\r\n]*)/.exec(source.text.slice(offset)) ?? [];
        if (mark === undefined || !/>[ \t]*$/.test(before)) return [];
        const written = kind.toUpperCase();
        if (!kinds.includes(written)) {
          const near = nearest(written, kinds);
          const hint = `Write ${near === undefined ? anyOf(kinds.map((name) => `[!${name}]`)) : `\`[!${near}]\``}.`;
          return [{ source, offset, message: `No note is called \`${kind}\`, so readers see the mark.`, hint }];
        }
        if (rest === '') return [];
        const hint = 'Put the words into the next line, after `> `.';
        return [{ source, offset, message: `The mark \`[!${kind}]\` has words behind it, so readers see it.`, hint }];
      }),
    ),
};

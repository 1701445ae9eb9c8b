import type { Rule } from '../content.ts';

/** Finds code blocks that nobody closed: all that follows becomes code, and headings and links are gone. */
export const openFence: Rule = {
  name: 'open-fence',
  description: 'Every code block is closed by a line with the signs that opened it.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.code ?? []).flatMap(({ offset, isOpen }) => {
        if (!isOpen) return [];
        const [fence = ''] = /^(?:`+|~+)/.exec(source.text.slice(offset)) ?? [];
        return [
          {
            source,
            offset,
            message: 'The code block is never closed, so that what follows is code too.',
            hint: `Write a line \`${fence}\` after its last line.`,
          },
        ];
      }),
    ),
};

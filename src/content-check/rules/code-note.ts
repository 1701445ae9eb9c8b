import { findIdleMarks, parseCodeNotes } from '../../markdown/code-notes.ts';
import type { Rule } from '../content.ts';

/** Finds notes of a code block that can't be read, and marks that hit nothing. */
export const codeNote: Rule = {
  name: 'code-note',
  description: 'What stands after the language of a code block is a title or a mark, and each mark hits something.',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.code ?? []).flatMap(({ code, notes }) => {
        if (notes === undefined) return [];
        const { value, issues } = parseCodeNotes(notes.text);
        return [...issues, ...findIdleMarks(value, code)].map(({ offset, message, hint }) => ({
          source,
          offset: notes.offset + offset,
          message,
          hint,
        }));
      }),
    ),
};

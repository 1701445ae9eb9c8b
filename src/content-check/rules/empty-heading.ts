import type { Rule } from '../content.ts';

/** Finds headings without words, to which nobody can link and which are an empty line in the table of contents. */
export const emptyHeading: Rule = {
  name: 'empty-heading',
  description: 'Every heading has words, or a picture with a text that stands in for it.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.headings ?? [])
        .filter(({ words }) => words === '')
        .map(({ offset }) => ({
          source,
          offset,
          message: 'The heading has no words.',
          hint: 'Say what stands below it, or remove it.',
        })),
    ),
};

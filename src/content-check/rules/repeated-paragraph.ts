import type { Rule, Words } from '../content.ts';
import { lineAt } from '../position.ts';

const fewestChars = 80; // a dozen words; two sentences of that length are not the same by chance

/** Finds paragraphs that were pasted twice into one page. Code is not prose, and is left alone. */
export const repeatedParagraph: Rule = {
  name: 'repeated-paragraph',
  description: `No paragraph of ${fewestChars} characters or more stands twice on a page.`,
  warns: 'always',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) => {
      const seen = new Map<string, Words>();
      return (body?.paragraphs ?? []).flatMap((paragraph) => {
        const first = seen.get(paragraph.words);
        if (first === undefined) seen.set(paragraph.words, paragraph);
        if (first === undefined || paragraph.words.length < fewestChars) return [];
        return [
          {
            source,
            offset: paragraph.offset,
            message: `This paragraph stands in line ${lineAt(source.text, first.offset)} already, word for word.`,
            hint: 'Remove one of the two, or say here what is different.',
          },
        ];
      });
    }),
};

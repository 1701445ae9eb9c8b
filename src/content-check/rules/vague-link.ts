import type { Rule } from '../content.ts';

/** Words that say nothing about where a link leads once they stand in a list of links, as screen readers show them. */
const vague = new Set([
  ...['here', 'click here', 'right here', 'over here', 'there', 'link', 'the link', 'this', 'this one', 'this link'],
  ...['this page', 'this post', 'this article', 'more', 'read more', 'learn more', 'see more', 'more information'],
]);

/** Finds links whose words only make sense together with the sentence around them. */
export const vagueLink: Rule = {
  name: 'vague-link',
  description: 'The words of a link say where it leads.',
  warns: 'always',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.linkWords ?? [])
        .filter(({ words }) => vague.has(bare(words)))
        .map(({ words, offset }) => ({
          source,
          offset,
          message: `"${words}" does not say where the link leads.`,
          hint: 'Link the words that name the page: "see [how copy-up works](…)".',
        })),
    ),
};

/** Without capitals, and without punctuation at its ends. */
function bare(words: string): string {
  return words.toLowerCase().replace(/^[^\p{Letter}\p{Number}]+|[^\p{Letter}\p{Number}]+$/gu, '');
}

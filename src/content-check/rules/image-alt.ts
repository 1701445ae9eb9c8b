import type { Rule } from '../content.ts';

/**
 * Finds images without a text for those who don't see them. In Markdown an empty text is mostly a forgotten one, so it
 * is a problem; `<img alt="">` is a decision that somebody wrote down, and means decoration.
 */
export const imageAlt: Rule = {
  name: 'image-alt',
  description: 'Every image has a text that stands in for it; only `<img alt="">` says that it is decoration.',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.images ?? [])
        .filter(({ alt, syntax }) => alt === undefined || (syntax === 'markdown' && alt.trim() === ''))
        .map(({ url, offset, syntax }) => ({
          source,
          offset,
          message: 'The image has no alternative text.',
          hint:
            syntax === 'markdown'
              ? `Say what it shows: \`![what it shows](${url})\`. If it is decoration, write \`<img src="${url}" alt="" />\`.`
              : 'Say what it shows: `alt="…"`. If it is decoration, write `alt=""`.',
        })),
    ),
};

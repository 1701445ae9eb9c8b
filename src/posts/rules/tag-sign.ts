import type { Rule } from '../../content-check/content.ts';

/** Finds tags that keep a sign of another system: `#docker`, and `docker; aufs`, which is one tag here. */
export const tagSign: Rule = {
  name: 'tag-sign',
  description: 'Tags begin with no `#`, and commas part them.',
  warns: 'imported',
  check: ({ entries }) =>
    entries
      .filter(({ collection }) => collection === 'posts')
      .flatMap(({ source, data }) =>
        ['tags', 'categories'].flatMap((key) => {
          const written = (data.value as Record<string, unknown> | undefined)?.[key];
          const isList = Array.isArray(written);
          return (isList ? written : [written]).flatMap((tag: unknown, place) => {
            const [sign] = /^\s*#|;(?=\s)/.exec(typeof tag === 'string' ? tag : '') ?? [];
            return sign === undefined
              ? []
              : {
                  source,
                  offset: data.valueAt(isList ? [key, place] : [key]),
                  message: `\`${String(tag)}\` is one tag, and readers see its \`${sign.trim()}\`.`,
                  hint: sign === ';' ? 'Write a comma between two tags.' : 'Write it without.',
                };
          });
        }),
      ),
};

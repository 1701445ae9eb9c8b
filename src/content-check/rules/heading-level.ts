import type { Heading, Rule, Source } from '../content.ts';

/**
 * Finds headings that skip a level, also from the title of the page, which is the first. Who hears a page goes from
 * heading to heading, and looks for what was left out.
 */
export const headingLevel: Rule = {
  name: 'heading-level',
  description: 'A body begins with headings of the second level, and none skips a level below the one above it.',
  warns: 'always',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) => {
      let above = 1;
      return (body?.headings ?? []).flatMap((heading) => {
        const { level, offset } = heading;
        const before = above;
        above = Math.max(2, level);
        if (level > 1 && level <= before + 1) return [];
        const message =
          level === 1
            ? 'The heading is of the first level, which is for the title of the page.'
            : before === 1
              ? `The first heading is of level ${level}.`
              : `A heading of level ${level} follows one of level ${before}.`;
        return [{ source, offset, message, hint: `Write \`${atLevel(heading, before + 1, source)}\`.` }];
      });
    }),
};

function atLevel({ words, offset }: Heading, level: number, { text }: Source): string {
  const wanted = Math.min(level, 6);
  return text.startsWith('<', offset) ? `<h${wanted}>` : `${'#'.repeat(wanted)} ${words}`;
}

import type { Entry, Rule } from '../content.ts';
import { findFrontMatter } from '../front-matter.ts';

/** Finds pages of front matter alone, which readers would find empty. */
export const emptyPage: Rule = {
  name: 'empty-page',
  description: 'Each page that is out says something below its front matter.',
  warns: 'imported',
  check: ({ entries, pages }) => {
    const drafts = new Set([...pages.values()].flatMap(({ file, draft }) => (draft ? file : [])));
    return entries.flatMap((entry) => {
      const { source, body } = entry;
      const front = findFrontMatter(source.text);
      if (body === undefined || front.kind === 'broken' || drafts.has(source.path) || leadsElsewhere(entry)) return [];
      if (source.text.slice(front.body).replace(comments, '').trim() !== '') return [];
      return {
        source,
        offset: front.body,
        message: 'The page has no text, and readers would find it empty.',
        hint:
          entry.collection === 'posts'
            ? 'Write it here, or add `draft: true` until you do.'
            : 'Write it here, or delete the file until you do.',
      };
    });
  },
};

/** Of Markdown and of MDX. */
const comments = /<!--.*?-->|\{\s*\/\*.*?\*\/\s*\}/gs;

/** What an article is about may stand on another site; lists lead there at once. */
function leadsElsewhere({ data }: Entry): boolean {
  return typeof data.value === 'object' && data.value !== null && 'external' in data.value;
}

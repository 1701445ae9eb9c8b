import type { Finding, Rule } from '../../content-check/content.ts';
import { resolveLink } from '../../content-check/resolve-link.ts';
import { pathOf } from '../../site/urls.ts';

const path = pathOf.guide('glossary');

/**
 * Finds terms of the glossary that nobody can check or that nobody meets. Terms are its headings of the third level. A
 * link to a term that is not there is a link to a heading that is not there, and found as such.
 */
export const glossaryTerm: Rule = {
  name: 'glossary-term',
  description: 'Every term of the glossary has a source, and another page links to it.',
  check: ({ entries, links }) => {
    const glossary = entries.find(({ collection, id }) => collection === 'docs' && id === 'glossary');
    if (glossary?.body === undefined) return [];
    const { source, body } = glossary;
    const linked = new Set(
      links.flatMap(({ url, page, draft }) => {
        const target = draft || page === path ? undefined : resolveLink(url, page);
        return target?.path === path && target.anchor !== undefined ? [target.anchor] : [];
      }),
    );
    return [...source.text.matchAll(/^### +(.+?)(?: *\[#(.+)\])? *\n([^]*?)(?=^##|^\[\^|(?![^]))/gm)].flatMap(
      ({ index, 1: term = '', 2: ownId, 3: text = '' }): Finding[] => {
        const place = { source, offset: index + '### '.length };
        const anchor = ownId ?? anchorOf(term);
        const findings: Finding[] = [];
        if (!text.includes('[^'))
          findings.push({
            ...place,
            message: `The glossary says without a source what \`${term}\` is.`,
            hint: 'End the explanation with a footnote that names one, such as `[^overlay]`.',
          });
        if (body.anchors.has(anchor) && !linked.has(anchor))
          findings.push({
            ...place,
            message: `No other page links to \`${term}\`.`,
            hint: `Where an article first uses the word, write \`[${term}](${path}#${anchor})\`, or take it out here.`,
          });
        return findings;
      },
    );
  },
};

/** The id that a heading gets from plain words, as on GitHub. */
function anchorOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}_ -]/gu, '')
    .replaceAll(' ', '-');
}

import type { Rule } from '../content.ts';
import { nearest, suggest } from '../nearest.ts';
import { resolveLink } from '../resolve-link.ts';

/** Finds links to headings that their page does not have. */
export const brokenAnchor: Rule = {
  name: 'broken-anchor',
  description: 'Every link with a `#` leads to a heading or another id of its page.',
  check: ({ links, pages }) =>
    links.flatMap(({ url, source, offset, page }) => {
      const target = resolveLink(url, page);
      const path = target?.path ?? page;
      // A browser scrolls to the top for `#top` without any id.
      if (target?.anchor === undefined || target.anchor === 'top' || path === undefined) return [];
      const anchors = pages.get(path)?.anchors;
      if (anchors === undefined || anchors.has(target.anchor)) return [];
      const here = target.path === undefined || target.path === page;
      const near = nearest(target.anchor, anchors);
      const prefix = here ? '' : path;
      return [
        {
          source,
          offset: offset + url.indexOf('#'),
          message: here
            ? `This page has no heading \`#${target.anchor}\`.`
            : `\`${path}\` has no heading \`#${target.anchor}\`.`,
          hint:
            near === undefined
              ? suggest(
                  target.anchor,
                  [...anchors].map((anchor) => `${prefix}#${anchor}`),
                  'Link to the page, or to one of its headings.',
                )
              : `Write \`${prefix}#${near}\`.`,
        },
      ];
    }),
};

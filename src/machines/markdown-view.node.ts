import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { stringify } from 'yaml';
import { toMarkdown } from '../markdown/to-markdown.node.ts';
import { eachElement } from '../site/built-pages.node.ts';

/** What programs want to know of a page. */
export interface MachineView {
  /** Address of the page. */
  url: string;
  title: string;
  /** Day or moment of its last change, as the page itself says it. */
  changed: string | undefined;
  /** Address of the picture for previews of links. */
  card: string | undefined;
  /** The whole page as Markdown, its comments included, after front matter that says whose it is. */
  markdown: string;
}

/**
 * The view of a whole page of ours, which is used up; nothing of one without address of its own, such as one that only
 * leads on.
 */
export function machineView(page: Root): MachineView | undefined {
  const metas = new Map<string, string>();
  const found: { url?: string; main?: Element; changed?: string | undefined } = {};
  eachElement(page, (element) => {
    const { tagName, properties } = element;
    if (tagName === 'link' && Array.isArray(properties.rel) && properties.rel.includes('canonical'))
      found.url = String(properties.href);
    if (tagName === 'meta') metas.set(String(properties.name ?? properties['property']), String(properties.content));
    if (tagName === 'main') found.main = element;
    if (tagName === 'script' && properties.type === 'application/ld+json')
      found.changed = /"dateModified":"([^"]+)"/.exec(toString(element))?.[1];
  });
  const { url, main, changed } = found;
  if (url === undefined || main === undefined || metas.get('robots') === 'noindex') return undefined;
  const title = metas.get('og:title') ?? '';
  const front = {
    title,
    url,
    description: metas.get('description'),
    ...(changed !== undefined && { updated: changed }),
  };
  return {
    url,
    title,
    changed,
    card: metas.get('og:image'),
    markdown: `---\n${stringify(front, { lineWidth: 0 })}---\n\n${toMarkdown(main, url)}`,
  };
}

/** File of the Markdown of a page, from the page's own: `posts/a.md` of `posts/a/index.html`. */
export function markdownFile(page: string): string {
  return page === 'index.html' ? 'index.md' : page.replace(/(?:\/index)?\.html$/, '.md');
}

/**
 * All texts that `list`, an `llms.txt`, leads to, one after the other in its order, after what it says of the site.
 * `textOf` gives the Markdown behind an address; an address without one, such as that of data, is left out. It comes in
 * parts, since all of a large site would be longer than a text may be.
 */
export function* wholeText(list: string, textOf: (url: string) => string | undefined): Generator<string> {
  const [head = ''] = list.split(/^## /m);
  yield head.trim();
  for (const [, url = ''] of list.matchAll(/^- \[.*?\]\((\S+\.md)\)/gm)) {
    const text = textOf(url)?.trim();
    if (text !== undefined) yield `\n\n${text}`;
  }
  yield '\n';
}

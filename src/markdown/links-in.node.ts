import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const elsewhere = 'https://elsewhere.invalid';

/**
 * Paths of this site to which the Markdown of the page at `path` links, without anchors and queries, in order. Code is no
 * link; MDX is read as Markdown, so that a link between the tags of a component counts if it stands in lines of its own.
 */
export function linksIn(markdown: string, path: string): string[] {
  const urls: string[] = [];
  visit(parser.parse(markdown), (node) => {
    if (node.type === 'link' || node.type === 'definition') urls.push(node.url);
    if (node.type === 'html') for (const [, url] of node.value.matchAll(/\shref="([^"]*)"/g)) urls.push(url ?? '');
  });
  return urls.flatMap((url) => {
    const target = URL.parse(url, elsewhere + path);
    return target?.origin === elsewhere ? [target.pathname] : [];
  });
}

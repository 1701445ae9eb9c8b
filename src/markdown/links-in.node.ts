import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { eachNode } from '../site/each-node.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const elsewhere = 'https://elsewhere.invalid';

/**
 * Paths of this site to which the Markdown of the page at `path` links, without anchors and queries, in order. Code is no
 * link; MDX is read as Markdown, so that a link between the tags of a component counts if it stands in lines of its own.
 * `noted` is what `noteLinks` found in it when its HTML was made, which saves parsing it twice.
 */
export function linksIn(markdown: string, path: string, noted?: readonly string[]): string[] {
  const urls = noted ?? addressesIn(parser.parse(markdown));
  return urls.flatMap((url) => {
    const target = URL.parse(url, elsewhere + path);
    return target?.origin === elsewhere ? [target.pathname] : [];
  });
}

/** Keeps the addresses of all links for whoever has the `frontmatter` of the text that Astro hands out with its HTML. */
export function noteLinks() {
  return (tree: Root, file: VFile): void => {
    const { frontmatter } = (file.data['astro'] ?? {}) as { frontmatter?: Record<string, unknown> };
    if (frontmatter !== undefined) frontmatter[key] = addressesIn(tree);
  };
}

/** The links that were noted in the front matter of a text. */
export function notedLinks(frontmatter: Record<string, unknown> | undefined): string[] | undefined {
  return frontmatter?.[key] as string[] | undefined;
}

const key = 'links of the text'; // no name that authors would give

function addressesIn(tree: Root): string[] {
  const urls: string[] = [];
  eachNode<Nodes>(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') urls.push(node.url);
    if (node.type === 'html') for (const [, url] of node.value.matchAll(/\shref="([^"]*)"/g)) urls.push(url ?? '');
  });
  return urls;
}

import type { Element, Nodes, Parents, Root } from 'hast';
import GithubSlugger from 'github-slugger';
import { toString } from 'hast-util-to-string';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { eachNode } from '../site/each-node.ts';

const headingName = /^h([1-6])$/;
/** The id that an author gave to a heading, at its end. */
export const ownId = /\s*\[#([A-Za-z][\w.-]*)\]\s*$/;
const emptyHeadingId = 'section'; // a heading of emoji only has no letters to make an id from

/** Ids that the page around has, or a comparison in the text: a heading with one of these words would take its links, or lose its own. */
const idsOfFrame = ['main', 'discussion', 'needs', 'compare', 'search-hint', 'search-results'];

/**
 * Rehype plugin: h1–h6 have an id, and the words of h2–h6 link to themselves. The id comes from the words as on GitHub,
 * or from `[#my-id]` at the end of the heading, which reads the same in `.md` and `.mdx` (there, braces are code) and
 * keeps links alive when the words change. A heading that holds a link already, or stands in one, is not linked again.
 * Astro's own plugin runs later and takes the ids as they are.
 */
export function headingLinks(): (tree: Root) => void {
  return (tree) => {
    const headings: { heading: Element; inLink: boolean }[] = [];
    const slugger = new GithubSlugger();
    for (const id of idsOfFrame) slugger.occurrences[id] = 0;
    collect(tree, false, headings);
    for (const { heading } of headings) takeOwnId(heading);
    eachNode<Nodes>(tree, (node) => {
      if (node.type === 'element' && typeof node.properties.id === 'string')
        slugger.occurrences[node.properties.id] = 0;
    });
    for (const { heading, inLink } of headings) {
      if (typeof heading.properties.id !== 'string' || heading.properties.id === '') {
        heading.properties.id = slugger.slug(toString(heading).trim()) || slugger.slug(emptyHeadingId);
      }
      if (heading.tagName === 'h1' || inLink || heading.children.length === 0 || holdsLink(heading)) continue;
      heading.children = [
        {
          type: 'element',
          tagName: 'a',
          properties: { className: ['heading-link'], href: `#${encodeURIComponent(heading.properties.id)}` },
          children: heading.children,
        },
      ];
    }
  };
}

/**
 * Plugin: Astro's list of the headings of a `.md` file has their words as they stand. Astro's own plugin takes them for JSX
 * and writes `${` for `{`. It runs after all plugins that it is given, and what they add in turn runs after it.
 */
export function headingWords(this: Processor): void {
  this.use(() => (tree: Nodes, { data }: VFile) => {
    const headings: { depth: number; slug: string; text: string }[] = [];
    eachNode(tree, (node) => {
      if (node.type !== 'element') return;
      const [, depth] = headingName.exec(node.tagName) ?? [];
      if (depth !== undefined)
        headings.push({ depth: Number(depth), slug: String(node.properties.id), text: toString(node) });
    });
    Object.assign(data, { astro: { ...data.astro, headings } });
  });
}

function collect(node: Parents, inLink: boolean, headings: { heading: Element; inLink: boolean }[]): void {
  for (const child of node.children) {
    if (!('children' in child)) continue;
    if (child.type === 'element' && headingName.test(child.tagName)) headings.push({ heading: child, inLink });
    else collect(child, inLink || isLink(child), headings);
  }
}

function takeOwnId(heading: Element): void {
  const last = heading.children.at(-1);
  const found = last?.type === 'text' ? ownId.exec(last.value) : null;
  if (last?.type !== 'text' || found?.[1] === undefined) return;
  heading.properties.id = found[1];
  last.value = last.value.slice(0, found.index);
  if (last.value === '') heading.children.pop();
}

function holdsLink(node: Element): boolean {
  let found = false;
  eachNode<Nodes>(node, (child) => {
    if (isLink(child)) found = true;
  });
  return found;
}

/** Elements of HTML and, in `.mdx`, of JSX. */
function isLink(node: Nodes): boolean {
  return (node.type === 'element' && node.tagName === 'a') || ('name' in node && node.name === 'a');
}

import type { Definition, Image, ImageReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { hasOwnWords, isLink } from './markdown-links.node.ts';
import { rangeOf } from './markdown-tree.node.ts';
import type { NodePlace } from './markdown-tree.node.ts';
import { showPicture } from './pictures.ts';
import type { Edit } from './pieces.ts';

/** The addresses that have names in a text, and the names that only pictures use. */
export function namesOf(tree: Root): { definitions: Map<string, Definition>; ofPictures: Set<string> } {
  const definitions = new Map<string, Definition>();
  const ofPictures = new Set<string>();
  const ofLinks = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'imageReference') ofPictures.add(node.identifier);
    if (node.type === 'linkReference') ofLinks.add(node.identifier);
  });
  return { definitions, ofPictures: new Set([...ofPictures].filter((name) => !ofLinks.has(name))) };
}

/** A picture at its new address, as the new article shows it. */
export function imageEdits(
  node: Image | (Omit<ImageReference, 'type'> & Pick<Image, 'url' | 'title'>),
  { tracked, source, from, to, at, parent, post }: NodePlace,
): Edit[] {
  const inLink = isLink(parent);
  const isAlone = inLink && !hasOwnWords(parent);
  const { markdown } = showPicture(
    { src: node.url, alt: node.alt ?? undefined, title: node.title ?? undefined, inLink, isAlone },
    post,
    at,
    '![image]',
  );
  if (markdown === source) return [];
  const edits = [{ from, to, text: markdown }];
  const isFirst = parent?.type === 'paragraph' && rangeOf(parent).from === from && rangeOf(parent).to > to;
  const [gap = ''] = /^[ \t]*\n[ \t>]*/.exec(tracked.text.slice(to, to + 200)) ?? [];
  // A tag alone on the first line of a paragraph would make HTML of all of it.
  if (isFirst && markdown.startsWith('<') && gap !== '')
    edits.push({
      from: to,
      to: to + gap.length,
      text: gap.startsWith('  ') ? `<br />${gap.slice(gap.indexOf('\n'))}` : ' ',
    });
  return edits;
}

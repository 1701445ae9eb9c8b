import type { Element, Nodes, Root } from 'hast';
import { eachNode } from '../site/each-node.ts';
import * as words from '../site/words.ts';

/**
 * Rehype plugin: two footnotes in a row are two numbers, `1, 2` and not `12`, and the way back stays on the line of the
 * last word. No style could say so: to a selector, notes with a sentence between them are in a row too.
 */
export function footnoteMarks(): (tree: Root) => void {
  return (tree) => {
    eachNode<Nodes>(tree, (parent) => {
      if (!('children' in parent)) return;
      for (const [place, child] of parent.children.entries()) {
        if (isReference(child) && isReference(parent.children[place + 1]))
          child.children.push({ type: 'text', value: words.comma });
        const next = parent.children[place + 1];
        if (!isWayBack(next)) continue;
        delete next.properties.className; // Nothing asks for it.
        if (child.type === 'text') child.value = child.value.replace(/ $/, '\u00A0');
      }
    });
  };
}

function isReference(node: Nodes | undefined): node is Element {
  if (node?.type !== 'element' || node.tagName !== 'sup') return false;
  const [link] = node.children;
  return link?.type === 'element' && link.properties['dataFootnoteRef'] !== undefined;
}

function isWayBack(node: Nodes | undefined): node is Element {
  return node?.type === 'element' && node.properties['dataFootnoteBackref'] !== undefined;
}

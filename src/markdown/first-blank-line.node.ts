import type { Element, ElementContent } from 'hast';
import type { Nodes, Root } from 'mdast';
import { eachNode } from '../site/each-node.ts';

/**
 * Remark plugin: a fence keeps the blank line it begins with. HTML says that the line break right after `<pre>` does
 * not count, and the parser behind `rehype-raw`, which Astro runs over every page, takes it from `<pre><code>` too. An
 * empty element in front keeps it; `withoutGuard` takes that element off again.
 */
export function keepFirstBlankLine(): (tree: Root) => void {
  return (tree) => {
    eachNode<Nodes>(tree, (node) => {
      if (node.type !== 'code' || !node.value.startsWith('\n')) return;
      const guard: Element = { type: 'element', tagName: 'span', properties: {}, children: [] };
      node.data = { ...node.data, hChildren: [guard, { type: 'text', value: `${node.value}\n` }] };
    });
  };
}

/** The children of a `code` element without the empty element that kept their first blank line. */
export function withoutGuard(children: readonly ElementContent[]): ElementContent[] {
  const first = children[0];
  const isGuard = first?.type === 'element' && first.tagName === 'span' && first.children.length === 0;
  return isGuard ? children.slice(1) : [...children];
}

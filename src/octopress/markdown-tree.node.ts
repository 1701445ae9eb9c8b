import type { Nodes, Parents } from 'mdast';

/** Where a node of the tree stands in the text. */
export function rangeOf(node: Pick<Nodes, 'position'>): { from: number; to: number } {
  return { from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 };
}

/** The words in a node of the tree, without signs. */
export function wordsOf(node: Parents): string {
  return node.children
    .map((child) => ('value' in child ? child.value : 'children' in child ? wordsOf(child) : ''))
    .join('');
}

import type { Nodes, Parents } from 'mdast';
import type { Tracked } from './pieces.ts';
import type { PostContext } from './post-context.ts';

/** Where a node of the author's Markdown stands, and whom to ask and tell about it. */
export interface NodePlace {
  /** All of the text. */
  tracked: Tracked;
  /** The part of it that the node was read from, from `from` to `to`. */
  source: string;
  from: number;
  to: number;
  /** Where that is in the old file, for notes. */
  at: number;
  parent: Parents | undefined;
  index: number | undefined;
  /** The kind of file that it becomes. */
  syntax: 'md' | 'mdx';
  post: PostContext;
}

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

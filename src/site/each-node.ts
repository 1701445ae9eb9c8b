/**
 * Calls `look` with `node` of a tree of Markdown or HTML, and then with each node below it, in the order of the text. `look`
 * may change what is below the node that it is given. The usual `visit` takes several times as long, since it makes a
 * function with a name for each node; it is for those who replace a node or leave some out.
 */
export function eachNode<Node extends { type: string }>(node: Node, look: (node: Node) => void): void {
  look(node);
  if ('children' in node) for (const child of node.children as Node[]) eachNode(child, look);
}

import type { ElementContent, Nodes, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { eachNode } from './each-node.ts';

const text = (value: string): ElementContent => ({ type: 'text', value });
const element = (tagName: string, ...children: ElementContent[]): ElementContent => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

function namesIn(tree: Nodes, look: (node: Nodes) => void = () => undefined): string[] {
  const names: string[] = [];
  eachNode(tree, (node) => {
    look(node);
    names.push(node.type === 'element' ? node.tagName : node.type === 'text' ? node.value : node.type);
  });
  return names;
}

describe('eachNode', () => {
  it('comes to each node in the order of the text, parents first', () => {
    const tree: Root = {
      type: 'root',
      children: [element('p', text('a'), element('b', text('c'))), text('d')],
    };
    expect(namesIn(tree)).toEqual(['root', 'p', 'a', 'b', 'c', 'd']);
  });

  it('goes on with what a node holds after it was looked at', () => {
    const tree = element('p', text('a'));
    const names = namesIn(tree, (node) => {
      if (node.type === 'element' && node.tagName === 'p') node.children = [element('label', ...node.children)];
      if (node.type === 'text') node.value += '!';
    });
    expect(names).toEqual(['p', 'label', 'a!']);
  });
});

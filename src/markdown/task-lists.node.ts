import type { Element, ElementContent, Nodes, Root } from 'hast';
import { eachNode } from '../site/each-node.ts';

const blockNames = new Set(['blockquote', 'div', 'dl', 'figure', 'hr', 'ol', 'p', 'pre', 'section', 'table', 'ul']);

/**
 * Rehype plugin: the words of a task (`- [x] Move the data`) become the label of its checkbox, so that the checkbox
 * has a name. Runs before the plugins that put boxes around blocks.
 */
export function taskLists(): (tree: Root) => void {
  return (tree) => {
    eachNode<Nodes>(tree, (item) => {
      if (item.type !== 'element') return;
      const classes = item.properties.className;
      if (item.tagName !== 'li' || !Array.isArray(classes) || !classes.includes('task-list-item')) return;
      const first = item.children.find((child) => child.type === 'element');
      labelRun(first?.tagName === 'p' ? first : item);
    });
  };
}

/** Whether an element is the box of a task, which nobody can tick on a page, or the label that holds it. */
export function isTask({ tagName, properties, children }: Element): boolean {
  if (tagName === 'label') return children.some((child) => child.type === 'element' && isTask(child));
  return tagName === 'input' && properties.type === 'checkbox' && properties.disabled === true;
}

/** Wraps the checkbox and what follows it on its line; a list or a block below the task stays outside. */
function labelRun(parent: Element): void {
  const start = parent.children.findIndex((child) => child.type === 'element' && child.tagName === 'input');
  if (start === -1) return;
  const after = parent.children.slice(start).findIndex(isBlock);
  let end = after === -1 ? parent.children.length : start + after;
  while (isBlank(parent.children[end - 1])) end -= 1;
  const label: Element = {
    type: 'element',
    tagName: 'label',
    properties: {},
    children: parent.children.slice(start, end),
  };
  parent.children.splice(start, end - start, label);
}

function isBlank(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}

function isBlock(node: ElementContent): boolean {
  return (node.type === 'element' && blockNames.has(node.tagName)) || node.type.startsWith('mdxJsxFlow');
}

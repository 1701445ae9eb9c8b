import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

const alignClasses: Record<string, string> = { left: 'align-start', center: 'align-center', right: 'align-end' };

/**
 * Rehype plugin: a table stands in a box of its own that scrolls, has a name and takes the keyboard's focus, so that
 * the page never scrolls sideways. The name is the nearest heading above. It is a group, not a region: regions are
 * landmarks, and two tables under one heading would be two landmarks of one name. Headers get their scope. An empty corner
 * is a cell and no header, and what stands below it names the rows. Alignment becomes a class (`align-end`) because the
 * attribute is obsolete.
 */
export function tables(): (tree: Root) => void {
  return (tree) => {
    wrapTables(tree, { heading: '' });
  };
}

function wrapTables(parent: Parents, seen: { heading: string }): void {
  parent.children = (parent.children as Nodes[]).map((child) => {
    if (child.type !== 'element') {
      if ('children' in child) wrapTables(child, seen); // a component in .mdx may hold a table
      return child;
    }
    if (/^h[1-6]$/.test(child.tagName)) seen.heading = toString(child).replace(/\s+/g, ' ').trim();
    if (child.tagName !== 'table') {
      wrapTables(child, seen);
      return child;
    }
    dressCells(child, false);
    nameRows(child);
    return scrollBox(child, seen.heading);
  }) as typeof parent.children;
}

function scrollBox(table: Element, heading: string): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: {
      className: ['table-scroll'],
      role: 'group',
      ariaLabel: heading === '' ? words.table : filled(words.named, { kind: words.table, name: heading }),
      tabIndex: 0,
    },
    children: [table],
  };
}

/** Makes the first column headers of their rows if its head is empty. */
function nameRows(table: Element): void {
  const [corner, ...below] = rowsOf(table).flatMap(({ children }) => children.find(isCell) ?? []);
  if (corner?.tagName !== 'td' || corner.children.length > 0) return;
  for (const cell of below.filter(({ tagName }) => tagName === 'td')) {
    cell.tagName = 'th';
    cell.properties.scope = 'row';
  }
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'tr' ? [child] : rowsOf(child);
  });
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'th' || node.tagName === 'td');
}

function dressCells(node: Nodes | ElementContent, inHead: boolean): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type === 'element' && isCell(child)) dressCell(child, inHead);
    dressCells(child, inHead || (child.type === 'element' && child.tagName === 'thead'));
  }
}

function dressCell(cell: Element, inHead: boolean): void {
  const { align, ...properties } = cell.properties;
  const alignClass = typeof align === 'string' ? alignClasses[align] : undefined;
  if (alignClass !== undefined) {
    const known = Array.isArray(properties.className) ? properties.className : [];
    cell.properties = { ...properties, className: [...known, alignClass] };
  }
  if (cell.tagName === 'th' && cell.children.length === 0) cell.tagName = 'td';
  if (cell.tagName === 'th' && inHead && cell.properties.scope === undefined) cell.properties.scope = 'col';
}

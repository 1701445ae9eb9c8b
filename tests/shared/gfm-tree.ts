import type { Element, Nodes, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const blocks = new Set(
  (
    'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'head header hr html iframe li link main nav ol option p pre section style summary table tbody td tfoot th thead ' +
    'title tr ul'
  ).split(' '),
);

/**
 * One spelling of a piece of HTML for comparing it as a tree: blanks that do not show are gone, as in the
 * specification's own comparison, attributes and classes are in order, and (where `ours` is true) what we add to
 * GitHub's HTML on purpose is taken off again.
 */
export function comparableHtml(html: string, ours: boolean): string {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html.trimEnd());
  if (ours) undress(tree);
  tidyBlanks(tree, false);
  return unified().use(rehypeStringify, { closeSelfClosing: true }).stringify(tree);
}

/** Takes off heading ids and links, the dress of code, the scroll box and scope of tables, and labels of tasks. */
function undress(parent: Root | Element): void {
  parent.children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type !== 'element') return [child];
    const classes = child.properties.className;
    const has = (name: string): boolean => Array.isArray(classes) && classes.includes(name);
    if (child.tagName === 'figure' && (has('code') || has('terminal'))) return [bareCode(child)];
    undress(child);
    if (has('table-scroll') || has('heading-link')) return child.children;
    if (
      child.tagName === 'label' &&
      child.children.some((inner) => inner.type === 'element' && inner.tagName === 'input')
    )
      return child.children;
    if (/^h[1-6]$/.test(child.tagName)) delete child.properties.id;
    if (child.tagName === 'th') delete child.properties.scope;
    if (has('task-list-item') || has('contains-task-list')) delete child.properties.className;
    for (const [name, align] of [
      ['align-start', 'left'],
      ['align-center', 'center'],
      ['align-end', 'right'],
    ] as const) {
      if (!has(name)) continue;
      delete child.properties.className;
      child.properties.align = align;
    }
    return [child];
  });
}

function bareCode(figure: Element): Element {
  const pre = figure.children.find((child) => child.type === 'element' && child.tagName === 'pre') as Element;
  const code = pre.children[0] as Element;
  return {
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [{ ...code, children: [{ type: 'text', value: toString(code) }] }],
  };
}

function tidyBlanks(node: Nodes, verbatim: boolean): void {
  if (!('children' in node)) return;
  const inPre = verbatim || (node.type === 'element' && node.tagName === 'pre');
  if (node.type === 'element') node.properties = Object.fromEntries(Object.entries(node.properties).toSorted());
  const isBlockNode = node.type === 'root' || (node.type === 'element' && blocks.has(node.tagName));
  const children = joinTexts(node.children as RootContent[]);
  node.children = children.flatMap((child, index): RootContent[] => {
    tidyBlanks(child, inPre);
    if (child.type !== 'text' || inPre) return [child];
    const before = children[index - 1];
    const after = children[index + 1];
    let value = child.value.replace(/\s+/g, ' ');
    if ((before === undefined && isBlockNode) || isBlockOrBreak(before)) value = value.trimStart();
    if ((after === undefined && isBlockNode) || isBlock(after)) value = value.trimEnd();
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

/** Taking a wrapper off leaves texts side by side; one text is what a parser would have made. */
function joinTexts(children: RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + child.value };
    else joined.push(child);
  }
  return joined;
}

function isBlock(node: RootContent | undefined): boolean {
  return node?.type === 'element' && blocks.has(node.tagName);
}

function isBlockOrBreak(node: RootContent | undefined): boolean {
  return isBlock(node) || (node?.type === 'element' && node.tagName === 'br');
}

import type { Nodes } from 'hast';
import { eachNode } from '../site/each-node.ts';
import type { Body, Heading, Words } from './content.ts';

/** The headings of a page and what its links are called, as somebody hears them who does not see pictures. */
export function readHeardWords(html: Nodes): Pick<Body, 'headings' | 'linkWords'> {
  const headings: Heading[] = [];
  const linkWords: Words[] = [];
  eachNode(html, (node) => {
    // What raw HTML is made of may have a position without a start; what the pipeline adds by itself has none at all.
    const start = node.position?.start as { offset?: number } | undefined;
    const offset = start?.offset;
    const name = nameOf(node);
    if (name === undefined || offset === undefined) return;
    const [, level] = /^h([1-6])$/.exec(name) ?? [];
    const said = { words: wordsOf(node).replace(/\s+/g, ' ').trim(), offset };
    if (level !== undefined) headings.push({ ...said, level: Number(level), anchor: attributeOf(node, 'id') });
    if (name === 'a' && attributeOf(node, 'href') !== undefined) linkWords.push(said);
  });
  return { headings, linkWords };
}

/** The tag of an element of HTML or JSX. */
function nameOf(node: Nodes): string | undefined {
  if (node.type === 'element') return node.tagName;
  return isJsx(node) ? (node.name ?? undefined) : undefined;
}

function isJsx(node: Nodes): node is Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }> {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

const unknownWords = '…';

/** The words of a node as a screen reader has them. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
    return node.value.startsWith('/*') ? '' : unknownWords;
  const label = attributeOf(node, 'aria-label') ?? '';
  if (label !== '') return label;
  const name = nameOf(node) ?? '';
  if (name === 'img') return attributeOf(node, 'alt') ?? '';
  if (/^[A-Z]/.test(name)) return unknownWords;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** The value of an attribute of an element in HTML or JSX; undefined if there is none. */
function attributeOf(node: Nodes, name: string): string | undefined {
  if (node.type === 'element') {
    const value = node.properties[name === 'aria-label' ? 'ariaLabel' : name];
    return value === undefined ? undefined : String(value);
  }
  if (!isJsx(node)) return undefined;
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') return unknownWords;
    if (attribute.name === name) return typeof attribute.value === 'string' ? attribute.value : unknownWords;
  }
  return undefined;
}

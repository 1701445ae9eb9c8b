import type { Nodes, Root } from 'hast';
import { createHash } from 'node:crypto';
import { toString } from 'hast-util-to-string';

/** A built page as the index needs it: whether it has text to search, and what was said under it. */
export interface ReadPage {
  /** A digest of all that the index takes from it; nothing where it has no text to search. */
  digest: string;
  /** The year in which it was published, or nothing. */
  year: string;
  /** Its words outside of code blocks, and what people ask, in lower case, each once, with blanks between: a list has four times the bytes. */
  words: string;
  /** Text of the first heading, or nothing where a page has none. */
  heading: string;
  remarks: { anchor: string; text: string }[];
}

/**
 * Reads the marks of a built page in one pass. A remark is an element with `data-remark`, whose value is the id of the
 * place that a reader should be led to. What moderators hid has no such mark; what is folded because the thread is
 * long has it, and browsers open the fold for whoever follows a result.
 */
export function readPage(tree: Root): ReadPage {
  const page: ReadPage = { digest: '', year: '', words: '', heading: '', remarks: [] };
  const words = new Set<string>();
  visit(tree, page, words);
  page.words = [...words].join(' ');
  return page;
}

function visit(node: Nodes, page: ReadPage, words: Set<string>): void {
  if (node.type === 'element') {
    if (node.properties['dataPagefindBody'] !== undefined) {
      page.digest = createHash('sha256').update(page.digest).update(outline(node)).digest('base64url');
      page.year = String(node.properties['dataYear'] ?? page.year);
      addWords(node, words);
      addText(String(node.properties['dataAsked'] ?? ''), words);
    }
    if (node.tagName === 'h1' && page.heading === '') page.heading = textOf(node);
    const anchor = node.properties['dataRemark'];
    if (typeof anchor === 'string') return void page.remarks.push({ anchor, text: textOf(node) });
  }
  if ('children' in node) node.children.forEach((child) => visit(child, page, words));
}

/** A text that differs wherever what the index takes from a node does. */
function outline(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.properties['dataPagefindIgnore'] !== undefined) return '';
  return `<${node.tagName} ${JSON.stringify(node.properties)}>${node.children.map(outline).join('')}</>`;
}

function addWords(node: Nodes, words: Set<string>): void {
  if (node.type === 'text') addText(node.value, words);
  if ('children' in node && !(node.type === 'element' && node.tagName === 'pre')) {
    for (const child of node.children) addWords(child, words);
  }
}

function addText(text: string, words: Set<string>): void {
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (/^\p{L}[\p{L}\p{N}]{2,}$/u.test(word)) words.add(word);
  }
}

/** Blocks are parted by a space, so that the last word of one and the first of the next stay two words. */
function textOf(node: Nodes): string {
  return spaced(node).replaceAll(/\s+/g, ' ').trim();
}

const blocks = new Set(['p', 'li', 'pre', 'blockquote', 'tr', 'td', 'th', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

function spaced(node: Nodes): string {
  if (node.type !== 'element') return toString(node);
  const text = node.children.map((child) => spaced(child)).join('');
  return blocks.has(node.tagName) ? ` ${text} ` : text;
}

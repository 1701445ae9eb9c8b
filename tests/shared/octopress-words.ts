/** The words of a page as a reader meets them, from the old renderer's HTML and from an imported file. */
import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { Nodes } from 'mdast';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { renderMarkdown } from '../../src/markdown/pipeline.node.ts';

const html = unified().use(rehypeParse, { fragment: true }).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** Letters and digits in order; quotes, dashes and points were typed in one way and shown in another. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/[½]/g, '1/2')
    .replace(/[¼]/g, '1/4')
    .replace(/[¾]/g, '3/4')
    .replace(/[™]/g, '(tm)')
    .replace(/[©]/g, '(c)')
    .replace(/[®]/g, '(r)')
    .normalize('NFKC')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const ofTheme = ['entry-title', 'meta', 'gutter', 'sharing', 'line-numbers', 'lineno', 'comments', 'breadcrumb'];

/** What the old page shows of the post itself: no title, date, line numbers, table of contents and links back. */
export function oldWords(page: string): string[] {
  return wordsOf(textOf(html.parse(page), true));
}

/** What the new page shows of it: no heading over the footnotes, no notes of the importer. */
export async function newWords(file: string, syntax: 'md' | 'mdx'): Promise<string[]> {
  const body = file.slice(file.indexOf('\n---\n', 4) + 5);
  if (syntax === 'md') return wordsOf(textOf(html.parse(await renderMarkdown(body)), false));
  const footnotes: string[] = [];
  const text = mdxText(mdx.parse(body), footnotes);
  return wordsOf(`${text} ${footnotes.join(' ')}`);
}

function textOf(node: HastNodes, old: boolean): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && isAside(node, old)) return ' ';
  if (!('children' in node)) return ' ';
  const text = (node as HastRoot).children.map((child) => textOf(child, old)).join('');
  const inline =
    node.type === 'element' &&
    /^(?:sub|sup|a|abbr|b|code|em|i|mark|small|span|strong|sub|del|u|tt)$/.test(node.tagName);
  return inline ? text : ` ${text} `;
}

function isAside({ tagName, properties }: Element, old: boolean): boolean {
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
  if (['script', 'style', 'noscript', 'template'].includes(tagName)) return true;
  if (old) {
    if (tagName === 'header' || properties.id === 'markdown-toc' || classes.some((name) => ofTheme.includes(name)))
      return true;
    return (
      (tagName === 'a' && (classes.includes('reversefootnote') || properties.rev === 'footnote')) ||
      (tagName === 'footer' && /author|meta/.test(JSON.stringify(properties) + JSON.stringify(classes)))
    );
  }
  if (tagName === 'h2' && properties.id === 'footnote-label') return true;
  return (
    properties['dataFootnoteBackref'] !== undefined ||
    classes.includes('note') ||
    classes.includes('data-footnote-backref')
  );
}

function mdxText(node: Nodes, footnotes: string[]): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'code': {
      const title = /title="([^"]*)"|title='([^']*)'/.exec(node.meta ?? '');
      const link = /link-text="([^"]*)"/.exec(node.meta ?? '')?.[1] ?? (/\blink="/.test(node.meta ?? '') ? 'link' : '');
      return ` ${title?.[1] ?? title?.[2] ?? ''} ${link} ${node.value} `;
    }
    case 'footnoteReference':
      return ` ${String(footnotes.length + 1)} `;
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      return node.value.startsWith('"') ? String(JSON.parse(node.value)) : ' ';
    }
    case 'blockquote':
      if (JSON.stringify(node.children[0] ?? {}).includes('[!WARNING]')) return ' ';
      break;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const values = Object.fromEntries(
        node.attributes.flatMap((attribute) =>
          attribute.type === 'mdxJsxAttribute'
            ? [[attribute.name, typeof attribute.value === 'string' ? attribute.value : '']]
            : [],
        ),
      );
      const inner = node.children.map((child) => mdxText(child, footnotes)).join('');
      const shown =
        node.name === 'Quote' ? [values['author'], values['title']] : node.name === 'Still' ? [values['label']] : [];
      return /^(?:sub|sup|a|abbr|b|code|em|i|mark|small|span|strong|sub|del|u|tt|Pulled)$/.test(node.name ?? '')
        ? inner
        : ` ${inner} ${shown.join(' ')} `;
    }
    case 'footnoteDefinition': {
      footnotes.push(node.children.map((child) => mdxText(child, [])).join(' '));
      return ' ';
    }
    default:
      break;
  }
  if (!('children' in node)) return ' ';
  const text = (node.children as Nodes[]).map((child) => mdxText(child, footnotes)).join('');
  return ['emphasis', 'strong', 'delete', 'link', 'linkReference'].includes(node.type) ? text : ` ${text} `;
}

/**
 * Words that are on one side only, in order: `missing` of the old ones, `extra` of the new ones. Two texts of the same
 * words in another order differ too: what moved is missing where it was and extra where it is.
 */
export function difference(old: readonly string[], fresh: readonly string[]): { missing: string[]; extra: string[] } {
  let from = 0;
  while (from < old.length && from < fresh.length && old[from] === fresh[from]) from += 1;
  let same = 0; // words at the end
  const shortest = Math.min(old.length, fresh.length) - from;
  while (same < shortest && old.at(-1 - same) === fresh.at(-1 - same)) same += 1;
  const [a, b] = [old.slice(from, old.length - same), fresh.slice(from, fresh.length - same)];
  // longest[i][j] is the length of the longest common sequence of what follows a[i] and b[j].
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const [missing, extra]: [string[], string[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) missing.push(String(a[i++]));
    else extra.push(String(b[j++]));
  }
  return { missing, extra };
}

import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { ownId } from '../markdown/heading-links.node.ts';
import type { OldHeading } from './heading-levels.ts';
import { hasWords } from './html.node.ts';
import { rangeOf, wordsOf } from './markdown-tree.node.ts';
import type { NodePlace } from './markdown-tree.node.ts';
import type { Edit } from './pieces.ts';
import type { PostContext } from './post-context.ts';

/** The headings of a text in order, in Markdown and in HTML, without those that have no words. */
export function headingsOf(tree: Root, text: string, post: PostContext): OldHeading[] {
  const headings: OldHeading[] = [];
  visit(tree, (node) => {
    const { from, to } = rangeOf(node);
    if (node.type === 'heading' && !isSilent(node, text, post)) headings.push({ at: from, level: node.depth });
    if (node.type !== 'html') return;
    const following = node.value + text.slice(to, to + 2_000);
    for (const { 1: level = '', index, 0: tag } of node.value.matchAll(/<h([1-6])\b[^>]*>/gi)) {
      const inner = following.slice(index + tag.length, index + 2_000).split(`</h${level}`, 1)[0] ?? '';
      if (hasWords(inner, post)) headings.push({ at: from + index, level: Number(level) });
    }
  });
  return headings;
}

/** Whether a heading would be an empty line for somebody who hears the page: it is a picture without words, or nothing. */
function isSilent(node: Heading, text: string, post: PostContext): boolean {
  const { from, to } = contentOf(node);
  let named = hasWords(text.slice(from, to), post);
  visit(node, 'image', ({ alt, url }) => {
    if ((alt ?? '').trim() !== '' || post.picture(url).kind === 'elsewhere') named = true;
  });
  return !named;
}

/** Where the words of a heading stand, without its signs. */
function contentOf(node: Heading): { from: number; to: number } {
  const [first, last] = [node.children[0], node.children.at(-1)];
  const { to } = rangeOf(node);
  return first === undefined || last === undefined
    ? { from: to, to }
    : { from: rangeOf(first).from, to: rangeOf(last).to };
}

/** A heading at its new level, with the address that it had, or as a paragraph if it has no words. */
export function headingEdits(
  node: Heading,
  { tracked: { text }, from, to, at, post }: NodePlace,
  level: number | undefined,
  id: string | undefined,
): Edit[] {
  const content = contentOf(node);
  if (level === undefined) {
    post.note(at, 'heading without words', 'no heading: nobody who hears the page would know what it is', true);
    return [
      { from, to: content.from, text: '' },
      { from: content.to, to, text: '' },
    ];
  }
  const words = text.slice(content.from, content.to);
  const address =
    id !== undefined && /^[A-Za-z][\w.-]*$/.test(id) && !/\[#[\w.-]+\]\s*$/.test(words) ? ` [#${id}]` : '';
  if (address !== '') post.note(at, `address #${String(id)} of a heading`, 'the same address');
  if (level !== node.depth)
    post.note(at, `heading of level ${node.depth}`, `level ${level}, since the page’s title is level 1`);
  const edits: Edit[] = [];
  const end = text.slice(content.to, to);
  if (text.startsWith('#', from)) {
    if (level !== node.depth) edits.push({ from, to: from + node.depth, text: '#'.repeat(level) });
    if (address !== '') edits.push({ from: content.to, to, text: address });
    return edits;
  }
  if (level <= 2) {
    const sign = level === 1 ? '=' : '-';
    const line = level === node.depth ? end : end.replace(/[=-]/g, sign);
    return line === end && address === '' ? [] : [{ from: content.to, to, text: address + line }];
  }
  // Lines under the words are for the two highest levels only.
  edits.push({ from, to: from, text: `${'#'.repeat(level)} ` });
  for (const { index, 0: gap } of words.matchAll(/[ \t\\]*\n[ \t>]*/g))
    edits.push({ from: content.from + index, to: content.from + index + gap.length, text: ' ' });
  return [...edits, { from: content.to, to, text: words.endsWith('#') ? `${address} #` : address }];
}

/** Ids that kramdown gave to headings and GitHub's way does not. */
export function headingIds(tree: Root): Map<Heading, string> {
  const slugger = new GithubSlugger();
  const used = new Map<string, number>();
  const ids = new Map<Heading, string>();
  visit(tree, 'heading', (node) => {
    const words = wordsOf(node);
    if (ownId.test(words)) return;
    const base =
      words
        .replace(/^[^a-zA-Z]+/, '')
        .replace(/[^a-zA-Z0-9 -]/g, '')
        .replaceAll(' ', '-')
        .toLowerCase() || 'section';
    const count = used.get(base) ?? 0;
    used.set(base, count + 1);
    const old = count === 0 ? base : `${base}-${count}`;
    if (old !== (slugger.slug(words.trim()) || 'section')) ids.set(node, old);
  });
  return ids;
}

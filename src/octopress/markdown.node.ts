import type { Definition, Heading, Html, Nodes, Paragraph, Parents } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { newLevels } from './heading-levels.ts';
import { HtmlCarrier } from './html.node.ts';
import { codeEdits } from './markdown-code.node.ts';
import { headingEdits, headingIds, headingsOf } from './markdown-headings.node.ts';
import { addressEdit, hasOwnWords, isLink, linkEdits } from './markdown-links.node.ts';
import { imageEdits, namesOf } from './markdown-pictures.node.ts';
import { textEdits } from './markdown-text.node.ts';
import { rangeOf } from './markdown-tree.node.ts';
import type { NodePlace } from './markdown-tree.node.ts';
import type { Edit, Tracked } from './pieces.ts';
import type { PostContext } from './post-context.ts';
import { starEdits } from './stars.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The author's Markdown as `.md` or `.mdx` of this site, changed only where it would mean something else or nothing. */
export function settleMarkdown(
  tracked: Tracked,
  post: PostContext,
  syntax: 'md' | 'mdx',
  abbreviations: ReadonlyMap<string, string>,
): string {
  const { text } = tracked;
  const tree = parser.parse(text);
  const known: Known = {
    abbreviations,
    oldIds: post.settings.hasKramdownIds ? headingIds(tree) : new Map(),
    levels: newLevels(headingsOf(tree, text, post)),
    carrier: new HtmlCarrier(post, syntax, text),
    ...namesOf(tree),
  };
  const edits: Edit[] = [];
  visit(tree, (node, index, parent) => {
    const { from, to } = rangeOf(node);
    const source = text.slice(from, to);
    const place = { tracked, source, from, to, at: tracked.sourceOf(from), parent, index, syntax, post };
    edits.push(...editsOf(node, place, known));
  });
  return tracked.edited(edits).text;
}

/** What the whole of a text says about its parts. */
interface Known {
  /** Words with their meanings. */
  abbreviations: ReadonlyMap<string, string>;
  /** Ids that headings had and would not get by themselves. */
  oldIds: ReadonlyMap<Heading, string>;
  /** New levels of headings, by where they begin. */
  levels: ReadonlyMap<number, number>;
  carrier: HtmlCarrier;
  /** Addresses that have names, and those of the names that only pictures use. */
  definitions: ReadonlyMap<string, Definition>;
  ofPictures: ReadonlySet<string>;
}

function editsOf(node: Nodes, place: NodePlace, known: Known): Edit[] {
  const { source, from, to, at, post } = place;
  switch (node.type) {
    case 'text':
      return textEdits(place, known.abbreviations);
    case 'html':
      return htmlEdits(node, place, known);
    case 'image':
      return imageEdits(node, place);
    case 'imageReference': {
      const { url = '', title = null } = known.definitions.get(node.identifier) ?? {};
      return imageEdits({ ...node, url, title }, place);
    }
    case 'link':
      return linkEdits(node, place);
    case 'definition': {
      // The pictures have the address now, and nobody needs to look at the line that is left.
      const isLeft = known.ofPictures.has(node.identifier);
      const here = isLeft ? { ...place, post: { ...post, note: () => undefined } } : place;
      return [addressEdit(node.url, here, true)].filter((edit) => edit !== undefined);
    }
    case 'code':
      return codeEdits(node, place);
    case 'delete':
      // One tilde is a sign for "about" in the author's Markdown, and a stroke in GFM.
      return source.startsWith('~~')
        ? []
        : [
            { from, to: from, text: '\\' },
            { from: to - 1, to: to - 1, text: '\\' },
          ];
    case 'break':
      return source.startsWith('\\') ? [{ from, to: from, text: '\\' }] : [];
    case 'heading':
      return [
        ...emphasisEdits(node, place),
        ...headingEdits(node, place, known.levels.get(from), known.oldIds.get(node)),
      ];
    case 'paragraph':
      return [...emphasisEdits(node, place), ...(place.syntax === 'mdx' ? paragraphEdits(node, place) : [])];
    case 'tableCell':
      return emphasisEdits(node, place);
    case 'footnoteDefinition':
      post.note(at, 'footnote', 'footnote');
      return [];
    default:
      return [];
  }
}

function htmlEdits(node: Html, place: NodePlace, { carrier, levels }: Known): Edit[] {
  const { tracked, source, from, to, parent, post } = place;
  const inBlock = !isPhrasing(parent);
  if (inBlock) post.slots.markHtml(source);
  const carried = carrier.carry(node.value, {
    offset: (offset) => tracked.sourceOf(node.value === source ? from + offset : from),
    inBlock,
    ...(isLink(parent) && { inLink: { hasWords: hasOwnWords(parent) } }),
    after: tracked.text.slice(to, to + 2_000),
    levelAt: (offset) => levels.get(from + offset),
  });
  // A line of which nothing is left would end the HTML.
  const html = /\n[ \t]*\n/.test(node.value) ? carried : carried.replace(/\n(?:[ \t]*\n)+/g, '\n');
  if (html === node.value) return [];
  // What stands before each line in a quote or a list is no part of the HTML.
  return [{ from, to, text: html.split('\n').join(`\n${prefixOf(tracked.text, from)}`) }];
}

/** The emphasis in a paragraph, heading or cell that only the old engines read. */
function emphasisEdits(node: Parents, { source, from, post }: NodePlace): Edit[] {
  const hidden: { from: number; to: number }[] = [];
  visit(node, ['inlineCode', 'html', 'image', 'link'], (child) => {
    const range = rangeOf(child);
    const words = 'children' in child ? child.children.at(-1) : undefined;
    hidden.push({ from: words === undefined ? range.from : rangeOf(words).to, to: range.to });
  });
  const isHidden = (at: number): boolean => hidden.some((range) => at + from >= range.from && at + from < range.to);
  return starEdits(source, isHidden, post.settings.markdown === 'rdiscount').map((edit) => ({
    ...edit,
    from: edit.from + from,
    to: edit.to + from,
  }));
}

/** A paragraph as MDX can hold it. */
function paragraphEdits(node: Paragraph, { source, from, to, parent }: NodePlace): Edit[] {
  // One that begins with `import` is a program there.
  const isProgram = /^(?:im|ex)port\b/.test(source);
  return [
    ...(isProgram ? [{ from, to: from + 1, text: source.startsWith('i') ? '&#105;' : '&#101;' }] : []),
    ...(parent?.type === 'root' ? blockEdits(node, from, to) : []),
  ];
}

/** The words of a text before an offset, for a description. */
export function plainWords(text: string): string {
  const tree = parser.parse(text);
  const words: string[] = [];
  visit(tree, (node) => {
    if (
      node.type === 'code' ||
      node.type === 'html' ||
      node.type === 'definition' ||
      node.type === 'footnoteDefinition'
    )
      return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode') words.push(node.value);
    else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'break') words.push(' ');
    return undefined;
  });
  return words
    .join('')
    .replace(/\uE000\d+\uE001/g, ' ')
    .replace(/\{:?[^}]*\}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isPhrasing(parent: Parents | undefined): boolean {
  return parent !== undefined && !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type);
}

/** What a line of the text has before what begins at `from`, with blanks for the sign of a list. */
function prefixOf(text: string, from: number): string {
  return text.slice(text.lastIndexOf('\n', from - 1) + 1, from).replace(/[^>\s]/g, ' ');
}

const blockTag =
  /^<(\/?)(address|article|aside|blockquote|center|div|dl|fieldset|figure|form|h[1-6]|ol|p|pre|section|table|ul)\b/i;

/** Blank lines around blocks of HTML in the middle of a paragraph, which no paragraph of MDX can hold. */
function blockEdits(node: Paragraph, from: number, to: number): Edit[] {
  const edits: Edit[] = [];
  let depth = 0;
  for (const child of node.children) {
    const tag = child.type === 'html' ? blockTag.exec(child.value) : null;
    if (tag === null) continue;
    const range = rangeOf(child);
    if (tag[1] === '') {
      if (depth === 0 && range.from > from) edits.push({ from: range.from, to: range.from, text: '\n\n' });
      depth += 1;
    } else {
      depth -= 1;
      if (depth === 0 && range.to < to) edits.push({ from: range.to, to: range.to, text: '\n\n' });
    }
  }
  return depth === 0 ? edits : [];
}

import type { Heading, Nodes, Paragraph, Parents } from 'mdast';
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
import type { Edit, Tracked } from './pieces.ts';
import type { PostContext } from './post-context.ts';

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
  const edits: Edit[] = [];
  const at = (node: Nodes): number => tracked.sourceOf(node.position?.start.offset ?? 0);
  const replace = (node: Nodes, words: string): void => void edits.push({ ...rangeOf(node), text: words });
  const words = [...abbreviations.keys()].filter((word) => word !== '');
  const oldIds = post.settings.markdown === 'kramdown' ? headingIds(tree) : new Map<Heading, string>();
  const levels = newLevels(headingsOf(tree, text, post));
  const carrier = new HtmlCarrier(post, syntax, text);
  const { definitions, ofPictures } = namesOf(tree);
  visit(tree, (node, index, parent) => {
    const { from, to } = rangeOf(node);
    const source = text.slice(from, to);
    switch (node.type) {
      case 'text':
        edits.push(
          ...textEdits(
            source,
            from,
            {
              syntax,
              post,
              abbreviations: words,
              parent,
              index,
              note: (was, became) => post.note(at(node), was, became),
            },
            abbreviations,
          ),
        );
        return undefined;
      case 'html': {
        const inBlock = !isPhrasing(parent);
        if (inBlock) post.slots.markHtml(source);
        const html = carrier.carry(node.value, {
          offset: (offset) => tracked.sourceOf(node.value === source ? from + offset : from),
          inBlock,
          ...(isLink(parent) && { inLink: { hasWords: hasOwnWords(parent) } }),
          after: text.slice(to, to + 2_000),
          levelAt: (offset) => levels.get(from + offset),
        });
        // What stands before each line in a quote or a list is no part of the HTML.
        if (html !== node.value) replace(node, html.split('\n').join(`\n${prefixOf(text, from)}`));
        return undefined;
      }
      case 'image':
        edits.push(...imageEdits(node, text, parent, post, at(node)));
        return undefined;
      case 'imageReference': {
        const { url = '', title } = definitions.get(node.identifier) ?? {};
        edits.push(...imageEdits({ ...node, url, title: title ?? null }, text, parent, post, at(node)));
        return undefined;
      }
      case 'link':
        edits.push(...linkEdits(node, source, from, syntax, post, at(node)));
        return undefined;
      case 'definition': {
        // The pictures have the address now, and nobody needs to look at the line that is left.
        const isLeft = ofPictures.has(node.identifier);
        const here = isLeft ? { ...post, note: () => undefined } : post;
        const edit = addressEdit(source, from, node.url, here, at(node), true);
        if (edit !== undefined) edits.push(edit);
        return undefined;
      }
      case 'code': {
        // In a list, tabs and blanks alike lead to where its words begin.
        const column = parent?.type === 'listItem' ? parent.children[0]?.position?.start.column : undefined;
        edits.push(...codeEdits(node, source, { from, to, column }, syntax, text, post, at(node)));
        return SKIP;
      }
      case 'inlineCode':
        return undefined;
      case 'delete':
        // One tilde is a sign for "about" in the author's Markdown, and a stroke in GFM.
        if (!source.startsWith('~~'))
          edits.push({ from, to: from, text: '\\' }, { from: to - 1, to: to - 1, text: '\\' });
        return undefined;
      case 'break':
        if (source.startsWith('\\')) edits.push({ from, to: from, text: '\\' });
        return undefined;
      case 'heading': {
        edits.push(...headingEdits(node, text, levels.get(from), oldIds.get(node), post, at(node)));
        return undefined;
      }
      case 'paragraph':
        // In MDX a paragraph that begins with `import` is a program.
        if (syntax === 'mdx' && /^(?:im|ex)port\b/.test(source)) {
          edits.push({ from, to: from + 1, text: source.startsWith('i') ? '&#105;' : '&#101;' });
        }
        if (syntax === 'mdx' && parent?.type === 'root') edits.push(...blockEdits(node, from, to));
        return undefined;
      case 'footnoteDefinition':
        post.note(at(node), 'footnote', 'footnote');
        return undefined;
      default:
        return undefined;
    }
  });
  return tracked.edited(edits).text;
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

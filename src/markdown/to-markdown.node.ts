import type { Element, ElementContent, Nodes as HtmlNodes, Parents, Root } from 'hast';
import { defaultHandlers, defaultNodeHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import { toString } from 'hast-util-to-string';
import type { FootnoteDefinition, Nodes, Root as MarkdownRoot, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options as StringifyOptions } from 'remark-stringify';
import { unified } from 'unified';
import { decoded } from '../site/decoded.ts';
import { eachNode } from '../site/each-node.ts';
import { collapseBlanks } from './collapse-blanks.node.ts';
import { isTask } from './task-lists.node.ts';

/** Elements that run, ask for input or decorate. What a drawing says stands beside it in words. */
const dropped = new Set(
  'button dialog input label legend link noscript script select style svg template textarea'.split(' '),
);

/** Elements that begin a line of their own, which a cell of a table can't have in Markdown. */
const blocks = new Set('blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 li ol p pre section small ul'.split(' '));

/** Elements that are a mark on each side of their words. */
const marked = new Set('a b em i strong'.split(' '));

/** Sides of cells, which our tables have as classes. */
const alignments: Record<string, string> = { 'align-start': 'left', 'align-center': 'center', 'align-end': 'right' };

/** What ids of footnotes begin with, and those of the places that lead to them. */
const footnote = /^(.*)user-content-fn-(.*)$/;

/** Whatever may be markup in a text of one line, by its sign or by where that stands. Nothing else needs a backslash. */
const perhapsMarkup = /[!#&()*:<>@[\\\]_`|~\p{Cc}]|[\dWw]\.|^[ +.=-]| $/u;

/** An underscore within a word, as in `d_type`, is never markup and needs no backslash. */
const plainText: NonNullable<NonNullable<StringifyOptions['handlers']>['text']> = (node: Text, _, state, info) =>
  perhapsMarkup.test(node.value)
    ? state.safe(node.value, info).replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    : node.value; // The library looks for each of fifty signs by itself.

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-', handlers: { text: plainText } })
  .freeze();

/**
 * GitHub's Markdown of a piece of one of our pages: note boxes, footnotes, tables, titles of code and task lists as an
 * author would write them, and all addresses absolute as seen from `page`. What is not printed is not in it. Uses `tree`
 * up: a copy of a large page would take longer than all the rest.
 */
export function toMarkdown(tree: Root | Element, page: string): string {
  const root: Root = { type: 'root', children: tree.type === 'root' ? tree.children : [tree] };
  joinCode(root); // first, so that there is less to go through
  reduce(root, page);
  collapseBlanks(root);
  // It would copy the tree that it is given, and collapse the blanks in it, which takes as long as all the rest.
  const nodeHandlers = { root: (state: State) => defaultNodeHandlers.root(state, root) };
  return writer.stringify(
    toMdast({ ...root, children: [] }, { handlers, nodeHandlers, document: true }) as MarkdownRoot,
  );
}

/** Leaves what can be written in Markdown. */
function reduce(parent: Parents, page: string): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const node = parent.children[index];
    if (node?.type === 'comment' || (node?.type === 'element' && isDropped(node))) {
      parent.children.splice(index, 1);
      index -= 1;
      const before = parent.children[index]; // The way back of a footnote is tied to its last word.
      if (before?.type === 'text') before.value = before.value.replace(/\u00A0$/, '');
      continue;
    }
    if (node?.type !== 'element') continue;
    if (isWrapping(node)) {
      const inside = node.tagName === 'picture-zoom' ? node.children.flatMap(childrenOf) : node.children;
      parent.children.splice(index, 1, ...inside);
      index -= 1;
      continue;
    }
    for (const name of ['href', 'src']) {
      const address = node.properties[name];
      if (typeof address === 'string') node.properties[name] = URL.parse(address, page)?.href ?? address;
    }
    if (node.tagName === 'td' || node.tagName === 'th') {
      node.children = oneLine(node.children);
      const side = classNames(node).find((name) => name.startsWith('align-'));
      if (side !== undefined) node.properties.align = alignments[side];
    }
    if (node.tagName === 'dt') node.children = boldUpToNote(node.children);
    reduce(node, page);
    if (marked.has(node.tagName)) trim(node, index, parent);
  }
}

/** Elements by which code is coloured, marked and linked. */
const inCode = new Set(['a', 'b', 'del', 'ins', 'mark', 'span']);

/** Code as one text: what its colours are made of, half the elements of a page, says nothing in Markdown. */
function joinCode(tree: Root): void {
  eachNode<HtmlNodes>(tree, (pre) => {
    if (pre.type !== 'element' || pre.tagName !== 'pre') return;
    for (const code of pre.children) {
      if (code.type !== 'element' || code.tagName !== 'code' || !code.children.every(isColoured)) continue;
      const isDiff = code.children.some((line) => changeOf(line) !== '');
      if (isDiff) code.properties.className = ['language-diff'];
      const value = isDiff ? code.children.map(diffLine).join('') : toString(code);
      code.children = [{ type: 'text', value }];
    }
  });
}

/** A line of code as a diff has it, which is how Markdown says that it comes or goes; what stands between lines as it is. */
function diffLine(line: ElementContent): string {
  return line.type === 'element' ? (changeOf(line) || ' ') + toString(line) : toString(line);
}

function changeOf(line: ElementContent): string {
  if (line.type !== 'element') return '';
  return hasClass(line, 'added') ? '+' : hasClass(line, 'removed') ? '-' : '';
}

function isColoured(node: ElementContent): boolean {
  if (node.type === 'element') return inCode.has(node.tagName) && !isDropped(node) && node.children.every(isColoured);
  return node.type === 'text';
}

function isDropped(node: Element): boolean {
  const { tagName, properties } = node;
  return (
    (dropped.has(tagName) && !isTask(node)) ||
    properties.hidden === true ||
    properties.role === 'status' ||
    properties.ariaHidden === 'true' ||
    properties['dataFootnoteBackref'] !== undefined ||
    hasClass({ properties }, 'no-print')
  );
}

function childrenOf(node: ElementContent): ElementContent[] {
  return node.type === 'element' ? node.children : [];
}

/**
 * A heading that links to itself, a list of whole articles, which have headings of their own, and what is around a
 * picture: its other formats, and a link to the whole of it.
 */
function isWrapping(node: Element): boolean {
  const { tagName, properties, children } = node;
  if (tagName === 'ol' || tagName === 'ul' || tagName === 'li') {
    const items = children.flatMap((child) => (child.type === 'element' ? [child] : []));
    return items.some((child) => child.tagName === 'article' || (child.tagName === 'li' && isWrapping(child)));
  }
  return /^(?:label|picture|picture-zoom)$/.test(tagName) || hasClass({ properties }, 'heading-link');
}

function hasClass({ properties }: Pick<Element, 'properties'>, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** The content of a cell with a break where a block begins. */
function oneLine(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((child) => {
    if (child.type !== 'element' || !blocks.has(child.tagName)) return [child];
    const inside = oneLine(child.children);
    const isFirst = content
      .slice(0, content.indexOf(child))
      .every((before) => before.type === 'text' && /^\s*$/.test(before.value));
    return isFirst ? inside : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, ...inside];
  });
}

/** Blanks at the ends of marked words go outside the marks, and links that only our style keeps apart get one between. */
function trim(element: Element, index: number, parent: Parents): void {
  const next = parent.children[index + 1];
  const isTight = element.tagName === 'a' && next?.type === 'element' && next.tagName === 'a';
  const [before, after] = [takeBlanks(element, 0), takeBlanks(element, -1)];
  const blank = (): Text => ({ type: 'text', value: ' ' });
  if (after || isTight) parent.children.splice(index + 1, 0, blank());
  if (before && index > 0) parent.children.splice(index, 0, blank());
}

/** Takes the blanks off one end, which may be several texts. True if there were any. */
function takeBlanks(element: Element, end: 0 | -1): boolean {
  const outer = element.children.at(end);
  if (outer?.type !== 'text') return false;
  const rest = end === 0 ? outer.value.trimStart() : outer.value.trimEnd();
  const hadAny = rest !== outer.value;
  outer.value = rest;
  if (rest !== '') return hadAny;
  element.children.splice(end, 1);
  return takeBlanks(element, end) || hadAny;
}

function boldUpToNote(children: ElementContent[]): ElementContent[] {
  const note = children.findIndex((child) => child.type === 'element' && child.tagName === 'small');
  const [term, rest] = note < 0 ? [children, []] : [children.slice(0, note), children.slice(note)];
  return [
    { type: 'element', tagName: 'strong', properties: {}, children: term },
    { type: 'text', value: ' ' },
    ...rest,
  ];
}

function paragraph(children: readonly Nodes[]): Nodes {
  return { type: 'paragraph', children: children as Text[] };
}

/** Markdown that is written as it stands. */
function verbatim(value: string): Nodes {
  return { type: 'html', value };
}

function lineBreak(state: State): Nodes {
  return state.inTable ? verbatim('<br>') : { type: 'break' };
}

/** A box with the class `note-warning` is a quote that begins with `[!WARNING]`. */
function noteBox(state: State, node: Element): Nodes | Nodes[] {
  const kind = classNames(node)
    .find((name) => name.startsWith('note-'))
    ?.slice('note-'.length);
  if (kind === undefined || !hasClass(node, 'note')) return state.toFlow(state.all(node));
  const children = node.children.filter((child) => child.type !== 'element' || !hasClass(child, 'note-title'));
  const [first, ...rest] = state.toFlow(state.all({ ...node, children }));
  const marker = `[!${kind.toUpperCase()}]`;
  const body =
    first?.type === 'paragraph'
      ? [paragraph([verbatim(`${marker}\n`), ...first.children]), ...rest]
      : [paragraph([verbatim(marker)]), ...(first === undefined ? [] : [first, ...rest])];
  return { type: 'blockquote', children: body as [] };
}

function classNames({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}

/** A caption of a line stands out; one of paragraphs or lists is text like any other. */
function caption(state: State, node: Element): Nodes | Nodes[] {
  if (node.children.some((child) => child.type === 'element' && blocks.has(child.tagName))) {
    return state.toFlow(state.all(node));
  }
  const children = state.all(node) as Text[];
  return children.length === 0 ? [] : paragraph([{ type: 'emphasis', children }]);
}

function captionedTable(state: State, node: Element): Nodes[] {
  const title = node.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  const table = defaultHandlers.table(state, node) as Nodes;
  return title?.type === 'element'
    ? [paragraph([{ type: 'strong', children: state.all(title) as Text[] }]), table]
    : [table];
}

/** A number that leads to a footnote is `[^name]`; other raised and lowered text is HTML, for which Markdown has no sign. */
function raised(state: State, node: Element): Nodes[] {
  const [link] = node.children;
  if (link?.type === 'element' && link.properties['dataFootnoteRef'] !== undefined) {
    const name = footnoteName(String(link.properties.href).replace(/^[^#]*#/, ''));
    return [{ type: 'footnoteReference', identifier: name, label: name }];
  }
  return [verbatim(`<${node.tagName}>`), ...(state.all(node) as Nodes[]), verbatim(`</${node.tagName}>`)];
}

function footnotes(state: State, node: Element): Nodes[] {
  if (node.properties['dataFootnotes'] === undefined) return state.toFlow(state.all(node));
  const items: Element[] = [];
  eachNode<HtmlNodes>(node, (child) => {
    if (child.type === 'element' && child.tagName === 'li' && footnote.test(String(child.properties.id)))
      items.push(child);
  });
  return items.map((item): FootnoteDefinition => {
    const name = footnoteName(String(item.properties.id));
    return { type: 'footnoteDefinition', identifier: name, label: name, children: state.toFlow(state.all(item)) };
  });
}

/** The author's own name of a footnote: `post` of `user-content-fn-post`. */
function footnoteName(id: string): string {
  return decoded(id.replace(footnote, '$1$2'));
}

const handlers: Record<string, Handle> = {
  br: lineBreak,
  div: noteBox,
  figcaption: caption,
  mark: (state, node) => state.all(node),
  section: footnotes,
  sub: raised,
  summary: (state, node) => paragraph([{ type: 'strong', children: state.all(node) as Text[] }]),
  sup: raised,
  table: captionedTable,
};

import type { Element, ElementContent, Nodes, Parents, Properties, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { isKnownLanguage } from '../markdown/highlight.node.ts';
import { closeBidi } from './bidi.ts';
import { imageAddress, isPrivateImage, webAddress } from './web-address.node.ts';
import * as words from '../site/words.ts';

/** What one remark needs to know about the page it goes into. */
export interface BodyOptions {
  /** Put before every id, so that no two remarks, and no remark and the page, share one: `comment-5307-`. */
  idPrefix: string;
  /** Address of the remark on GitHub: what can only be seen there links to it. */
  url: string;
  /** Level of the highest heading in the remark, 2 to 6. */
  headingLevel?: number;
}

interface Context {
  options: BodyOptions;
  /** Ids of this remark, without GitHub's prefix; a link to one of them stays inside the remark. */
  ids: ReadonlySet<string>;
  usedIds: Set<string>;
  /** Levels in the source of the headings that the current place stands under. */
  headings: number[];
  inLink: boolean;
  /** Language of the code inside, from the box that GitHub puts around it. */
  language: string;
}

const topHeading = 4; // under the page's title, the thread's heading and the remark's own

/** Elements that go with all that is in them: what runs or loads, what asks for input, and text that is not shown. */
const dropped = new Set(
  (
    'button canvas embed iframe link meta noembed noframes noscript portal script select style template textarea ' +
    'title'
  ).split(' '),
);

/** Parts of GitHub's page that make no sense outside it; quoted mail also has other people's addresses in it. */
const droppedClasses = ['email-hidden-reply', 'email-hidden-toggle', 'js-render-enrichment-loader'];

const keptBlocks = new Set('blockquote caption dd div dl dt figcaption li ol p summary td th ul'.split(' '));
const kept = new Set(
  (
    'abbr b br cite code del details em figure hr i ins kbd mark q rp rt ruby s samp small strong sub sup table tbody ' +
    'tfoot thead tr var wbr'
  ).split(' '),
);
const renamed: Readonly<Record<string, string>> = { center: 'div', section: 'div', strike: 's', tt: 'code' };

/** Titles over blocks of code, as the line that opens a fence would say them. */
export const codeTitles = { change: 'title="Suggested change"', diagram: 'title="Diagram, as Mermaid code"' } as const;

const maxColouredCode = 20_000; // characters; more is a log, and colouring what strangers paste must not take minutes

const maxSpan = 100; // columns or rows of one cell; no honest table in a discussion has more

/** The tree of a remark in plain HTML: GitHub's own elements, classes and addresses are turned into what they mean. */
export function plainBody(tree: Root, options: BodyOptions): Root {
  const ids = new Set<string>();
  visit(tree, 'element', ({ properties }) => {
    const id = plainId(properties['id']);
    if (id !== undefined) ids.add(id);
  });
  return {
    type: 'root',
    children: convertAll(tree, { options, ids, usedIds: new Set(), headings: [], inLink: false, language: '' }),
  };
}

function convertAll(parent: Parents, context: Context): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of parent.children) {
    for (const node of convert(child, context)) {
      // Images that stood side by side are links now, and their words must not run together.
      if (isLink(node) && isLink(result.at(-1))) result.push(text(' '));
      result.push(node);
    }
  }
  return result;
}

function isLink(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'a';
}

function convert(node: RootContent, context: Context): ElementContent[] {
  if (node.type === 'text') return [text(node.value)];
  if (node.type !== 'element' || dropped.has(node.tagName) || hasClass(node, ...droppedClasses)) return [];
  if (/^h[1-6]$/.test(node.tagName)) return heading(node, context);
  if (hasClass(node, 'markdown-alert')) return alert(node, context);
  // The box around a block of code tells its language, and our figure takes its place.
  if (hasClass(node, 'highlight') && node.tagName === 'div')
    return convertAll(node, { ...context, language: boxLanguage(node) });
  switch (node.tagName) {
    case 'a':
      return link(node, context);
    case 'img':
      return image(node, context);
    case 'video':
    case 'audio':
      return media(node, context);
    case 'input':
      return node.properties['type'] === 'checkbox' ? [text(node.properties['checked'] === true ? '☑' : '☐')] : [];
    case 'pre':
      return codeBlock(codeText(node), context.language || knownLanguage(textProperty(node, 'lang')));
    case 'table':
      return isCodeTable(node) ? codeOfTable(node) : keep(node, 'table', context);
    case 'math-renderer':
      return [element('code', {}, [text(toString(node))])];
    default:
      return keep(node, renamed[node.tagName] ?? node.tagName, context);
  }
}

function keep(node: Element, tagName: string, context: Context): ElementContent[] {
  const children = convertAll(node, context);
  const isBlock = keptBlocks.has(tagName);
  if (!isBlock && !kept.has(tagName)) return children;
  const properties: Properties = { ...ownId(node, context), ...(isBlock ? { dir: 'auto' } : {}) };
  const ours = ['footnotes', 'contains-task-list'].filter((name) => hasClass(node, name));
  if (ours.length > 0) properties['className'] = ours;
  for (const name of ['start', 'value', 'align']) {
    const value = node.properties[name];
    if (value !== undefined) properties[name] = value;
  }
  for (const name of ['open', 'reversed']) {
    if (node.properties[name] !== undefined) properties[name] = true;
  }
  for (const name of ['colSpan', 'rowSpan'] as const) {
    const span = Number(node.properties[name] ?? 1);
    if (span > 1 && span <= maxSpan) properties[name] = span;
  }
  return [element(tagName, properties, children)];
}

/** Headings begin at the remark's level and never skip one on the way down, whatever the author chose. */
function heading(node: Element, context: Context): ElementContent[] {
  const children = convertAll(node, context);
  if (children.every((child) => toString(child).trim() === '')) return [];
  const level = Number(node.tagName.slice(1));
  while ((context.headings.at(-1) ?? 0) >= level) context.headings.pop();
  context.headings.push(level);
  const lowered = Math.min(6, (context.options.headingLevel ?? topHeading) + context.headings.length - 1);
  return [element(`h${String(lowered)}`, { ...ownId(node, context), dir: 'auto' }, children)];
}

function alert(node: Element, context: Context): ElementContent[] {
  const kind = classesOf(node)
    .find((name) => /^markdown-alert-\w+$/.test(name))
    ?.slice('markdown-alert-'.length);
  const children = node.children.flatMap((child) => {
    const converted = convert(child, context);
    if (child.type !== 'element' || !hasClass(child, 'markdown-alert-title')) return converted;
    return [element('p', { className: ['note-title'], dir: 'auto' }, convertAll(child, context))];
  });
  return [element('div', { className: ['note', `note-${kind ?? 'note'}`], role: 'note', dir: 'auto' }, children)];
}

function link(node: Element, context: Context): ElementContent[] {
  const children = convertAll(node, { ...context, inLink: true });
  const href = context.inLink ? undefined : linkAddress(node, context);
  // A link without words can't be seen, and has no name for those who only hear it.
  if (href === undefined || children.every((child) => toString(child).trim() === '')) return children;
  const isBackLink = node.properties['dataFootnoteBackref'] !== undefined;
  const label = isBackLink ? { ariaLabel: words.backToText } : {};
  return [anchor(href, { ...ownId(node, context), ...label }, children)];
}

function linkAddress(node: Element, { ids, options }: Context): string | undefined {
  const href = textProperty(node, 'href');
  if (href.startsWith('#')) {
    const id = plainId(href.slice(1));
    return id !== undefined && ids.has(id) ? `#${options.idPrefix}${id}` : undefined;
  }
  if (href === '') return undefined;
  const shown = node.children.find((child) => child.type === 'element' && child.tagName === 'img');
  const isProxied = shown?.type === 'element' && href === textProperty(shown, 'src');
  return isProxied ? addressOfMedia(shown, options.url) : isPrivateImage(href) ? options.url : webAddress(href);
}

/** Images load nothing from elsewhere: they become a link, or its words where a link stands around them. */
function image(node: Element, context: Context): ElementContent[] {
  const alt = textProperty(node, 'alt').trim();
  if (hasClass(node, 'emoji')) return [text(alt)];
  const words = text(alt === '' || alt === 'Image' ? 'image' : `image: ${alt}`);
  const address = context.inLink ? undefined : addressOfMedia(node, context.options.url);
  return address === undefined ? [words] : [anchor(address, {}, [words])];
}

/** GitHub's own addresses of images are signed, for minutes, or lead through its proxy: the original one is better. */
function addressOfMedia(node: Element, remarkUrl: string): string | undefined {
  const source = textProperty(node, 'dataCanonicalSrc') || textProperty(node, 'src');
  return isPrivateImage(source) ? remarkUrl : imageAddress(source);
}

function media(node: Element, context: Context): ElementContent[] {
  const words = text(node.tagName === 'video' ? 'video' : 'sound');
  const address = context.inLink ? undefined : addressOfMedia(node, context.options.url);
  return address === undefined ? [words] : [anchor(address, {}, [words])];
}

function anchor(href: string, properties: Properties, children: ElementContent[]): Element {
  return element('a', { ...properties, href, rel: ['ugc', 'nofollow', 'noopener'] }, children);
}

/** Code as the Markdown of an article gives it, so that it is coloured and copied like there. */
function codeBlock(code: string, language: string, title?: keyof typeof codeTitles): ElementContent[] {
  const lines = code.replace(/\n$/, '').split('\n');
  const properties: Properties = {};
  if (language !== '' && code.length <= maxColouredCode) properties['className'] = [`language-${language}`];
  const label = language === 'mermaid' ? 'diagram' : title;
  if (label !== undefined) properties['metastring'] = codeTitles[label];
  const content = element('code', properties, [{ type: 'text', value: lines.map(closeBidi).join('\n') }]);
  return [element('pre', {}, [content])];
}

/** GitHub tells the language of a block in a class of the box around it: `highlight-source-shell`. */
function boxLanguage(node: Element): string {
  const scope = classesOf(node)
    .map((name) => /^highlight-(?:source|text)-(.+)$/.exec(name)?.[1])
    .find((name) => name !== undefined);
  return scope === undefined ? '' : knownLanguage(scope);
}

/** Names that GitHub has for languages which our highlighter knows by another. */
const otherNames: Readonly<Record<string, string>> = {
  batchfile: 'bat',
  gfm: 'md',
  'html-basic': 'html',
  'json-comments': 'jsonc',
  'shell-session': 'console',
};

function knownLanguage(name: string): string {
  const lower = name.toLowerCase();
  const names = [otherNames[lower] ?? lower, lower.slice(lower.lastIndexOf('-') + 1)];
  return names.find((candidate) => /^[\w+#-]+$/.test(candidate) && isKnownLanguage(candidate)) ?? '';
}

/** A quotation of a file, or a suggested change: GitHub draws both as a table with a line in each row. */
function isCodeTable(table: Element): boolean {
  let found = false;
  visit(table, 'element', (cell) => {
    found ||= cell.tagName === 'td' && hasClass(cell, 'blob-code-inner');
  });
  return found;
}

function codeOfTable(table: Element): ElementContent[] {
  const lines: { sign: string; code: string }[] = [];
  visit(table, 'element', (cell) => {
    if (cell.tagName !== 'td' || !hasClass(cell, 'blob-code-inner')) return;
    const sign = hasClass(cell, 'blob-code-deletion') ? '- ' : hasClass(cell, 'blob-code-addition') ? '+ ' : '';
    lines.push({ sign, code: codeText(cell) });
  });
  const code = lines.map((line) => line.sign + line.code).join('\n');
  return lines.some(({ sign }) => sign !== '') ? codeBlock(code, 'diff', 'change') : codeBlock(code, '');
}

function codeText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && dropped.has(node.tagName))) return '';
  return node.type === 'element' && node.tagName === 'br' ? '\n' : node.children.map(codeText).join('');
}

function ownId({ properties }: Element, { usedIds, options }: Context): Properties {
  const id = plainId(properties['id']);
  if (id === undefined || usedIds.has(id)) return {};
  usedIds.add(id);
  return { id: options.idPrefix + id };
}

function plainId(id: unknown): string | undefined {
  const name = typeof id === 'string' ? id.replace(/^user-content-/, '') : '';
  return /^[\w.-]{1,100}$/.test(name) ? name : undefined;
}

function classesOf({ properties }: Element): string[] {
  const classes = properties['className'];
  return Array.isArray(classes) ? classes.map(String) : [];
}

function textProperty({ properties }: Element, name: string): string {
  const value = properties[name];
  return typeof value === 'string' ? value : '';
}

function hasClass(node: Element, ...names: readonly string[]): boolean {
  return classesOf(node).some((name) => names.includes(name));
}

function text(value: string): ElementContent {
  return { type: 'text', value: closeBidi(value) };
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

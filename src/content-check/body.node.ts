import type { Nodes as HastNodes } from 'hast';
import type { Code, Definition, Image as MarkdownImage, InlineCode, Link as MarkdownLink, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { headingLinks } from '../markdown/heading-links.node.ts';
import { inlineLanguage } from '../markdown/inline-code.node.ts';
import { rawHtml } from '../markdown/raw-html.node.ts';
import { eachNode } from '../site/each-node.ts';
import { blockedIn, isInlineScript, ownFiles } from './blocked-parts.node.ts';
import type {
  Attribute,
  BlockedPart,
  Body,
  CodeBlock,
  Component,
  Heading,
  Image,
  LooseNote,
  Target,
  Words,
} from './content.ts';
import { freeNames } from './free-names.ts';
import type { SyntaxNode } from './free-names.ts';
import { readTags } from './html.node.ts';
import { programsIn, readElement } from './jsx.node.ts';
import { isParserMessage, issueOf } from './parser-message.node.ts';
import type { SyntaxIssue } from './yaml.node.ts';

const mdxNodes = [
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'mdxjsEsm',
] as const;
const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const mdx = unified().use(remarkMdx).use(remarkParse).use(remarkGfm).freeze();
// The same steps that give pages their ids, so that an anchor here is an anchor there.
const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, passThrough: [...mdxNodes] })
  .use([rawHtml, headingLinks])
  .freeze();

/**
 * What the prose in `text` from offset `start` on says and refers to, or what keeps it from being parsed. `keep` gets the
 * prose without blanks around it and the tree of it, before that is used up, if the blanks before it don't matter.
 */
export function readBody(
  text: string,
  start: number,
  syntax: 'md' | 'mdx',
  keep?: (prose: string, tree: Root) => void,
): { body?: Body; issues: SyntaxIssue[] } {
  const written = syntax === 'md' ? text.slice(start).trimEnd() : text.slice(start); // MDX may fail at its end
  // Front matter becomes blank lines, so that all places are places in the file.
  const prose = text.slice(0, start).replace(/[^\r\n]/g, ' ') + written;
  try {
    const tree = (syntax === 'mdx' ? mdx : markdown).parse(prose);
    if (/^(?:[ \t\r\n]*[\r\n])?\S/.test(written)) keep?.(written.trimStart(), tree);
    return { body: collect(tree, text), issues: [] };
  } catch (error) {
    if (isParserMessage(error)) return { issues: [issueOf(error, text)] };
    if (!(error instanceof RangeError)) throw error;
    const message = 'Quotes or lists are nested too deeply to be read.';
    return { issues: [{ rule: 'too-deep', offset: start, message, hint: 'Make the nesting flatter.' }] };
  }
}

function collect(tree: Root, text: string): Body {
  const links: Target[] = [];
  const images: Image[] = [];
  const code: CodeBlock[] = [];
  const components: Component[] = [];
  const attributes: Attribute[] = [];
  const programs: SyntaxNode[] = [];
  const paragraphs: Words[] = [];
  const blocked: BlockedPart[] = [];
  const inlineScripts: { offset: number }[] = [];
  const anchors = new Set<string>();
  const imageNames = new Map<string, string | undefined>();
  eachNode<Nodes>(tree, (node) => {
    if (node.type === 'imageReference') imageNames.set(node.identifier, node.alt ?? undefined);
  });
  eachNode<Nodes>(tree, (node) => {
    const offset = offsetOf(node);
    if (node.type === 'link') links.push({ url: node.url, offset: urlOffset(node, text) });
    if (node.type === 'definition') {
      const target = { url: node.url, offset: urlOffset(node, text) };
      // The reference is looked at for its text; the definition holds the address of both kinds.
      if (imageNames.has(node.identifier))
        images.push({ ...target, alt: imageNames.get(node.identifier), syntax: 'markdown' });
      else links.push(target);
    }
    if (node.type === 'image') {
      images.push({ url: node.url, offset: urlOffset(node, text), alt: node.alt ?? undefined, syntax: 'markdown' });
    }
    if (node.type === 'paragraph') {
      const written = text.slice(offset, node.position?.end.offset);
      paragraphs.push({ words: written.replace(/\s+/g, ' '), offset });
    }
    if (node.type === 'code') code.push(readCode(node, text));
    if (node.type === 'inlineCode') code.push(readInlineCode(node, text));
    programs.push(...programsIn(node));
    const tags =
      node.type === 'html'
        ? readHtml(node.value, offset, text)
        : node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
          ? [readElement(node, text)]
          : [];
    for (const tag of tags) {
      const { name, written, offset: tagOffset, attributes: found, names, computed } = tag;
      blocked.push(...blockedIn(tag));
      if (isInlineScript(tag)) inlineScripts.push({ offset: tagOffset });
      const href = found.get('href');
      const src = found.get('src');
      const id = found.get('id');
      if (name === 'a' && href !== undefined) links.push({ url: href.value, offset: href.offset });
      links.push(...ownFiles(tag));
      if (name === 'img') {
        const alt = found.get('alt')?.value ?? (computed('alt') ? 'computed' : undefined);
        const url = src?.value ?? (computed('src') ? undefined : '');
        images.push({ url, offset: src?.offset ?? tagOffset, alt, syntax: 'html' });
      }
      if (id !== undefined) anchors.add(id.value);
      if (/^[A-Z]/.test(written))
        components.push({
          name: written,
          offset: tagOffset,
          attributes: names.map((key) => ({ name: key, text: found.get(key)?.value })),
          isMdx: node.type !== 'html',
        });
      if (/^[A-Z]/.test(name))
        for (const [key, value] of found) attributes.push({ component: name, name: key, ...value });
    }
  });
  const tagNames = components.flatMap(({ name, offset, isMdx }) =>
    isMdx ? [{ name: name.replace(/\..*/s, ''), offset }] : [],
  );
  const notes = readNotes(tree, text);
  // All that was written has been read: from here on the tree is what readers see.
  eachNode<Nodes>(tree, (node) => {
    if (node.type === 'inlineCode') node.value = node.value.slice(0, inlineLanguage(node.value)?.at);
  });
  const html = toHtml.runSync(tree) as HastNodes;
  eachNode(html, (node) => {
    if (node.type === 'element' && typeof node.properties.id === 'string') anchors.add(node.properties.id);
  });
  return {
    links,
    images,
    code,
    components,
    attributes,
    freeNames: freeNames(programs, tagNames),
    blocked,
    inlineScripts,
    anchors,
    paragraphs,
    ...notes,
    ...readWords(html),
  };
}

/** `[words][name]` and `[name][]`; `list[0][1]` in prose is none. */
const linkByName = /(?<![\w\]\\])\[([^[\]\n^]+)\]\[([^[\]\n]*)\]/g;

/** The footnotes. A reference to none is text for the parser, which readers see as it is written. */
function readNotes(tree: Root, text: string): Pick<Body, 'notes' | 'looseNotes'> {
  const defined = new Map<string, LooseNote>();
  const looseNotes: LooseNote[] = [];
  const used = new Set<string>();
  eachNode<Nodes>(tree, (node) => {
    const offset = offsetOf(node);
    if (node.type === 'footnoteReference') used.add(node.identifier);
    if (node.type === 'footnoteDefinition') {
      const name = node.label ?? node.identifier;
      if (defined.has(node.identifier)) looseNotes.push({ name, offset, lacks: 'own name' });
      else defined.set(node.identifier, { name, offset, lacks: 'reference' });
    }
    if (node.type !== 'text') return;
    const written = text.slice(offset, node.position?.end.offset);
    for (const { 1: name = '', index } of written.matchAll(/(?<!\\)\[\^([\w.-]+)\]/g))
      looseNotes.push({ name, offset: offset + index, lacks: 'text' });
    for (const { 1: words = '', 2: name = '', index } of written.matchAll(linkByName))
      looseNotes.push({ name: name === '' ? words : name, offset: offset + index, lacks: 'address' });
  });
  for (const [identifier, note] of defined) if (!used.has(identifier)) looseNotes.push(note);
  return { notes: [...defined.values()].map(({ name }) => name), looseNotes };
}

/** The headings of a page and what its links are called. What the pipeline adds by itself stands nowhere. */
function readWords(html: HastNodes): Pick<Body, 'headings' | 'linkWords'> {
  const headings: Heading[] = [];
  const linkWords: Words[] = [];
  eachNode(html, (node) => {
    // What raw HTML is made of may have a position without a start.
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
function nameOf(node: HastNodes): string | undefined {
  if (node.type === 'element') return node.tagName;
  return isJsx(node) ? (node.name ?? undefined) : undefined;
}

function isJsx(node: HastNodes): node is Extract<HastNodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }> {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

const unknownWords = '…';

/** The words of a node as a screen reader has them. */
function wordsOf(node: HastNodes): string {
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
function attributeOf(node: HastNodes, name: string): string | undefined {
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

/** In lists and quotes the parser strips what stands before each line; then the block's own place has to do. */
function readHtml(html: string, offset: number, text: string): ReturnType<typeof readTags> {
  const tags = readTags(html, offset);
  if (text.startsWith(html, offset)) return tags;
  return tags.map(({ attributes, ...tag }) => ({
    ...tag,
    offset,
    attributes: new Map([...attributes].map(([key, { value }]) => [key, { value, offset }])),
  }));
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** Where the address begins in `[text](url)`, `![alt](url)`, `[name]: url` or `<url>`; else where the node does. */
function urlOffset(node: MarkdownLink | MarkdownImage | Definition, text: string): number {
  const from = offsetOf(node);
  const to = node.position?.end.offset ?? from;
  const label =
    node.type === 'link'
      ? (node.children.at(-1)?.position?.end.offset ?? from + 1)
      : from + (node.type === 'image' ? (node.alt?.length ?? 0) : 0);
  const opening = node.type === 'definition' ? /\]:\s*<?/g : /\]\(\s*<?/g;
  opening.lastIndex = label;
  let first: number | undefined;
  // Brackets in an image's text look like the end of it; the address itself tells which end is the right one.
  for (let found = opening.exec(text); found !== null && opening.lastIndex <= to; found = opening.exec(text)) {
    if (text.startsWith(node.url, opening.lastIndex)) return opening.lastIndex;
    first ??= opening.lastIndex;
  }
  return first ?? from;
}

/** The language is the fence line's first word. In lists and quotes, a node begins at its fence all the same. */
function readCode({ value, lang, meta, position }: Code, text: string): CodeBlock {
  const from = position?.start.offset ?? 0;
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(from)) ?? [];
  const [, before = '', name = '', gap = '', notes = ''] =
    /^((?:`{3,}|~{3,})[ \t]*)(\S*)([ \t]*)(.*?)[ \t]*$/.exec(line) ?? [];
  const at = from + before.length;
  return {
    code: value,
    offset: from,
    language: lang == null ? undefined : { name: lang, offset: at },
    notes: meta == null ? undefined : { text: notes, offset: at + name.length + gap.length },
    isInline: false,
    isOpen: !isClosed(text, position),
  };
}

/** Whether a block ends with a line of its fence's signs, as many or more. One that is indented has no fence. */
function isClosed(text: string, position: Code['position']): boolean {
  const lines = text.slice(position?.start.offset, position?.end.offset).split(/\r\n|\n|\r/);
  const [fence] = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '') ?? [];
  if (fence === undefined) return true;
  const last = /[`~]+(?=[ \t]*$)/.exec(lines.at(-1) ?? '')?.[0] ?? '';
  return lines.length > 1 && last.startsWith(fence);
}

/** Code in a line of text, which may name its language: `docker info{:sh}`. */
function readInlineCode({ value, position }: InlineCode, text: string): CodeBlock {
  const language = inlineLanguage(value);
  const offset = position?.start.offset ?? 0;
  const named = language && { name: language.name, offset: text.indexOf(`{:${language.name}}`, offset) + '{:'.length };
  return {
    code: value.slice(0, language?.at),
    offset,
    language: named,
    notes: undefined,
    isInline: true,
    isOpen: false,
  };
}

import type { Definition, Image as MarkdownImage, Link as MarkdownLink, Nodes, Root } from 'mdast';
import { eachNode } from '../site/each-node.ts';
import { blockedIn, isInlineScript, ownFiles } from './blocked-parts.node.ts';
import type { Attribute, BlockedPart, Body, CodeBlock, Component, Image, Target, Words } from './content.ts';
import { freeNames } from './free-names.ts';
import type { SyntaxNode } from './free-names.ts';
import { readTags } from './html.node.ts';
import type { Tag } from './html.node.ts';
import { importsIn, programsIn, readElement } from './jsx.node.ts';
import { readCode, readInlineCode } from './written-code.node.ts';

/** What is found on the way through a tree. */
interface Parts {
  links: Target[];
  images: Image[];
  code: CodeBlock[];
  components: Component[];
  attributes: Attribute[];
  programs: SyntaxNode[];
  paragraphs: Words[];
  blocked: BlockedPart[];
  inlineScripts: { offset: number }[];
  /** Ids of tags. */
  anchors: Set<string>;
}

/** What stands in `text` itself, in its order: in Markdown, in tags of HTML and of JSX, and in code of MDX. */
export function readWrittenParts(
  tree: Root,
  text: string,
): Omit<Body, 'notes' | 'looseNotes' | 'unread' | 'headings' | 'linkWords'> {
  const parts: Parts = {
    links: [],
    images: [],
    code: [],
    components: [],
    attributes: [],
    programs: [],
    paragraphs: [],
    blocked: [],
    inlineScripts: [],
    anchors: new Set(),
  };
  // The reference is looked at for its text; the definition holds the address of both kinds.
  const imageNames = new Map<string, string | undefined>();
  eachNode<Nodes>(tree, (node) => {
    if (node.type === 'imageReference') imageNames.set(node.identifier, node.alt ?? undefined);
  });
  eachNode<Nodes>(tree, (node) => {
    takeMarkdown(node, text, imageNames, parts);
    parts.programs.push(...programsIn(node));
    for (const tag of tagsIn(node, text)) takeTag(tag, node.type !== 'html', parts);
  });
  const { programs, ...written } = parts;
  const imports = programs.flatMap(importsIn);
  const tagNames = parts.components.flatMap(({ name, offset, isMdx }) =>
    isMdx ? [{ name: name.replace(/\..*/s, ''), offset }] : [],
  );
  return { ...written, imports, freeNames: freeNames(programs, tagNames) };
}

function takeMarkdown(node: Nodes, text: string, imageNames: ReadonlyMap<string, string | undefined>, to: Parts): void {
  switch (node.type) {
    case 'link':
      to.links.push({ url: node.url, offset: urlOffset(node, text) });
      break;
    case 'image':
      to.images.push({
        url: node.url,
        offset: urlOffset(node, text),
        alt: node.alt ?? undefined,
        syntax: 'markdown',
      });
      break;
    case 'definition': {
      const target = { url: node.url, offset: urlOffset(node, text) };
      if (imageNames.has(node.identifier))
        to.images.push({ ...target, alt: imageNames.get(node.identifier), syntax: 'markdown' });
      else to.links.push(target);
      break;
    }
    case 'paragraph': {
      const offset = offsetOf(node);
      const written = text.slice(offset, node.position?.end.offset);
      to.paragraphs.push({ words: written.replace(/\s+/g, ' '), offset });
      break;
    }
    case 'code':
      to.code.push(readCode(node, text));
      break;
    case 'inlineCode':
      to.code.push(readInlineCode(node, text));
      break;
    default:
  }
}

function tagsIn(node: Nodes, text: string): Tag[] {
  if (node.type === 'html') return readHtml(node.value, offsetOf(node), text);
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return [readElement(node, text)];
  return [];
}

function takeTag(tag: Tag, isMdx: boolean, to: Parts): void {
  const { name, written, offset, attributes, names, computed } = tag;
  to.blocked.push(...blockedIn(tag));
  if (isInlineScript(tag)) to.inlineScripts.push({ offset });
  const href = attributes.get('href');
  const src = attributes.get('src');
  const id = attributes.get('id');
  if (name === 'a' && href !== undefined) to.links.push({ url: href.value, offset: href.offset });
  to.links.push(...ownFiles(tag));
  if (name === 'img') {
    const alt = attributes.get('alt')?.value ?? (computed('alt') ? 'computed' : undefined);
    const url = src?.value ?? (computed('src') ? undefined : '');
    to.images.push({ url, offset: src?.offset ?? offset, alt, syntax: 'html' });
  }
  if (id !== undefined) to.anchors.add(id.value);
  if (/^[A-Z]/.test(written))
    to.components.push({
      name: written,
      offset,
      attributes: names.map((key) => ({ name: key, text: attributes.get(key)?.value })),
      isWhole: !computed(''),
      isMdx,
    });
  if (/^[A-Z]/.test(name))
    for (const [key, value] of attributes) to.attributes.push({ component: name, name: key, ...value });
}

/** In lists and quotes the parser strips what stands before each line; then the block's own place has to do. */
function readHtml(html: string, offset: number, text: string): Tag[] {
  const tags = readTags(html, offset);
  if (text.startsWith(html, offset)) return tags;
  return tags.map(({ attributes, ...tag }) => ({
    ...tag,
    offset,
    attributes: new Map([...attributes].map(([key, { value }]) => [key, { value, offset }])),
  }));
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

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

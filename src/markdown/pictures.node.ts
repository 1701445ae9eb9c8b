import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import type { Nodes as MarkdownNodes, Root as MarkdownRoot } from 'mdast';
import { dirname, posix, relative, sep } from 'node:path';
import type { VFile } from 'vfile';
import { decoded } from '../site/decoded.ts';
import { eachNode } from '../site/each-node.ts';
import { isElsewhere } from '../site/urls.ts';
import { wholePicture } from '../site/words.ts';
import { readPicture } from './picture-file.node.ts';
import type { PictureFile } from './picture-file.node.ts';
import { columnSizes, drawnFormats, fullWidthOf, plainEnding, versionPath, widthsFor } from './picture-versions.ts';

/** Before so many characters of text, a picture is on the reader's screen at once. */
const foldChars = 600;

/** Width of a column of text in pixels: what is wider is worth a look in full. */
const columnWidth = 656;

/** Components of ours that show a picture, whose versions they get as attributes. */
const pictureComponents = ['Figure', 'Still'];

type JsxElement = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * Remark plugin: the address of a picture that lies beside its page becomes one that only `pictures` knows. Astro would
 * import the file otherwise, and publish it even if the page is a draft.
 */
export function picturesBeside({ root }: { root: string }) {
  return (tree: MarkdownRoot, file: VFile): void => {
    const references = new Set<string>();
    eachNode<MarkdownNodes>(tree, (node) => {
      if (node.type === 'imageReference') references.add(node.identifier);
    });
    eachNode<MarkdownNodes>(tree, (node) => {
      if (node.type !== 'image' && !(node.type === 'definition' && references.has(node.identifier))) return;
      const path = isBeside(node.url) ? pictureAt(node.url, root, file) : undefined;
      if (path !== undefined) node.url = `${beside}${path.split('/').map(encodeURIComponent).join('/')}`;
    });
  };
}

const beside = '/pictures/';

/**
 * Rehype plugin: each picture of this site comes in the formats and widths that suit the reader, with its size, so that
 * nothing moves when it arrives. What begins below the first screen is loaded when it comes near. The title of a picture
 * that stands alone is its caption, and one that is wider than the column leads to the whole of it.
 */
export function pictures({ root, base }: { root: string; base: string }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    if (typeof file.path !== 'string') return; // A text without a file shows no file.
    await dressIn(tree, { root, base, file, chars: 0, count: 0, inLink: false });
  };
}

interface Page {
  root: string;
  base: string;
  file: VFile;
  /** Characters of text before the place that is looked at. */
  chars: number;
  /** Pictures before it. */
  count: number;
  inLink: boolean;
}

async function dressIn(parent: Parents, page: Page): Promise<void> {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'text') page.chars += child.value.length;
    const tag = tagOf(child);
    if (tag?.name === 'picture') continue; // Somebody has done it by hand.
    if (tag?.name === 'img') {
      const dressed = await dress(tag, page);
      if (dressed !== undefined) (parent.children as Nodes[])[index] = dressed;
    } else if (tag !== undefined && pictureComponents.includes(tag.name)) {
      await giveVersions(tag, page);
    } else if (tag !== undefined && /^[A-Z]/.test(tag.name)) {
      page.chars += foldChars; // Nobody knows how tall it is.
    }
    if (!('children' in child)) continue;
    const wasInLink = page.inLink;
    page.inLink ||= tag?.name === 'a';
    await dressIn(child, page);
    page.inLink = wasInLink;
    if (tag?.name === 'p') addCaption(parent, index, child as Element);
  }
}

/** The picture in place of a tag `img`; nothing if it shows no picture of this site. */
async function dress(img: Tag, page: Page): Promise<Element | undefined> {
  const picture = await pictureOf(img, page);
  if (picture === undefined) return undefined;
  const { kind, file, ending } = picture;
  const given = img.get('width') !== undefined || img.get('height') !== undefined;
  const shown = shownWidth(img, picture);
  const isFirst = page.count === 0 && page.chars < foldChars;
  page.count += 1;
  if (!given) img.set('width', String(picture.width)).set('height', String(picture.height));
  else if (shown !== undefined)
    img.set('width', String(shown)).set('height', img.get('height') ?? String(scaled(picture, shown)));
  img.set('src', plainPath(picture, shown));
  if (img.get('loading') === undefined) {
    if (isFirst) img.set('fetchpriority', 'high');
    else img.set('loading', 'lazy');
  }
  if (img.get('decoding') === undefined && !isFirst) img.set('decoding', 'async');
  const sources =
    kind === 'still'
      ? drawnFormats.map((format) => ({
          type: `image/${format}`,
          srcSet: srcset(picture, format, shown, page.base),
          sizes: sizesOf(shown),
        }))
      : kind === 'moving'
        ? [{ media: '(prefers-reduced-motion: reduce)', srcSet: stillFrame(picture, page.base) }]
        : [];
  const shownPicture = element('picture', {}, [...sources.map((source) => element('source', source)), img.node]);
  const isWider = picture.width > columnWidth;
  if (page.inLink || !isWider || (img.get('alt') ?? '').trim() === '') return shownPicture;
  const full = file.startsWith('public/')
    ? ownPath(file)
    : versionOf(picture, fullWidthOf(picture.width), kind === 'still' ? plainEnding(ending) : ending);
  const link = element('a', { href: full, title: wholePicture }, [shownPicture]);
  return element('picture-zoom', {}, [link]);
}

/** Gives a component of ours the versions of the picture that it shows. */
async function giveVersions(tag: Tag, page: Page): Promise<void> {
  const picture = await pictureOf(tag, page);
  if (picture === undefined) return;
  const shown = shownWidth(tag, picture);
  page.count += 1;
  if (shown === undefined) tag.set('width', String(picture.width)).set('height', String(picture.height));
  else tag.set('height', tag.get('height') ?? String(scaled(picture, shown)));
  tag.set('src', plainPath(picture, shown));
  if (picture.kind !== 'still') return;
  for (const format of drawnFormats) tag.set(format, srcset(picture, format, shown, page.base));
  tag.set('sizes', sizesOf(shown));
}

/** The title of a picture that is all of its paragraph becomes a caption, which everybody sees and not only a mouse. */
function addCaption(parent: Parents, index: number, paragraph: Element): void {
  const content = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = content;
  if (content.length !== 1 || only === undefined) return;
  const tags: Tag[] = [];
  eachNode<Nodes>(only, (node) => {
    const tag = tagOf(node);
    if (tag?.name === 'img') tags.push(tag);
  });
  const [img] = tags;
  const title = img?.get('title')?.trim() ?? '';
  if (tags.length !== 1 || img === undefined || title === '') return;
  img.remove('title');
  const caption = element('figcaption', {}, [{ type: 'text', value: title }]);
  (parent.children as Nodes[])[index] = element('figure', {}, [only, caption]);
}

async function pictureOf(tag: Tag, { root, file }: Page): Promise<PictureFile | undefined> {
  const path = pictureAt(tag.get('src') ?? '', root, file);
  return path === undefined ? undefined : readPicture(root, path);
}

/** Path from `root` of the file that `url` means on the page `page`; nothing if it is none of content/ and public/. */
function pictureAt(url: string, root: string, page: VFile): string | undefined {
  const [address = ''] = /^[^?#]*/.exec(url) ?? [];
  const path = decoded(address);
  if (path === '' || isElsewhere(path)) return undefined;
  const folder = relative(root, dirname(page.path)).split(sep).join('/');
  const file = posix.normalize(
    path.startsWith(beside) ? path.slice(beside.length) : path.startsWith('/') ? `public${path}` : `${folder}/${path}`,
  );
  return /^(?:content|public)\//.test(file) ? file : undefined;
}

function isBeside(url: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(url);
}

/** The width that the author gave, in pixels, as a number or by the height. */
function shownWidth(tag: Tag, { width, height }: PictureFile): number | undefined {
  const [across, down] = ['width', 'height'].map((name) => tag.get(name)?.replace(/px$/, ''));
  if (across !== undefined) return /^[1-9]\d*$/.test(across) ? Number(across) : undefined;
  if (down === undefined || !/^[1-9]\d*$/.test(down)) return undefined;
  return Math.max(1, Math.round((Number(down) * width) / height));
}

function scaled({ width, height }: PictureFile, shown: number): number {
  return Math.max(1, Math.round((shown * height) / width));
}

/** The address for programs that take one only. A file in public/ has had it from the beginning. */
function plainPath(picture: PictureFile, shown: number | undefined): string {
  const { file, kind, ending, width } = picture;
  if (file.startsWith('public/')) return ownPath(file);
  if (kind !== 'still') return versionOf(picture, width, ending);
  return versionOf(picture, Math.max(...widthsFor(width, shown)), plainEnding(ending));
}

function ownPath(file: string): string {
  return encodeURI(file.slice('public'.length));
}

function versionOf({ file, hash }: PictureFile, width: number, ending: string): string {
  return versionPath({ file, hash, width, ending });
}

function srcset(picture: PictureFile, format: string, shown: number | undefined, base: string): string {
  return widthsFor(picture.width, shown)
    .map((width) => `${withBase(versionOf(picture, width, format), base)} ${width}w`)
    .join(', ');
}

/** The first frame of what moves, for readers who want nothing to move. */
function stillFrame(picture: PictureFile, base: string): string {
  return withBase(versionOf(picture, picture.width, 'webp'), base);
}

function sizesOf(shown: number | undefined): string {
  return shown === undefined ? columnSizes : `min(${shown}px, 82vw)`;
}

function withBase(path: string, base: string): string {
  return base + path.slice(1);
}

function element(tagName: string, properties: Element['properties'], children: Nodes[] = []): Element {
  return { type: 'element', tagName, properties, children: children as ElementContent[] };
}

/** An element, whether it was written in Markdown, HTML or JSX. */
interface Tag {
  name: string;
  node: Nodes;
  /** The value of an attribute, if it is known before the page runs. */
  get: (name: string) => string | undefined;
  set: (name: string, value: string) => Tag;
  remove: (name: string) => void;
}

function tagOf(node: Nodes): Tag | undefined {
  if (node.type === 'element') return htmlTag(node);
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? jsxTag(node) : undefined;
}

function htmlTag(node: Element): Tag {
  const { properties } = node;
  const keyOf = (name: string) => (name === 'fetchpriority' ? 'fetchPriority' : name);
  const tag: Tag = {
    name: node.tagName,
    node,
    get: (name) => {
      const value = properties[keyOf(name)];
      return value === undefined || value === null ? undefined : String(value);
    },
    set: (name, value) => {
      properties[keyOf(name)] = value;
      return tag;
    },
    remove: (name) => {
      delete properties[keyOf(name)];
    },
  };
  return tag;
}

function jsxTag(node: JsxElement): Tag {
  const find = (name: string) =>
    node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && one.name === name ? [one] : []))[0];
  const tag: Tag = {
    name: node.name ?? '',
    node,
    get: (name) => {
      const value = find(name)?.value;
      if (typeof value !== 'object') return value;
      // `width={96}` is known as well; what is computed is not.
      return value !== null && /^\d+$/.test(value.value) ? value.value : undefined;
    },
    set: (name, value) => {
      const found = find(name);
      if (found === undefined) node.attributes.push({ type: 'mdxJsxAttribute', name, value });
      else found.value = value;
      return tag;
    },
    remove: (name) => {
      node.attributes = node.attributes.filter((one) => one.type !== 'mdxJsxAttribute' || one.name !== name);
    },
  };
  return tag;
}

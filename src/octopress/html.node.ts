import { isLook, modernName } from './elements.ts';
import { attributes, escapeHtml, escapeMarkdown, withoutTags } from './markup.ts';
import { showPicture } from './pictures.ts';
import type { PostContext } from './post-context.ts';

const tagForm = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'<>]){0,5000}?)(\/?)>/g;
const attributeForm = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Elements whose words no page shows as such: one without end would take in all that follows. */
const swallowing = new Set(
  'audio button canvas iframe noscript object picture script select style template textarea title video'.split(' '),
);

/** Where a piece of HTML stands in a text. */
export interface HtmlPlace {
  /** The place in the old file of an offset in the piece. */
  offset: (at: number) => number;
  /** Whether words in it are not Markdown. */
  inBlock: boolean;
  /** Whether it stands in a link of Markdown, and whether that has words. */
  inLink?: { hasWords: boolean };
  /** What comes after it: the end of an element may be there. */
  after?: string;
  /** The new level of the heading that begins at an offset of the piece. */
  levelAt?: (at: number) => number | undefined;
}

interface OpenElement {
  name: string;
  /** Its name in the new text; empty if only what is in it stays. */
  fresh: string;
  /** Whether there are no words in it. */
  isSilent: boolean;
}

const farthestEnd = 2_000; // characters from a tag in which its element is looked at
const openElements = 200; // more are never closed

/**
 * Carries the HTML of one old post over, piece by piece in the order of the text, as it may stand in the new one:
 * pictures and links lead where they are now, elements that HTML no longer has are those of today, and scripts and
 * looks in attributes are gone, which the site's policy would refuse anyway. For `.mdx` each tag is closed and each
 * brace escaped.
 */
export class HtmlCarrier {
  readonly #post: PostContext;
  readonly #syntax: 'md' | 'mdx';
  readonly #closed: ReadonlySet<string>;
  readonly #open: OpenElement[] = [];
  readonly #ids = new Set<string>();

  /** `text` is all that the pieces stand in. */
  constructor(post: PostContext, syntax: 'md' | 'mdx', text: string) {
    this.#post = post;
    this.#syntax = syntax;
    this.#closed = new Set([...text.matchAll(/<\/([A-Za-z][\w:-]*)\s*>/g)].map(([, name = '']) => name.toLowerCase()));
  }

  /** The new HTML of a piece. */
  carry(html: string, place: HtmlPlace): string {
    const chunks: { text: string; isWords: boolean }[] = [];
    let at = 0;
    let pre = 0;
    const addText = (value: string): void => {
      if (this.#syntax === 'md') chunks.push({ text: value, isWords: false });
      else if (pre > 0) {
        const isGap = value.trim() === '' && !value.includes('\n');
        chunks.push({ text: isGap ? value : `{${JSON.stringify(unescape(value))}}`, isWords: false });
      } else chunks.push({ text: place.inBlock ? escapeText(value) : value, isWords: place.inBlock });
    };
    for (const match of html.matchAll(tagForm)) {
      const [whole, closes = '', name = ''] = match;
      addText(html.slice(at, match.index));
      at = match.index + whole.length;
      if (name.toLowerCase() === 'pre') pre += closes === '' ? 1 : -1;
      const text =
        name === ''
          ? comment(whole, this.#syntax)
          : closes !== ''
            ? this.#closing(whole, name)
            : this.#opening(match, html, place);
      chunks.push({ text, isWords: false });
    }
    addText(html.slice(at));
    // In MDX, words alone on their lines are a paragraph, also in an element that can hold none.
    const isOneLine = chunks.some(({ text, isWords }) => isWords && text.includes('\n') && text.trim() !== '');
    return chunks.map(({ text, isWords }) => (isOneLine && isWords ? text.replace(/\s*\n\s*/g, ' ') : text)).join('');
  }

  #closing(whole: string, rawName: string): string {
    const name = rawName.toLowerCase();
    if (name === 'br') return this.#syntax === 'md' ? '<br>' : '<br />'; // as browsers read it
    if (voidTags.has(name)) return '';
    const at = this.#open.findLastIndex((element) => element.name === name);
    const { fresh = name } = this.#open[at] ?? {};
    if (at >= 0) this.#open.splice(at, 1);
    else if (modernName(name) === undefined && !this.#inDrawing) return '';
    if (fresh === '') return '';
    return this.#syntax === 'md' && fresh === name ? whole : `</${this.#inDrawing ? rawName : fresh}>`;
  }

  /** Whether the next tag stands in a drawing or a formula, which have elements of their own. */
  get #inDrawing(): boolean {
    return this.#open.some(({ name }) => name === 'svg' || name === 'math');
  }

  #opening(match: RegExpExecArray, html: string, place: HtmlPlace): string {
    const [whole, , rawName = '', rest = '', selfCloses = ''] = match;
    const name = rawName.toLowerCase();
    const at = place.offset(match.index);
    const values = readAttributes(rest);
    const from = match.index + whole.length;
    const inner = innerOf(name, html.slice(from, from + farthestEnd) + (place.after ?? ''));
    if (name === 'img') return this.#picture(values, at, place);
    const isDrawing = this.#inDrawing;
    const fresh = isDrawing ? rawName : this.#nameOf(name, inner, values, at, place.levelAt?.(match.index));
    if (fresh === undefined) return escapeHtml(whole);
    const isEmpty = selfCloses !== '' || voidTags.has(name);
    if (!isEmpty) {
      const isSilent =
        name === 'a' && inner !== undefined && !hasWords(inner.replace(/<img\b[^>]*>/gi, ''), this.#post);
      this.#open.push({ name, fresh, isSilent });
      if (this.#open.length > openElements) this.#open.shift();
    }
    if (fresh === '') return '';
    const kept = this.#attributesOf(name, values, at, isDrawing);
    const changed =
      fresh !== (isDrawing ? rawName : name) ||
      Object.keys(values).length !== Object.keys(kept).length ||
      Object.entries(kept).some(([key, value]) => values[key] !== value);
    // HTML takes `<a name="x"/>` for a beginning without an end.
    const isClosedAtOnce = selfCloses !== '' && !voidTags.has(name) && !isDrawing && this.#syntax === 'md';
    if (isClosedAtOnce) return `<${fresh}${attributes(decoded(kept))}></${fresh}>`;
    if (this.#syntax === 'md' && !changed) return whole;
    return `<${fresh}${attributes(decoded(kept))}${selfCloses !== '' || (this.#syntax === 'mdx' && isEmpty) ? ' /' : ''}>`;
  }

  /** The element's name in the new text, nothing if only what is in it stays, undefined if it is text. */
  #nameOf(
    name: string,
    inner: string | undefined,
    values: Record<string, string>,
    at: number,
    level: number | undefined,
  ): string | undefined {
    const say = (became: string, person = false, was = `<${name}>`): void => this.#post.note(at, was, became, person);
    if (/^h[1-6]$/.test(name)) {
      if (inner !== undefined && !hasWords(inner, this.#post)) {
        say('no heading, because it has no words', true);
        return 'div';
      }
      if (level === undefined || name === `h${level}`) return name;
      say(`<h${level}>, since the page’s title is <h1>`);
      return `h${level}`;
    }
    const fresh = modernName(name);
    if (fresh === undefined && this.#closed.has(name)) {
      say('what is in it: HTML has no such element', true);
      return '';
    }
    if (fresh === undefined) {
      say('text: HTML has no such element', true);
      return undefined;
    }
    if (swallowing.has(name) && !this.#closed.has(name)) {
      say('text: the element has no end');
      return undefined;
    }
    if (fresh !== name) {
      say(`<${fresh}>: HTML no longer has the other`);
      return fresh;
    }
    if (name === 'a' && values['href'] !== undefined && inner !== undefined && !/<img\b/i.test(inner)) {
      if (hasWords(inner, this.#post)) return name;
      say('nothing: there is nothing in the link');
      return '';
    }
    // A paragraph can hold no block: the old page's browser ended it there.
    if (name === 'p' && inner !== undefined && holdsBlock.test(this.#post.slots.fillHtml(inner))) return 'div';
    if (name === 'code' && inner !== undefined && /^\s*<pre\b/i.test(inner)) return '';
    return name;
  }

  #attributesOf(name: string, values: Record<string, string>, at: number, isDrawing: boolean): Record<string, string> {
    const kept = { ...values };
    for (const key of Object.keys(values)) {
      if (key === 'style' || key.startsWith('on') || !/^[a-z][\w:.-]*$/i.test(key)) {
        delete kept[key];
        this.#post.note(
          at,
          `<${name} ${key}>`,
          'the element without it: the site’s policy forbids styles and scripts in attributes',
        );
      } else if (!isDrawing && name !== 'svg' && isLook(name, key)) {
        delete kept[key];
        this.#post.note(at, `<${name} ${key}>`, 'the element without it: it only said how it looks');
      }
    }
    if (name === 'a' && values['name'] !== undefined) {
      kept['id'] ??= values['name'];
      delete kept['name'];
    }
    const { id } = kept;
    if (id !== undefined && (id.trim() === '' || this.#ids.has(id))) delete kept['id'];
    else if (id !== undefined) this.#ids.add(id);
    for (const key of ['href', 'src'] as const) {
      const url = values[key];
      if (url === undefined || isDrawing) continue;
      if (url.trim() === '') {
        delete kept[key];
        this.#post.note(at, 'link to nothing', 'its words', true);
        continue;
      }
      const target = this.#post.link(decode(url));
      if (target.kind === 'same') {
        kept[key] = url.trim();
        continue;
      }
      if (target.url === undefined) delete kept[key];
      else kept[key] = target.url;
      const became = target.kind === 'new' ? target.url : (target.url ?? 'its words: the page does not come along');
      this.#post.note(at, `link to ${url}`, became, target.kind === 'gone');
    }
    return kept;
  }

  #picture(values: Record<string, string>, at: number, place: HtmlPlace): string {
    const { src = '', alt, title, width, height, class: classes } = values;
    const link = this.#open.find(({ fresh }) => fresh === 'a');
    const { html } = showPicture(
      {
        src: decode(src),
        alt: alt === undefined ? undefined : decode(alt),
        title: title === undefined ? undefined : decode(title),
        width: sizeOf(width),
        height: sizeOf(height),
        classes: classes?.split(/\s+/) ?? [],
        inLink: link !== undefined || place.inLink !== undefined,
        isAlone: link?.isSilent ?? place.inLink?.hasWords === false,
      },
      this.#post,
      at,
      '<img>',
    );
    return html;
  }
}

const holdsBlock =
  /<(?:address|article|aside|blockquote|div|dl|fieldset|figure|form|h[1-6]|hr|ol|p|pre|section|table|ul)\b/i;

/** What stands in an element up to its first end; undefined if that is far away or nowhere. */
function innerOf(name: string, following: string): string | undefined {
  const near = following.slice(0, farthestEnd);
  const end = near.toLowerCase().indexOf(`</${name}`);
  return end < 0 ? undefined : near.slice(0, end);
}

/** Whether anything in a piece of HTML or Markdown is heard: words, or a picture that has some. */
export function hasWords(text: string, post: PostContext): boolean {
  const heard = post.slots
    .fillHtml(text.slice(0, farthestEnd))
    .replace(/!\[\s*\](?:\([^)]*\)|\[[^\]]*\])/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<img\b[^>]*?\balt\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/gi, '$1$2');
  return /[^\s*_[\]()#]/.test(withoutTags(heard, ''));
}

/** Attributes by name in lower case, as they are written. */
export function readAttributes(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of text.matchAll(attributeForm)) {
    values[name.toLowerCase()] ??= double ?? single ?? bare ?? '';
  }
  return values;
}

function decoded(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, decode(value)]));
}

function decode(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function unescape(value: string): string {
  return decode(value.replaceAll('&#10;', '\n'));
}

function sizeOf(value: string | undefined): string | undefined {
  return /^\d+/.exec(value ?? '')?.[0];
}

/** The mark after an excerpt stays; other comments are kept for the author, in the form that the file's kind has. */
function comment(whole: string, syntax: 'md' | 'mdx'): string {
  if (syntax === 'md') return whole;
  const words = whole.slice(4, -3).replaceAll('*/', '* /');
  return `{/*${words}*/}`;
}

/** Words in HTML are not Markdown; in `.mdx` they would be, unless their signs are escaped. */
function escapeText(value: string): string {
  return value.replace(/[^\uE000\uE001]+/g, (words) =>
    escapeMarkdown(words.replace(/^([ \t]*)([-+#>])/gm, '$1\\$2').replace(/^([ \t]*\d+)([.)])/gm, '$1\\$2'))
      .replaceAll('\\\\-', '\\-')
      .replace(/\\\\([+#>.)])/g, '\\$1'),
  );
}

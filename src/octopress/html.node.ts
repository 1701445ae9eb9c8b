import { attributes, escapeMarkdown } from './markup.ts';
import { showPicture } from './pictures.ts';
import type { PostContext } from './post-context.ts';

const tagForm = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'<>]){0,5000}?)(\/?)>/g;
const attributeForm = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * HTML of an old post as it may stand in the new one: pictures and links lead where they are now, scripts and styles in
 * attributes are gone, which the site's policy would refuse anyway. For `.mdx` each tag is closed and each brace escaped.
 * `offset` gives the place in the old file of an offset in `html`; `inBlock` says that words in it are not Markdown.
 */
export function carryHtml(
  html: string,
  post: PostContext,
  syntax: 'md' | 'mdx',
  offset: (at: number) => number,
  inBlock: boolean,
): string {
  let result = '';
  let at = 0;
  let pre = 0;
  const text = (value: string): string => {
    if (syntax === 'md') return value;
    if (pre > 0) return value.trim() === '' && !value.includes('\n') ? value : `{${JSON.stringify(unescape(value))}}`;
    return inBlock ? escapeText(value) : value;
  };
  for (const match of html.matchAll(tagForm)) {
    const [whole, closes = '', rawName = '', rest = '', selfCloses = ''] = match;
    result += text(html.slice(at, match.index));
    at = match.index + whole.length;
    if (rawName === '') {
      result += comment(whole, syntax);
      continue;
    }
    const name = rawName.toLowerCase();
    if (name === 'pre') pre += closes === '' ? 1 : -1;
    if (closes !== '') {
      if (!voidTags.has(name)) result += syntax === 'md' ? whole : `</${name}>`;
      continue;
    }
    result += openingTag({ whole, name, rest, selfCloses: selfCloses !== '', post, syntax, at: offset(match.index) });
  }
  return result + text(html.slice(at));
}

interface Opening {
  whole: string;
  name: string;
  rest: string;
  selfCloses: boolean;
  post: PostContext;
  syntax: 'md' | 'mdx';
  at: number;
}

function openingTag({ whole, name, rest, selfCloses, post, syntax, at }: Opening): string {
  const values = readAttributes(rest);
  if (name === 'img') {
    const { src = '', alt, title, width, height, class: classes } = values;
    const inLink = false;
    const { html } = showPicture(
      { src, alt, title, width: sizeOf(width), height: sizeOf(height), classes: classes?.split(/\s+/) ?? [], inLink },
      post,
      at,
      '<img>',
    );
    return html;
  }
  const kept = { ...values };
  for (const key of Object.keys(values)) {
    if (key === 'style' || key.startsWith('on') || !/^[a-z][\w:.-]*$/i.test(key)) {
      delete kept[key];
      post.note(
        at,
        `<${name} ${key}>`,
        'the element without it: the site’s policy forbids styles and scripts in attributes',
      );
    }
  }
  if (name === 'a' && values['name'] !== undefined) {
    kept['id'] ??= values['name'];
    delete kept['name'];
  }
  for (const key of ['href', 'src'] as const) {
    const url = values[key];
    if (url === undefined) continue;
    const target = post.link(decode(url));
    if (target.kind === 'same') continue;
    if (target.url === undefined) delete kept[key];
    else kept[key] = target.url;
    const became = target.kind === 'new' ? target.url : (target.url ?? 'its words: the page does not come along');
    post.note(at, `link to ${url}`, became, target.kind === 'gone');
  }
  const changed =
    Object.keys(values).length !== Object.keys(kept).length ||
    Object.entries(kept).some(([key, value]) => values[key] !== value);
  if (syntax === 'md') return changed ? `<${name}${attributes(decoded(kept))}${selfCloses ? ' /' : ''}>` : whole;
  return `<${name}${attributes(decoded(kept))}${selfCloses || voidTags.has(name) ? ' /' : ''}>`;
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

/** Where a link leads whose goal in the page is lost; each page has an element of that name. */
export const pageStart = '#main';

/** `text` as the text of an HTML element or the value of an attribute in double quotes, in HTML and in JSX alike. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;');
}

/** Text without the tags in it; addresses in angles are no tags. */
export function withoutTags(text: string, gap: string): string {
  return text.replace(/<(?!https?:|mailto:|[^\s<>@]+@)[^<>]*>/gi, gap);
}

/** ` name="value"` for each attribute that has a value. */
export function attributes(values: Record<string, string | undefined>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value.replace(/\s+/g, ' '))}"`))
    .join('');
}

/** `text` as plain words in Markdown and in MDX: nothing in it is markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<{~|]/g, '\\$&').replace(/&(?=[#\w]+;)/g, '&amp;');
}

/** A link; `url` keeps no sign that would end it. */
export function link(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${linkAddress(url)})`;
}

/** An address as it may stand in the round brackets of a link. */
export function linkAddress(url: string): string {
  return url
    .replace(/[\s<>{}"\\]/g, (sign) => encodeURIComponent(sign))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}

/** Code in a line, in more backticks than it holds itself. */
export function inlineCode(code: string): string {
  const line = code.replace(/\s*\n\s*/g, ' ').trim();
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

/** The text with entities such as `&amp;` and `&#8217;` as signs; for titles, which are plain text. */
export function resolveEntities(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (whole, code: string) => signOf(Number(code)) ?? whole)
    .replace(/&#x([\da-f]{1,6});/gi, (whole, code: string) => signOf(Number.parseInt(code, 16)) ?? whole)
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name] ?? whole)
    .replaceAll('&amp;', '&');
}

function signOf(code: number): string | undefined {
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  rarr: '→',
  larr: '←',
  raquo: '»',
  laquo: '«',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
};

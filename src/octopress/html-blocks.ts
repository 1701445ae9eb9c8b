import type { Line } from './lines.ts';

/** An element of HTML that begins on a line of its own. */
export interface HtmlBlock {
  name: string;
  /** Its opening tag, with what stands before it on the line. */
  opening: string;
  /** `markdown="1"`, if it is there, and where in `opening`. */
  asMarkdown: { text: string; at: number } | undefined;
  /** Numbers of the lines on which it begins and ends. */
  first: number;
  last: number;
}

const blockTags =
  'div|table|p|ul|ol|dl|form|h[1-6]|blockquote|section|article|aside|figure|center|header|footer|nav|fieldset|details|address|noscript|map';
const blockOpening = new RegExp(`^ {0,3}<(${blockTags})\\b([^>]*)>`, 'i');

// Lines in which ends of elements are looked for, in one post; elements that never end would need the square of all.
const mostLookedAt = 200_000;

/** The elements that the old engines took for blocks of HTML: from a line's beginning to the closing tag, blank lines and all. */
export function htmlBlocks(lines: readonly Line[]): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  const budget = { lines: mostLookedAt };
  for (let first = 0; first < lines.length; first += 1) {
    const line = lines[first];
    const found = line === undefined || line.code ? null : blockOpening.exec(line.text);
    if (found === null) continue;
    const [opening, name = '', attributes = ''] = found;
    const last = closingLine(lines, first, name, budget);
    if (last === undefined) continue;
    const mark = /\s\bmarkdown\s*=\s*["']?(?:1|block|span|on)["']?/i.exec(attributes);
    const asMarkdown = mark && { text: mark[0], at: opening.indexOf('<') + 1 + name.length + mark.index };
    blocks.push({ name, opening, asMarkdown: asMarkdown ?? undefined, first, last });
    if (mark === null) first = last;
  }
  return blocks;
}

/** The line on which the element that begins on line `first` ends; undefined if it never does. */
function closingLine(
  lines: readonly Line[],
  first: number,
  name: string,
  budget: { lines: number },
): number | undefined {
  const tags = new RegExp(`<(/?)${name}\\b[^>]*?(/?)>`, 'gi');
  let depth = 0;
  for (let index = first; index < lines.length && budget.lines > 0; index += 1) {
    budget.lines -= 1;
    for (const [, closes, empty] of (lines[index]?.text ?? '').matchAll(tags)) {
      if (empty !== '') continue;
      depth += closes === '' ? 1 : -1;
      if (depth === 0) return index;
    }
  }
  return undefined;
}

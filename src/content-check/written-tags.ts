import { htmlElements, successors } from '../site/html-elements.ts';
import type { UnreadMarkup } from './content.ts';

/** A piece of HTML in a text, and the offset of its first sign. */
export interface HtmlPiece {
  html: string;
  offset: number;
}

// Bounded, or what is never closed would be looked for to the end of the text from each of its beginnings.
const comment = '<!--[^]*?(?<end>-->|$)';
const words = '<(?<text>script|style|textarea|title)\\b[^]{0,10000}?</\\k<text>\\s*>'; // nothing in these is a tag
const tag = `<(?<closes>/?)(?<name>[A-Za-z][\\w:-]*)(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'>]){0,300}>`;
const parts = new RegExp(`${comment}|${words}|${tag}`, 'gi');

const withoutEnd = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** HTML ends these by itself. */
const endedByOthers = new Set(
  'body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr'.split(' '),
);

/** Tags of elements that HTML has not, which readers do not see, and tags and comments that take in what follows. */
export function unreadTags(pieces: readonly HtmlPiece[]): UnreadMarkup[] {
  const found: UnreadMarkup[] = [];
  /** Offsets of the tags that are not closed yet, by name. */
  const open = new Map<string, number[]>();
  for (const { html, offset: start } of pieces) {
    for (const { index, groups } of html.matchAll(parts)) {
      const offset = start + index;
      const { end, closes, name: written } = groups ?? {};
      if (end === '') found.push({ kind: 'open comment', offset });
      const name = written?.toLowerCase();
      // One that begins with a capital is meant as a component, of which another rule speaks.
      if (written === undefined || name === undefined || /^[A-Z].*[a-z]/.test(written)) continue;
      const isInDrawing = ['svg', 'math'].some((drawing) => (open.get(drawing)?.length ?? 0) > 0);
      const isElement = htmlElements.has(name) || Object.hasOwn(successors, name) || name.includes('-') || isInDrawing;
      if (!isElement && closes === '') found.push({ kind: 'unknown tag', offset });
      if (!isElement || withoutEnd.has(name) || endedByOthers.has(name)) continue;
      if (closes !== '') open.get(name)?.pop();
      else if (!isInDrawing) (open.get(name) ?? open.set(name, []).get(name))?.push(offset);
    }
  }
  // An element of somebody's own is closed; `<container-id>` is a placeholder.
  const left = [...open].flatMap(([name, offsets]) =>
    offsets.map((offset): UnreadMarkup => ({ kind: name.includes('-') ? 'unknown tag' : 'open tag', offset })),
  );
  return [...found, ...left];
}

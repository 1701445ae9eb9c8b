import { findFrontMatter } from '../../content-check/front-matter.ts';

/** A page's text with its new link, or why it can't have one. */
export type LinkedText =
  | { kind: 'linked'; text: string }
  /** `offset` is the place in the text that is in the way. */
  | { kind: 'refused'; message: string; hint: string; offset: number };

/**
 * `text`, a page's file, with `discussion: number` as the last key of its front matter, or of its data if it is YAML.
 * All other bytes stay: ends of lines, blanks, comments, a missing end of the last line. A page that has the key is refused.
 */
export function linkPage(text: string, number: number, isData: boolean): LinkedText {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const front = isData
    ? { kind: 'found' as const, start: 0, end: text.length - mark }
    : findFrontMatter(text.slice(mark));
  if (front.kind === 'broken')
    return { kind: 'refused', message: front.message, hint: front.hint, offset: front.offset + mark };
  const [start, end] = [front.start + mark, front.end + mark];
  const head = text.slice(start, end);
  const key = /^(?:discussion|"discussion"|'discussion')[ \t]*:/m.exec(head);
  if (key !== null) {
    return {
      kind: 'refused',
      message: 'The page has the key `discussion` already.',
      hint: 'Remove it first if the page really is to begin a new thread.',
      offset: start + key.index,
    };
  }
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const needsEnd = head !== '' && !/[\r\n]$/.test(head);
  const line = `discussion: ${number}`;
  const added = needsEnd ? `${lineEnd}${line}` : `${line}${lineEnd}`;
  return { kind: 'linked', text: text.slice(0, end) + added + text.slice(end) };
}

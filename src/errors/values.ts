import { isOpen } from './templates.ts';

/** Half-open, in UTF-16 code units of the text that was given. */
export interface Span {
  start: number;
  end: number;
}

/** More of a value than this is no help to anybody, in UTF-16 code units. */
const longestShown = 1000;

/**
 * What stands for the named `parts` of a message whose pieces stand at `spans`: `path` → `/var/lib/docker/tmp`. The
 * first of several parts of one name.
 */
export function valuesOf(parts: readonly string[], spans: readonly Span[], text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [index, name] of parts.entries()) {
    if (name === '' || name in values) continue;
    const value = valueOf(name, text, spans[index - 1]?.end, spans[index]?.start);
    if (value !== '') values[name] = value;
  }
  return values;
}

/** What stands for a part, without quotes around it; where a piece is missing, one word of its line or the rest of it. */
function valueOf(part: string, text: string, from: number | undefined, to: number | undefined): string {
  const end = to ?? Math.min(endOfLine(text, from ?? 0), (from ?? 0) + longestShown);
  const start = from ?? Math.max(text.lastIndexOf('\n', end - 1) + 1, end - longestShown);
  const value = plain(text.slice(start, Math.min(end, start + longestShown)));
  if (isOpen(part)) return trim(to === undefined ? value.slice(0, endOfQuote(value)) : value);
  if (from === undefined) return trim(/[^\s"'=]*$/.exec(trim(value))?.[0] ?? '');
  if (to === undefined) return trim(/^[^\s"']*/.exec(trim(value))?.[0] ?? '');
  return trim(value.replace(wrap, ''));
}

/** Where a terminal, a chat or a mail went on in the next line. */
const wrap = /\s*?\r?\n[\s>|]*/g;

/** `value` without colours and characters that nobody sees, and with quotes that a page had to spell. */
function plain(value: string): string {
  return value
    .replace(colours, '')
    .replace(unseen, '')
    .replaceAll('\u00A0', ' ')
    .replace(entities, (entity) => meanings.get(entity.toLowerCase()) ?? entity);
}

// eslint-disable-next-line no-control-regex -- this is the character that is meant
const colours = /\u001B\[[\d;]{0,16}[a-z]/gi;
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const entities = /&(?:quot|apos|lt|gt|amp|nbsp|#39|#34|#x27);/gi;
const meanings = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&nbsp;', ' '],
]);

/** Where the message of `msg="…" storage-driver=overlay2` or `{"msg": "…"}` ends, if `value` begins in one. */
function endOfQuote(value: string): number | undefined {
  const end = /(?<!\\)"(?=\s?[\w.-]{1,40}=|\s?[,}\]]|\s*$)/.exec(value);
  return end?.index;
}

function trim(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && /[\s:"'“‘(=\\]/.test(value.charAt(start))) start += 1;
  while (start < end && /[\s:"'”’),.\\]/.test(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

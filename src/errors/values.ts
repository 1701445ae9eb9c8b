import { messageParts } from './parts.ts';
import type { Part } from './parts.ts';
import { isOpen } from './templates.ts';
import type { Template } from './templates.ts';

/** Half-open, in UTF-16 code units of the text that was given. */
export interface Span {
  start: number;
  end: number;
}

/** More of a value than this is no help to anybody, in UTF-16 code units. */
const longestShown = 1000;

/**
 * What stands for the named parts of a message whose pieces stand at `spans`: `path` → `/var/lib/docker/tmp`. The first
 * of several parts of one name.
 */
export function valuesOf({ parts, gaps }: Template, spans: readonly Span[], text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    const from = spans[index - 1]?.end;
    const to = spans[index]?.start;
    for (const [name, value] of valuesWithin(gaps[index] ?? '', between(text, from, to), from, to)) {
      if (value !== '') values[name] ??= value;
    }
  }
  return values;
}

/** The text between two pieces; where one is missing, what its line has there. */
function between(text: string, from: number | undefined, to: number | undefined): string {
  const end = to ?? Math.min(endOfLine(text, from ?? 0), (from ?? 0) + longestShown);
  const start = from ?? Math.max(text.lastIndexOf('\n', end - 1) + 1, end - longestShown);
  return plain(text.slice(start, Math.min(end, start + longestShown)));
}

/** The value of each part of `gap`, for which `whole` stands: they are told apart by the signs around them. */
function valuesWithin(
  gap: string,
  whole: string,
  from: number | undefined,
  to: number | undefined,
): [name: string, value: string][] {
  const pieces = messageParts(gap).filter(({ text }) => text.trim() !== '');
  // A line that ends in the middle of a value was wrapped there; a text may have lines of its own.
  let rest = to === undefined || pieces.some(({ text }) => isOpen(text)) ? whole : whole.replace(wrap, '');
  if (to !== undefined && pieces.at(-1)?.kind === 'literal')
    rest = rest.slice(0, rest.length - lengthOfSigns(reversed(rest), reversed(pieces.pop()?.text ?? '')));
  const first = from === undefined ? pieces.find(({ kind }) => kind === 'variable') : undefined;
  return pieces.flatMap((piece, at): [string, string][] => {
    const { kind, text } = piece;
    if (kind === 'literal') {
      rest = rest.slice(lengthOfSigns(rest, text));
      return [];
    }
    const next = pieces[at + 1];
    const end =
      next === undefined
        ? rest.length
        : endBefore(rest.trimStart(), next, text === 'path') + rest.length - rest.trimStart().length;
    const value = rest.slice(0, end);
    rest = rest.slice(end);
    const isLast = next === undefined && to === undefined;
    return [[text, isOpen(text) ? openValue(value, isLast) : closedValue(value, piece === first, isLast)]];
  });
}

/** How much of the beginning of `text` are `signs`; blanks and backslashes may stand between them. */
function lengthOfSigns(text: string, signs: string): number {
  let at = 0;
  for (const sign of signs.replaceAll(/\s/g, '')) {
    let next = at;
    while (/[\s\\]/.test(text.charAt(next))) next += 1;
    if (text.charAt(next) === sign) at = next + 1;
  }
  return at;
}

function reversed(text: string): string {
  return text.split('').toReversed().join('');
}

/**
 * Where in `text` the value before `next` ends. A colon after a value is followed by a blank or a quote if the message
 * has a blank; a slash after a path is its last.
 */
function endBefore(text: string, next: Part, path: boolean): number {
  const sign = next.kind === 'literal' ? next.text.trim().charAt(0) : ' ';
  if (path && sign === '/' && text.includes('/')) return text.lastIndexOf('/');
  const hasBlank = /^\s*:\s/.test(next.kind === 'literal' ? next.text : '');
  for (let at = 0; at < text.length; at++) {
    const here = text.charAt(at);
    if (sign === ' ' ? /[ \t]/.test(here) : here === sign && (!hasBlank || /[\s"']|^$/.test(text.charAt(at + 1))))
      return at;
  }
  return text.length;
}

/** A text or an error of any kind: at the end of a message, to where that ends. */
function openValue(value: string, isLast: boolean): string {
  return trim((isLast ? value.slice(0, endOfQuote(value)) : value).replace(quotedBreak, '\n'));
}

/** A path, a number, an id: one word, if the message begins or ends with it. */
function closedValue(value: string, isFirst: boolean, isLast: boolean): string {
  if (isFirst) return trim(/[^\s"'=]*$/.exec(trim(value))?.[0] ?? '');
  if (isLast) return trim(/^[^\s"']*/.exec(trim(value))?.[0] ?? '');
  return trim(value.replace(wrap, ''));
}

/** A line that a mail or a chat quotes. */
const quotedBreak = /\r?\n>[ \t]?/g;

/** Where a terminal, a chat or a mail went on in the next line. */
const wrap = /\r?\n[\s>|]*/g;

/** `value` without colours and characters that nobody sees, and with quotes that a page had to spell. */
function plain(value: string): string {
  return value
    .replace(colours, '')
    .replace(unseen, '')
    .replaceAll('\u00A0', ' ')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
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

import { TokenKind, Tokenizer, defaultOptions } from 'liquidjs';
import type { TagToken } from 'liquidjs';

/** A part of an old text. `from` and `to` are offsets in it. */
export type Part = Span &
  (
    | { kind: 'text' }
    /** A fence of backticks or tildes. */
    | { kind: 'fence'; indent: string; sign: string; info: string; code: string }
    /** `{% name args %}` alone. */
    | { kind: 'tag'; name: string; args: string }
    /** `{% name args %} … {% endname %}`; `inner` is what stands between. */
    | { kind: 'block'; name: string; args: string; inner: Span; children: Part[] }
    /** `{{ … }}` */
    | { kind: 'output' }
    /** What looks like Liquid and is none: `{%` without end. */
    | { kind: 'broken' }
  );

export interface Span {
  from: number;
  to: number;
}

/** Blocks whose content is no text: it is not looked into. */
const codeBlocks = ['codeblock', 'highlight', 'coderay', 'sourcecode', 'pygments', 'comment'];
/** Blocks whose content is text in which nothing is Liquid. */
const rawBlocks = ['raw', 'literal'];
const maxBroken = 200; // unclosed braces in one post; more is an attack on the reader's time

const opener = new RegExp(
  `^([ \\t]*)(\`{3,}|~{3,})[ \\t]*([^\\n\`]*)\\n|\\{%-?\\s*(${[...codeBlocks, ...rawBlocks].join('|')})\\b([^\\n]*?)-?%\\}`,
  'gm',
);

/**
 * The parts of `text` in order, without gaps. Code is found before Liquid, as Octopress did it, and Liquid's own reader
 * finds the tags in what is left. `endsFencesEarly` is what the engine did. Takes time that grows with the length only,
 * and never throws.
 */
export function scan(text: string, endsFencesEarly: boolean): Part[] {
  const { masked, found } = takeCode(text, endsFencesEarly);
  return nest(
    text,
    [...found, ...readLiquid(masked, text, found)].toSorted((a, b) => a.from - b.from),
  );
}

type Flat = Exclude<Part, { kind: 'text' }> | (Span & { kind: 'end'; name: string });

/** Code and raw text, and `text` with blanks in their place. */
function takeCode(text: string, endsFencesEarly: boolean): { masked: string; found: Flat[] } {
  const found: Flat[] = [];
  const ends = new Map<string, number>();
  const lastEnd = (name: string): number => {
    const known = ends.get(name) ?? lastMatch(text, new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g'));
    ends.set(name, known);
    return known;
  };
  opener.lastIndex = 0;
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    const [whole, indent = '', sign = '', info = '', name = '', args = ''] = match;
    const from = match.index;
    const inner = from + whole.length;
    if (sign !== '') {
      const close = closingFence(text, inner, indent, sign, endsFencesEarly);
      if (close === undefined) continue;
      const code = text.slice(inner, close.from);
      found.push({ kind: 'fence', from, to: close.to, indent, sign, info: info.trim(), code });
      opener.lastIndex = close.to;
      continue;
    }
    if (lastEnd(name) < inner) continue;
    const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
    end.lastIndex = inner;
    const closing = end.exec(text);
    if (closing === null) continue;
    const to = closing.index + closing[0].length;
    const span = { from: inner, to: closing.index };
    if (rawBlocks.includes(name)) {
      // Only fences are found in raw text, because Octopress took them out before Liquid ran.
      const fences = takeFences(text, span, endsFencesEarly);
      found.push({ kind: 'block', from, to, name, args: args.trim(), inner: span, children: withText(fences, span) });
    } else found.push({ kind: 'block', from, to, name, args: args.trim(), inner: span, children: [] });
    opener.lastIndex = to;
  }
  let masked = '';
  let at = 0;
  for (const { from, to } of found) {
    masked += text.slice(at, from) + ' '.repeat(to - from);
    at = to;
  }
  return { masked: masked + text.slice(at), found };
}

function takeFences(text: string, { from, to }: Span, endsFencesEarly: boolean): Part[] {
  const fences: Part[] = [];
  const fence = /^([ \t]*)(`{3,}|~{3,})[ \t]*([^\n`]*)\n/gm;
  fence.lastIndex = from;
  for (let match = fence.exec(text); match !== null && match.index < to; match = fence.exec(text)) {
    const [whole, indent = '', sign = '', info = ''] = match;
    const inner = match.index + whole.length;
    const close = closingFence(text, inner, indent, sign, endsFencesEarly);
    if (close === undefined || close.to > to) continue;
    const code = text.slice(inner, close.from);
    fences.push({ kind: 'fence', from: match.index, to: close.to, indent, sign, info: info.trim(), code });
    fence.lastIndex = close.to;
  }
  return fences;
}

/** Where a fence ends: for Octopress, one of three backticks in the first column does at any line that begins with them. */
function closingFence(text: string, from: number, indent: string, sign: string, endsEarly: boolean): Span | undefined {
  const close =
    endsEarly && indent === '' && sign === '```'
      ? /^```[^\n]*$/gm
      : new RegExp(`^[ \\t]*${sign}${sign.charAt(0)}*[ \\t]*$`, 'gm');
  close.lastIndex = from;
  const found = close.exec(text);
  return found === null ? undefined : { from: found.index, to: found.index + found[0].length };
}

function lastMatch(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}

function readLiquid(masked: string, text: string, taken: readonly Span[]): Flat[] {
  const found: Flat[] = [];
  const lastTag = masked.lastIndexOf('%}');
  const lastOutput = masked.lastIndexOf('}}');
  const tokenizer = new Tokenizer(masked);
  let broken = 0;
  while (!tokenizer.end()) {
    const from = tokenizer.p;
    const opening = masked.slice(from, from + 2);
    const hopeless = (opening === '{%' && from > lastTag) || (opening === '{{' && from > lastOutput);
    if (hopeless || broken > maxBroken) {
      if (opening === '{%' || opening === '{{') found.push({ kind: 'broken', from, to: from + 2 });
      const next = broken > maxBroken ? -1 : nextOpening(masked, from + 2);
      tokenizer.p = next < 0 ? masked.length : next;
      continue;
    }
    try {
      const token = tokenizer.readTopLevelToken(defaultOptions);
      const { begin, end } = token;
      if (taken.some(({ from: start, to }) => begin < start && end > to && token.kind !== TokenKind.HTML)) {
        found.push({ kind: 'broken', from: begin, to: begin + 2 });
        tokenizer.p = begin + 2;
        continue;
      }
      if (token.kind === TokenKind.Output) found.push({ kind: 'output', from: begin, to: end });
      if (token.kind === TokenKind.Tag) {
        const { name } = token as TagToken;
        const args = text
          .slice(begin, end)
          .replace(/^\{%-?\s*[\w-]+/, '')
          .replace(/-?%\}$/, '')
          .trim();
        if (name === 'raw') tokenizer.p = end; // without end, so that it is a tag like any other
        if (name.startsWith('end')) found.push({ kind: 'end', from: begin, to: end, name: name.slice(3) });
        else found.push({ kind: 'tag', from: begin, to: end, name, args });
      }
    } catch {
      // What is no Liquid is text with a mark on it; the report names it.
      broken += 1;
      const start = nextOpening(masked, from);
      found.push({ kind: 'broken', from: Math.max(start, from), to: Math.max(start, from) + 2 });
      tokenizer.p = Math.max(start, from) + 2;
    }
  }
  return found;
}

function nextOpening(text: string, from: number): number {
  const opening = /\{[{%]/g; // one pass for both: a search for each would run to the end every time
  opening.lastIndex = from;
  return opening.exec(text)?.index ?? -1;
}

/** Tags that have an end become blocks, and what lies between parts becomes text. */
function nest(text: string, flat: readonly Flat[]): Part[] {
  const levels: { opening: Extract<Flat, { kind: 'tag' }> | undefined; parts: Part[] }[] = [
    { opening: undefined, parts: [] },
  ];
  const open = new Map<string, number>();
  const add = (part: Part): void => void levels.at(-1)?.parts.push(part);
  /** Puts the tags without end that were opened after level `depth` back among the parts, and gives these parts. */
  const closeTo = (depth: number): Part[] => {
    const all = levels.slice(depth).flatMap(({ opening, parts }, index) => {
      if (index > 0 && opening !== undefined) open.set(opening.name, (open.get(opening.name) ?? 0) - 1);
      return index > 0 && opening !== undefined ? [opening, ...parts] : parts;
    });
    levels.length = depth + 1;
    return all;
  };
  for (const part of flat) {
    if (part.kind === 'tag') {
      levels.push({ opening: part, parts: [] });
      open.set(part.name, (open.get(part.name) ?? 0) + 1);
    } else if (part.kind !== 'end') add(part);
    else if ((open.get(part.name) ?? 0) > 0) {
      const children = closeTo(levels.findLastIndex(({ opening }) => opening?.name === part.name));
      const opening = levels.pop()?.opening;
      if (opening === undefined) continue;
      open.set(part.name, (open.get(part.name) ?? 0) - 1);
      const inner = { from: opening.to, to: part.from };
      const { name, args, from } = opening;
      add({ kind: 'block', name, args, from, to: part.to, inner, children: withText(children, inner) });
    } else add({ kind: 'tag', name: `end${part.name}`, args: '', from: part.from, to: part.to });
  }
  return withText(closeTo(0), { from: 0, to: text.length });
}

function withText(parts: readonly Part[], { from, to }: Span): Part[] {
  const all: Part[] = [];
  let at = from;
  for (const part of parts) {
    if (part.from > at) all.push({ kind: 'text', from: at, to: part.from });
    all.push(part);
    at = part.to;
  }
  if (at < to) all.push({ kind: 'text', from: at, to });
  return all;
}

import { readBody } from '../content-check/body.node.ts';
import { settleDialect, settleHtml } from './dialect.ts';
import { settleEmbeds } from './embeds.node.ts';
import { leftOver } from './left-over.ts';
import { settleMarkdown } from './markdown.node.ts';
import { fenced } from './code-options.ts';
import { fenceSlot } from './code-tags.ts';
import { pageStart } from './markup.ts';
import { Tracked } from './pieces.ts';
import type { Piece } from './pieces.ts';
import type { PostContext } from './post-context.ts';
import { scan } from './scan.node.ts';
import type { Part, Span } from './scan.node.ts';
import type { TagResult, TagUse } from './tag.ts';
import { tagRules } from './tags.node.ts';
import { whyUnreadable } from './unreadable.ts';

/** The new text of a post without front matter, and the kind of file that it needs. */
export interface Converted {
  syntax: 'md' | 'mdx';
  text: string;
}

const gapChars = 300; // characters before a block or a tag that tell where it stands
const maxDepth = 8; // a file that takes in a file; deeper it is a circle
const controlTags = new Set([
  'if',
  'unless',
  'case',
  'for',
  'tablerow',
  'capture',
  'assign',
  'increment',
  'decrement',
  'cycle',
  'ifchanged',
]);
const inside = new Set(['else', 'elsif', 'when', 'break', 'continue']);

/**
 * The text of an old post in the Markdown of this site: `.md` where it can be, `.mdx` where a construct has no Markdown.
 * `text` begins after the front matter, at offset `start` of the file. `html` says that the post was written in HTML.
 */
export function convert(text: string, start: number, html: boolean, post: PostContext): Converted {
  const shift = (pieces: readonly Piece[]): Piece[] => pieces.map((piece) => ({ ...piece, at: piece.at + start }));
  const here: PostContext = { ...post, note: (at, ...words) => post.note(at + start, ...words) };
  const liquid = new Tracked(shift(partPieces(scanOf(text, post), text, here)));
  const unreadable = whyUnreadable(liquid.text);
  if (unreadable !== undefined) {
    post.note(start, 'text', `code, because ${unreadable}`, true);
    return { syntax: 'md', text: fenced(post.slots.fill(liquid.text, 'md'), undefined, { mark: [] }) };
  }
  const embeds = settleEmbeds(liquid, post);
  if (html) return { syntax: 'md', text: htmlPost(embeds, post) };
  const { text: settled, abbreviations } = settleDialect(settleHtml(embeds, post), post);
  if (post.slots.needComponents) {
    const mdx = finish(post.slots.fill(settleMarkdown(settled, post, 'mdx', abbreviations), 'mdx'));
    const { issues } = readBody(mdx, 0, 'mdx');
    if (issues.length === 0) return { syntax: 'mdx', text: mdx };
    const [issue] = issues;
    post.note(start, 'HTML that is not closed', `Markdown with HTML instead of components: ${issue?.message ?? ''}`);
  }
  const quiet: PostContext = post.slots.needComponents ? { ...post, note: () => undefined } : post;
  return { syntax: 'md', text: finish(post.slots.fill(settleMarkdown(settled, quiet, 'md', abbreviations), 'md')) };
}

/** A post in HTML stays HTML: without blank lines it is one block, in which nothing is Markdown. */
function htmlPost(tracked: Tracked, post: PostContext): string {
  post.slots.markHtml(tracked.text);
  const wrapped = new Tracked([
    { text: '<div>\n', at: 0, own: false },
    ...tracked.slice(0, tracked.text.length),
    { text: '\n</div>\n', at: 0, own: false },
  ]);
  const flat = settleHtml(wrapped, post);
  return finish(post.slots.fill(settleMarkdown(flat, post, 'md', new Map()), 'md').replace(/\n{2,}/g, '\n'));
}

function scanOf(text: string, { settings }: PostContext): Part[] {
  return scan(text, settings.engine.endsFencesEarly === true);
}

function finish(text: string): string {
  return `${text.replace(/^\n+/, '').trimEnd()}\n`;
}

function partPieces(parts: readonly Part[], text: string, post: PostContext): Piece[] {
  return parts.flatMap((part) => piecesOf(part, text, post));
}

function piecesOf(part: Part, text: string, post: PostContext): Piece[] {
  const { from, to } = part;
  const source = text.slice(from, to);
  const ours = (words: string): Piece[] => [{ text: words, at: from, own: false }];
  switch (part.kind) {
    case 'text':
      return [{ text: source, at: from, own: true }];
    case 'broken':
      // The old engine refused such a tag; braces of a value are as often braces of the author.
      post.note(from, source, 'text: it has no end', source === '{%');
      return [{ text: source, at: from, own: true }];
    case 'fence': {
      const { indent, code, info } = part;
      const inner = indent === '' ? code : code.replace(new RegExp(`^[ \\t]{1,${indent.length}}`, 'gm'), '');
      const slot = fenceSlot({ name: 'fence', args: info, at: from, source, inner }, info, post);
      return [{ text: indent, at: from, own: true }, ...ours(post.slots.put(slot))];
    }
    case 'output':
      return ours(outputText(source, from, text, post));
    case 'tag':
    case 'block':
      return tagPieces(part, source, text, post);
  }
}

function outputText(source: string, from: number, text: string, post: PostContext): string {
  const value = post.evaluate(source);
  if (value !== undefined) {
    post.note(from, source.slice(0, 60), value === '' ? 'nothing' : value.slice(0, 60));
    return value;
  }
  const isPart = isInAddress(text, from) || /[/\w]$/.test(text.slice(Math.max(0, from - 1), from));
  post.note(
    from,
    source.slice(0, 60),
    isPart ? 'nothing: its value is not known' : 'its source as code: its value is not known',
    true,
  );
  return isPart ? '' : post.slots.put(leftOver(source, 'a value that only the old site knew'));
}

/**
 * Whether a block of an unknown tag holds sentences of the author, such as a note or an aside: it stands on lines of its
 * own, nothing in the tag is a file or a number, and its text begins with a word and ends as a sentence does.
 */
function isAsideOf(text: string, { from, to, args, inner }: Extract<Part, { kind: 'block' }>): boolean {
  const isAlone =
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, from - gapChars), from)) && /^[ \t]*(?:\n|$)/.test(text.slice(to));
  const words = text.slice(inner.from, inner.to).trim();
  return isAlone && !/[\d/.]/.test(args) && /^[*_"'“‘«(]*\p{L}/u.test(words) && /[.!?…。！？][*_"'”’»)]*$/.test(words);
}

/** Whether what begins at `from` is part of a link's address or of an attribute, where nothing can be marked. */
function isInAddress(text: string, from: number): boolean {
  return /(?:\]\([^\s)]*|=(?:["'][^"'<>]*)?)$/.test(
    text.slice(Math.max(0, from - gapChars), from).replace(/^.*\n/s, ''),
  );
}

function tagPieces(
  part: Extract<Part, { kind: 'tag' | 'block' }>,
  source: string,
  text: string,
  post: PostContext,
): Piece[] {
  const { name, args, from } = part;
  const ours = (words: string): Piece[] => [{ text: words, at: from, own: false }];
  if (name === 'raw' || name === 'literal') {
    post.note(from, `{% ${name} %}`, 'the text in it');
    return part.kind === 'block' ? partPieces(part.children, text, post) : [];
  }
  if (controlTags.has(name)) return ours(controlText(part, source, text, post));
  if (inside.has(name)) return ours(source);
  const inner = part.kind === 'block' ? text.slice(part.inner.from, part.inner.to) : undefined;
  const use: TagUse = { name, args, at: from, source, inner };
  const rule = Object.hasOwn(tagRules, name) ? tagRules[name] : undefined;
  if (rule === undefined && part.kind === 'tag' && /^end./.test(name)) {
    post.note(from, `{% ${name} %}`, 'nothing: no tag before it is open', true);
    return [];
  }
  const result = rule?.(use, post);
  if (result === undefined) {
    const reason =
      rule === undefined ? `nobody knows the tag ${name}` : `the words of the tag ${name} say nothing that can be read`;
    const plugin = post.pluginOf(name);
    const said = plugin === undefined ? reason : `${reason}; ${plugin} made it`;
    if (isInAddress(text, from)) {
      post.note(from, `{% ${name} %}`, `nothing: ${said}`, true);
      return ours(pageStart);
    }
    if (rule === undefined && part.kind === 'block' && isAsideOf(text, part)) {
      post.note(from, `{% ${name} %}`, `its text as a quote: ${said}`, true);
      return resultPieces({ kind: 'around', before: undefined, after: undefined, prefix: '> ' }, part, text, post);
    }
    post.note(from, `{% ${name} %}`, `marked block: ${said}`, true);
    return ours(post.slots.put(leftOver(source, reason)));
  }
  return resultPieces(result, part, text, post);
}

function resultPieces(
  result: TagResult,
  part: Extract<Part, { kind: 'tag' | 'block' }>,
  text: string,
  post: PostContext,
): Piece[] {
  const { from } = part;
  const ours = (words: string): Piece[] => [{ text: words, at: from, own: false }];
  switch (result.kind) {
    case 'nothing':
      return [];
    case 'text':
      return ours(result.text);
    case 'slot':
      return ours(post.slots.put(result.slot));
    case 'include': {
      if (post.depth >= maxDepth) {
        post.note(from, `{% ${part.name} %}`, 'marked block: files take in each other in a circle', true);
        return ours(post.slots.put(leftOver(text.slice(part.from, part.to), 'files that take in each other')));
      }
      // Places in the file that is taken in are the place of the tag.
      const there: PostContext = { ...post, depth: post.depth + 1, note: (_, ...words) => post.note(from, ...words) };
      const taken = (): Piece[] => partPieces(scanOf(result.text, post), result.text, there);
      const pieces = result.values === undefined ? taken() : post.withValue('include', result.values, taken);
      return pieces.map((piece) => ({ ...piece, at: from, own: false }));
    }
    case 'around': {
      const children = part.kind === 'block' ? trimPieces(partPieces(part.children, text, post)) : [];
      const lines = prefixed(children, result.prefix ?? '', result.hardBreaks === true);
      const open = `${blankAfter(text.slice(Math.max(0, from - gapChars), from))}${result.before === undefined ? '' : `${post.slots.put(result.before)}\n\n`}`;
      const close = `${result.after === undefined ? '' : `\n\n${post.slots.put(result.after)}`}${blankBefore(text.slice(part.to))}`;
      return [...ours(open), ...lines, ...ours(close)];
    }
  }
}

/** What is missing to a blank line after `text`, or before it. */
function blankAfter(text: string): string {
  return text.trim() === '' || /\n[ \t>]*\n[ \t>]*$/.test(text) ? '' : /\n[ \t>]*$/.test(text) ? '\n' : '\n\n';
}

function blankBefore(text: string): string {
  return /^[ \t]*\n[ \t>]*(?:\n|$)/.test(text) ? '' : /^[ \t]*\n/.test(text) ? '\n' : '\n\n';
}

/** Octopress broke the line at each line end of a quote. */
function prefixed(pieces: readonly Piece[], prefix: string, hardBreaks: boolean): Piece[] {
  const tracked = new Tracked(pieces);
  const { text } = tracked;
  const edits = [...text.matchAll(/[ \t]*\n/g)].map(({ index, 0: end }) => {
    const next = text.slice(index + end.length).split('\n', 1)[0] ?? '';
    const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
    const words =
      before.trim() !== '' &&
      next.trim() !== '' &&
      !/[\uE001]$/.test(before) &&
      !/^\s*(?:[-*+>#|]|\d+[.)])\s/.test(next);
    return { from: index, to: index + end.length, text: `${hardBreaks && words ? '  ' : ''}\n${prefix}` };
  });
  const first: Piece[] = prefix === '' ? [] : [{ text: prefix, at: pieces[0]?.at ?? 0, own: false }];
  const edited = tracked.edited(edits);
  return [...first, ...edited.slice(0, edited.text.length)];
}

function trimPieces(pieces: readonly Piece[]): Piece[] {
  const tracked = new Tracked(pieces);
  const { text } = tracked;
  const from = text.length - text.trimStart().length;
  return tracked.slice(from, Math.max(from, text.trimEnd().length));
}

/** What Liquid makes of a condition, a loop or an assignment, with all other tags in it carried over before. */
function controlText(
  part: Extract<Part, { kind: 'tag' | 'block' }>,
  source: string,
  text: string,
  post: PostContext,
): string {
  const notes: Parameters<PostContext['note']>[] = [];
  const unknown: string[] = [];
  const inner: PostContext = {
    ...post,
    note: (...words) => void notes.push(words),
    // What a tag in a loop asks for may be the loop's, and another one each time.
    evaluate: (liquid) => {
      const value = post.evaluate(liquid);
      if (value === undefined) unknown.push(liquid);
      return value;
    },
  };
  // A file that is taken in only under a condition may ask for what nobody knows.
  let value = isLiquid(part) ? post.evaluate(source) : undefined;
  if (value === undefined) {
    const liquid = liquidIn([part], part, text, inner);
    if (unknown.length === 0) value = post.evaluate(liquid);
  }
  const was = `{% ${part.name} %}`;
  if (value !== undefined) {
    for (const words of notes) post.note(...words);
    post.note(part.from, was, 'what Liquid makes of it');
    return value;
  }
  post.note(part.from, was, 'marked block: it asks for what only the old site knew', true);
  return post.slots.put(leftOver(source, 'it asks for what only the old site knew'));
}

/** Whether nothing in a part has to be carried over before Liquid reads it, if it takes in no file. */
function isLiquid(part: Part): boolean {
  if (part.kind === 'block') return controlTags.has(part.name) && part.children.every(isLiquid);
  if (part.kind === 'tag') return part.name === 'include' || controlTags.has(part.name) || inside.has(part.name);
  return part.kind !== 'fence';
}

/** The Liquid of parts of a text, with that of the files that it takes in; all other tags are carried over. */
function liquidIn(parts: readonly Part[], { from, to }: Span, text: string, post: PostContext): string {
  let liquid = '';
  let at = from;
  for (const part of parts) {
    liquid += text.slice(at, part.from);
    at = part.to;
    const isControl =
      (part.kind === 'tag' || part.kind === 'block') && (controlTags.has(part.name) || inside.has(part.name));
    if (isControl && part.kind === 'block') {
      liquid += text.slice(part.from, part.inner.from) + liquidIn(part.children, part.inner, text, post);
      liquid += text.slice(part.inner.to, part.to);
    } else if (isControl || part.kind === 'output' || part.kind === 'text' || part.kind === 'broken')
      liquid += text.slice(part.from, part.to);
    else liquid += takenIn(part, text, post) ?? wordsOf(piecesOf(part, text, post));
  }
  return liquid + text.slice(at, to);
}

/** The Liquid of the file that a tag takes in, which may ask for values of a loop if the tag gives none. */
function takenIn(part: Part, text: string, post: PostContext): string | undefined {
  if (part.kind !== 'tag' || part.name !== 'include' || post.depth >= maxDepth) return undefined;
  const { name, args, from, to } = part;
  const result = tagRules['include']?.({ name, args, at: from, source: text.slice(from, to), inner: undefined }, post);
  if (result === undefined) return undefined;
  if (result.kind !== 'include' || Object.keys(result.values ?? {}).length > 0)
    return wordsOf(resultPieces(result, part, text, post));
  const there: PostContext = { ...post, depth: post.depth + 1, note: (_, ...words) => post.note(from, ...words) };
  return liquidIn(scanOf(result.text, post), { from: 0, to: result.text.length }, result.text, there);
}

function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

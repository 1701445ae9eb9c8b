import { htmlBlocks } from './html-blocks.ts';
import type { Edit, Tracked } from './pieces.ts';
import { inlineCode } from './markup.ts';
import { settleLinks } from './dialect-links.ts';
import { definitionList, lettered } from './dialect-lists.ts';
import type { Note } from './dialect-lists.ts';
import { codeTest, linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import type { PostContext } from './post-context.ts';

/**
 * HTML as the old engines read it: a block lasts to its closing tag and holds no Markdown, unless `markdown="1"` says
 * so. CommonMark ends it at the first blank line, so that the blank lines go, and come where they are needed.
 */
export function settleHtml(tracked: Tracked, post: PostContext): Tracked {
  const lines = linesOf(tracked.text);
  const edits: Edit[] = [];
  for (const { name, opening, asMarkdown, first, last } of htmlBlocks(lines)) {
    const line = lines[first];
    if (line === undefined) continue;
    if (asMarkdown !== undefined) {
      const start = line.from + asMarkdown.at;
      edits.push({ from: start, to: start + asMarkdown.text.length, text: '' });
      edits.push({ from: line.from + opening.length, to: line.from + opening.length, text: '\n\n' });
      const end = lines[last];
      const closing = end === undefined ? -1 : end.text.toLowerCase().lastIndexOf(`</${name.toLowerCase()}`);
      if (end !== undefined && closing >= 0)
        edits.push({ from: end.from + closing, to: end.from + closing, text: '\n\n' });
      post.note(tracked.sourceOf(line.from), `<${name} markdown="1">`, 'the element with Markdown in it');
    } else {
      let pre = 0;
      for (let inner = first; inner <= last; inner += 1) {
        const { text = '', from = 0, to = 0 } = lines[inner] ?? {};
        if (text.trim() === '')
          edits.push(pre > 0 ? { from: from - 1, to, text: '&#10;' } : { from, to: to + 1, text: '' });
        pre += (text.match(/<pre\b/gi)?.length ?? 0) - (text.match(/<\/pre\b/gi)?.length ?? 0);
      }
      post.note(tracked.sourceOf(line.from), `<${name.toLowerCase()}>`, 'the same HTML');
    }
    const next = lines[last + 1];
    if (next !== undefined && next.text.trim() !== '') edits.push({ from: next.from, to: next.from, text: '\n' });
  }
  return tracked.edited(edits);
}

/** What RDiscount, kramdown and Maruku read in a line and CommonMark does not, in CommonMark's words. */
export function settleDialect(
  tracked: Tracked,
  post: PostContext,
): { text: Tracked; abbreviations: Map<string, string> } {
  const abbreviations = new Map<string, string>();
  const extended = ['kramdown', 'maruku'].includes(post.settings.markdown);
  const extras = settleLinks(settleFormulas(extended ? settleExtensions(tracked, post) : tracked, post), post);
  const lines = linesOf(extras.text);
  const edits: Edit[] = [];
  const note = (line: Line, was: string, became: string, person = false): void =>
    post.note(extras.sourceOf(line.from), was, became, person);
  const drop = (line: Line): void =>
    void edits.push({ from: line.from, to: Math.min(line.to + 1, extras.text.length), text: '' });
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line.code) continue;
    const { text } = line;
    const previous = lines[index - 1]?.text ?? '';
    const next = lines[index + 1]?.text ?? '';
    for (const match of text.matchAll(/\[\^([^\]\n]*[ \t][^\]\n]*)\]/g)) {
      const from = line.from + match.index + 2;
      edits.push({ from, to: from + (match[1]?.length ?? 0), text: String(match[1]).trim().replace(/\s+/g, '-') });
    }
    // The old engines took a link's address out of a paragraph, too; CommonMark wants a blank line before it.
    const definition = /^ {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*\S+/;
    if (definition.test(text) && previous.trim() !== '' && !definition.test(previous)) {
      edits.push({ from: line.from, to: line.from, text: '\n' });
    }
    const signsAtEnd = /^#{1,6}.*[^#\s\\](#{2,})[ \t]*$/.exec(text)?.[1];
    if (signsAtEnd !== undefined) {
      const from = line.from + text.lastIndexOf(signsAtEnd);
      edits.push({ from, to: from + signsAtEnd.length, text: '' });
    }
    edits.push(
      ...loneTag(line, previous, next),
      ...quoteGap(line, previous, next, post.settings.markdown),
      ...nearMarker(line, lines[index + 2]?.text ?? '', next),
      ...lineEnd(line, next, post.settings),
    );
    const bare = /^(?: {0,3}> ?)*(#{1,6})(?=[^#\s\uE000])/.exec(text);
    if (bare !== null && /^[\s>]*$/.test(previous)) {
      edits.push({ from: line.from + bare[0].length, to: line.from + bare[0].length, text: ' ' });
      note(line, `${bare[1] ?? ''}Heading without blank`, 'heading');
    }
    if (/^ {0,3}\|/.test(text) && previous.trim() === '') {
      index = pipeTable(lines, index, edits, note, extended);
      continue;
    }
    if (post.settings.markdown === 'rdiscount') {
      const letters = previous.trim() === '' ? lettered(lines, index) : undefined;
      if (letters !== undefined) {
        edits.push({ from: line.from, to: letters.to, text: letters.text });
        note(line, 'a. list', 'list with letters');
        index = letters.last;
        continue;
      }
      const centred = /^->\s*(.*?)\s*<-\s*$/.exec(text);
      if (centred !== null) {
        edits.push({ from: line.from, to: line.to, text: centred[1] ?? '' });
        note(line, '->centred<-', 'its text, not centred');
      }
      const term = /^=(.+)=\s*$/.exec(text);
      if (term !== null && /^(?: {4}|\t)/.test(next))
        index = definitionList(lines, index, edits, [String(term[1])], note);
    }
    if (!extended) continue;
    const comment = previous.trim() === '' ? /^ {0,3}<!--(?:(?!-->).)*-->(?=[ \t]*[^\s<])/.exec(text) : null;
    if (comment !== null) {
      const from = line.from + comment[0].length;
      edits.push({ from, to: from, text: '\n\n' });
    }
    if (text === '^' && post.settings.markdown === 'kramdown') {
      edits.push({ from: line.from, to: line.to, text: '' });
      note(line, '^', 'nothing: it ended a block, as a blank line does');
      continue;
    }
    const abbreviation = /^ {0,3}\*\[(.+?)\]:[ \t]*(.*)$/.exec(text);
    if (abbreviation !== null) {
      abbreviations.set(String(abbreviation[1]), String(abbreviation[2]).trim());
      drop(line);
      note(line, '*[abbreviation]', 'the word with its meaning');
      continue;
    }
    if (/^\s*\{:\/?[^}\n]*\}\s*$/.test(text)) {
      attributeLine(lines, index, edits, drop, note);
      continue;
    }
    const ownId = /^(.*?\S)[ \t]*\{#([A-Za-z][\w.-]*)\}[ \t]*#*[ \t]*$/.exec(text);
    if (ownId !== null && (text.startsWith('#') || /^(?:=+|-+)\s*$/.test(next))) {
      const from = line.from + (ownId[1]?.length ?? 0);
      edits.push({ from, to: line.to, text: ` [#${String(ownId[2])}]` });
      note(line, `{#${String(ownId[2])}}`, 'the heading’s address');
      continue;
    }
    if (/^:[ \t]+\S/.test(next) && text.trim() !== '' && !text.startsWith(':')) {
      index = definitionList(lines, index, edits, undefined, note);
      continue;
    }
  }
  return { text: extras.edited(edits), abbreviations };
}

const blockStart = /^\s*(?:[-*+>#|<]|\d+[.)]\s|=+\s*$|\[[^\]]+\]:|\{:|\uE000\d+\uE001\s*$)/;

/** A break that CommonMark has another sign for: two backslashes at the end of a line, or each end in a paragraph. */
function lineEnd({ text, from, to }: Line, next: string, { markdown, hardWrap }: PostContext['settings']): Edit[] {
  const ofQuote = /^[\s>]*>/.exec(text)?.[0] ?? '';
  const after = ofQuote === '' ? next : next.replace(/^[\s>]*>/, '');
  if (after.trim() === '') return [];
  if (markdown === 'kramdown' && /[^\\]\\\\[ \t]*$/.test(text))
    return [{ from: from + text.lastIndexOf('\\') - 1, to, text: '  ' }];
  const isText = /^(?!\s*(?:[#|<]|\*\[|\{:|\[[^\]]+\]:|(?:[-*_=]\s*){3,}$)).*[^\s\\\uE001]\s?$/.test(
    text.slice(ofQuote.length),
  );
  return hardWrap && isText && !blockStart.test(after) ? [{ from: to, to, text: '  ' }] : [];
}

const afterHeading = /^ {0,3}(?:#{1,6}[ \t]|(?:[-*_=][ \t]*){3,}$)/;
const inlineTag =
  /^ {0,3}<\/?(?:a|abbr|acronym|b|big|br|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var)\b[^<>]*>[ \t]*$/i;

/** A tag alone on the first line of a paragraph: in CommonMark nothing that follows it would be Markdown. */
function loneTag({ text, to }: Line, previous: string, next: string): Edit[] {
  if ((previous.trim() !== '' && !afterHeading.test(previous)) || next.trim() === '' || !inlineTag.test(text))
    return [];
  const beginsBlock = /^ {0,3}(?:#{1,6}[^#]|>|[-*+][ \t]|\d+[.)][ \t]|\||\uE000\d+\uE001\s*$)/.test(next);
  return [{ from: to, to: to + 1, text: beginsBlock ? '\n\n' : ' ' }];
}

const itemStart = /^( {0,3})((?:[-*+]|\d{1,9}[.)])[ \t]{1,3})(?=\S)/;

/** What follows an item after a blank line, four blanks in, belonged to it; CommonMark asks how wide its sign is. */
function nearMarker({ text, from }: Line, afterNext: string, next: string): Edit[] {
  const [, before = '', sign = ''] = itemStart.exec(text) ?? [];
  const surplus = before.length + sign.length - 4;
  if (surplus <= 0 || next.trim() !== '' || !/^ {4}\S/.test(afterNext)) return [];
  const ofIndent = Math.min(before.length, surplus);
  const ofGap = Math.min(sign.length - sign.trimEnd().length - 1, surplus - ofIndent);
  return [
    { from, to: from + ofIndent, text: '' },
    { from: from + before.length + sign.length - ofGap, to: from + before.length + sign.length, text: '' },
  ].filter((edit) => edit.to > edit.from);
}

/** One blank line in a quote did not end it, except for kramdown. */
function quoteGap({ text, from, to }: Line, previous: string, next: string, markdown: string): Edit[] {
  const isGap = text.trim() === '' && /^ {0,3}>/.test(previous) && /^ {0,3}>/.test(next);
  return isGap && markdown !== 'kramdown' ? [{ from, to, text: '>' }] : [];
}

/** `{: .class #id}` alone on its line: an id of a heading stays, a table of contents is the page's own, looks go. */
function attributeLine(
  lines: readonly Line[],
  index: number,
  edits: Edit[],
  drop: (line: Line) => void,
  note: Note,
): void {
  const line = lines[index];
  if (line === undefined) return;
  const text = line.text.trim();
  drop(line);
  if (/^\{:\s*toc\b/.test(text)) {
    const beside = [lines[index - 1], lines[index + 1]].find((other) =>
      /^\s*(?:[-*+]|\d+\.)[ \t]+\S/.test(other?.text ?? ''),
    );
    if (beside !== undefined) drop(beside);
    note(line, '{:toc}', 'nothing: the page has its own table of contents');
    return;
  }
  const id = /#([A-Za-z][\w.-]*)/.exec(text)?.[1];
  const heading = [lines[index - 1], lines[index + 1]].find((other) => /^#{1,6}[ \t]/.test(other?.text ?? ''));
  if (id !== undefined && heading !== undefined) {
    edits.push({ from: heading.to, to: heading.to, text: ` [#${id}]` });
    note(line, text, 'the heading’s address');
  } else note(line, text, 'nothing: classes and attributes of the old theme mean nothing here');
}

const delimiterRow = /^\s*\|?[\s|:+=-]*-[\s|:+=-]*\|?\s*$/;

/**
 * A table as GFM reads it: one header, one line of hyphens. Gives the last line that was taken. `headless` says whether
 * it was one without that line, too.
 */
function pipeTable(lines: readonly Line[], first: number, edits: Edit[], note: Note, headless: boolean): number {
  let last = first;
  while (/^ {0,3}\|/.test(lines[last + 1]?.text ?? '')) last += 1;
  const rows = lines.slice(first, last + 1);
  const [start] = rows;
  if (start === undefined) return last;
  const isRule = (line: Line | undefined): boolean =>
    line !== undefined && delimiterRow.test(line.text) && /[-=]/.test(line.text);
  const columns = Math.max(
    1,
    (start.text
      .trim()
      .replace(/^\||\|$/g, '')
      .match(/(?<!\\)[|+]/g)?.length ?? 0) + 1,
  );
  const hasHeader = !isRule(start) && isRule(rows[1]);
  if (!hasHeader && !headless) return first;
  if (!hasHeader && rows.some((row) => !isRule(row))) {
    edits.push({ from: start.from, to: start.from, text: `${'| '.repeat(columns)}|\n${'|---'.repeat(columns)}|\n` });
  }
  for (const [place, row] of rows.entries()) {
    if (!isRule(row)) continue;
    if (hasHeader && place === 1) {
      const rule = row.text.replaceAll('+', '|').replaceAll('=', '-').replace(/::+/g, ':-:');
      if (rule !== row.text) edits.push({ from: row.from, to: row.to, text: rule });
    } else if (headless) edits.push({ from: row.from, to: row.to + 1, text: '' });
  }
  note(start, 'table', hasHeader ? 'table' : 'table with an empty header');
  return last;
}

/** kramdown's `{::…}`. */
function settleExtensions(tracked: Tracked, post: PostContext): Tracked {
  const { text } = tracked;
  const isCode = codeTest(text);
  const edits: Edit[] = [];
  const note = (at: number, was: string, became: string, person = false): void =>
    post.note(tracked.sourceOf(at), was, became, person);
  for (const match of text.matchAll(/\{::comment\s*\/?\}[\s\S]*?\{:\/(?:comment)?\}\n?/g)) {
    if (isCode(match.index)) continue;
    edits.push({ from: match.index, to: match.index + match[0].length, text: '' });
    note(match.index, '{::comment}', 'nothing, as on the old site');
  }
  for (const match of text.matchAll(/\{::nomarkdown[^}]*\}([\s\S]*?)\{:\/(?:nomarkdown)?\}/g)) {
    if (isCode(match.index)) continue;
    edits.push({ from: match.index, to: match.index + match[0].length, text: match[1] ?? '' });
    note(match.index, '{::nomarkdown}', 'the same HTML');
  }
  for (const match of text.matchAll(/\{::options\b[^}]*\/\}\n?/g)) {
    if (isCode(match.index)) continue;
    edits.push({ from: match.index, to: match.index + match[0].length, text: '' });
    note(match.index, '{::options}', 'nothing: it told the old engine how to work');
  }
  return tracked.edited(edits);
}

/** `$$…$$`, which kramdown took out of the text, and which a script of most other blogs drew where it stood alone. */
function settleFormulas(tracked: Tracked, post: PostContext): Tracked {
  const { text } = tracked;
  const isCode = codeTest(text);
  const form =
    post.settings.markdown === 'kramdown'
      ? /(?<!\\)\$\$([^$]+?)\$\$/g
      : /(?<=^[ \t>]*)\$\$((?:[^$\n]|\n(?![ \t]*\n))+?)\$\$(?=[ \t]*$)/gm;
  const edits: Edit[] = [];
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    if (isCode(match.index)) {
      form.lastIndex = match.index + 2; // What looks like its end may be the beginning of the next one.
      continue;
    }
    const formula = (match[1] ?? '').trim();
    const code = `\`\`\`latex\n${formula}\n\`\`\``;
    const inline = inlineCode(formula);
    const slot = post.slots.put({ block: { md: code, mdx: code }, inline: { md: inline, mdx: inline } });
    edits.push({ from: match.index, to: match.index + match[0].length, text: slot });
    post.note(tracked.sourceOf(match.index), '$$ formula $$', 'its source as code', true);
  }
  return tracked.edited(edits);
}

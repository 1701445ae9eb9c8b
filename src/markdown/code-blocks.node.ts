import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import { cutAtMarks, foldsOf, markOf, placeholdersIn, type LineMark, type Stretch } from './code-lines.ts';
import { parseCodeNotes, type CodeNotes, type LineNote } from './code-notes.ts';
import { withoutGuard } from './first-blank-line.node.ts';
import { highlight, isPlainLanguage, isTerminalLanguage, type CodePiece } from './highlight.node.ts';
import { knownByLine, type FindKnown, type KnownStretch } from './known-text.ts';
import { isPowerShell, parseTerminal, type TerminalLine } from './terminal.ts';
import { eachNode } from '../site/each-node.ts';
import { filled } from '../site/filled.ts';
import { plural } from '../site/plural.ts';
import * as words from '../site/words.ts';

/** A part of a line with its own class: a prompt, a command, an output; without class it is the line itself. */
interface Section {
  className?: string;
  pieces: CodePiece[];
  /** What in it is known elsewhere on the site, in order. */
  known?: readonly KnownStretch[];
}

/** A block of code as it is dressed. */
interface Block {
  lines: readonly string[];
  notes: CodeNotes;
  find: FindKnown;
}

/**
 * Rehype plugin: a block of code becomes a figure with a title (`figcaption`), coloured by classes, its lines in
 * `span.line`. A `console` block becomes `figure.terminal`, in which prompts, commands and output are told apart, and
 * the middle of a long output is put away in a `details`. What `findKnown` knows in outputs and plain texts is linked.
 * The text inside `code` stays the author's, letter by letter. Blocks with markup of their own inside are left alone.
 */
export function codeBlocks({
  findKnown,
}: {
  /** What is known in a text on the page whose file is at `path`. */
  findKnown?: (text: string, path: string) => readonly KnownStretch[];
} = {}): (tree: Root, file?: VFile) => Promise<void> {
  return async (tree, file) => {
    const find: FindKnown = (text) => findKnown?.(text, file?.path ?? '') ?? [];
    const blocks: { pre: Element; code: Element; source: string }[] = [];
    eachNode<Nodes>(tree, (pre) => {
      if (pre.type !== 'element') return;
      const code = pre.children[0];
      if (pre.tagName !== 'pre' || pre.children.length !== 1 || Object.keys(pre.properties).length > 0) return;
      if (code?.type !== 'element' || code.tagName !== 'code') return;
      const texts = withoutGuard(code.children);
      if (!texts.every((child) => child.type === 'text')) return;
      blocks.push({ pre, code, source: texts.map(({ value }) => value).join('') });
    });
    for (const { pre, code, source } of blocks) await dress(pre, code, source, find);
  };
}

async function dress(pre: Element, code: Element, source: string, find: FindKnown): Promise<void> {
  const { metastring, ...properties } = code.properties;
  const notes = parseCodeNotes(typeof metastring === 'string' ? metastring : '').value;
  const language = languageOf(code);
  const isTerminal = isTerminalLanguage(language);
  const lines = source === '' ? [] : source.replace(/\n$/, '').split('\n');
  const block = { lines, notes, find };
  const sections = isTerminal ? await terminalSections(block) : await plainSections(block, language);
  const width = String((notes.start ?? 0) + lines.length).length; // so that all numbers end below each other
  const shown = sections.map((parts, index): ElementContent[] => {
    const line = lineElement(parts, markOf(notes, lines[index] ?? '', index + 1));
    if (notes.start !== undefined) line.properties['dataLine'] = String(notes.start + index).padStart(width);
    return [line, { type: 'text', value: '\n' }];
  });
  const label = isTerminal ? words.terminal : words.code;
  const name = notes.title === undefined ? label : filled(words.named, { kind: label, name: notes.title });
  /** The lines from one to another in a box that scrolls by itself. */
  const scroller = ({ from, to }: Stretch): Element => {
    const attributes = {
      role: 'group', // not a region: each would be a landmark
      ariaLabel: name,
      tabIndex: 0, // a keyboard scrolls what it can reach
    };
    return element('pre', attributes, [element('code', properties, shown.slice(from, to).flat())]);
  };
  const children: ElementContent[] = [];
  let at = 0;
  for (const fold of isTerminal ? terminalFolds(block, sections) : []) {
    const summary: Text = { type: 'text', value: plural(fold.to - fold.from, words.moreOutput) };
    children.push(
      scroller({ from: at, to: fold.from }),
      element('details', {}, [element('summary', { dataPagefindIgnore: '' }, [summary]), scroller(fold)]),
    );
    at = fold.to;
  }
  if (at < shown.length || at === 0) children.push(scroller({ from: at, to: shown.length }));
  const caption = captionOf(notes);
  pre.tagName = 'figure';
  pre.properties = { className: [isTerminal ? 'terminal' : 'code'] };
  pre.children = caption.length === 0 ? children : [element('figcaption', {}, caption), ...children];
}

/** Files that mostly hold settings already: whoever writes a block over them loses these. A release may stand behind. */
const sharedFile =
  /^~?\/\S*\/(?:daemon\.json|storage\.conf|containers\.conf|containerd\/config\.toml|fstab)(?:, \w+ \d+)?$/;

/** The title, and where the code comes from. */
function captionOf({ title, link, linkText = words.codeLink }: CodeNotes): ElementContent[] {
  const named = title !== undefined && sharedFile.test(title) ? filled(words.addedToFile, { file: title }) : title;
  const said: ElementContent[] = named === undefined ? [] : [{ type: 'text', value: named }];
  if (link === undefined) return said;
  const anchor = element('a', { href: link }, [{ type: 'text', value: linkText }]);
  return said.length === 0 ? [anchor] : [...said, { type: 'text', value: ' ' }, anchor];
}

function languageOf(code: Element): string {
  const classes = Array.isArray(code.properties.className) ? code.properties.className.map(String) : [];
  return classes.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? '';
}

async function plainSections({ lines, find }: Block, language: string): Promise<Section[][]> {
  const coloured = await highlight(lines.join('\n'), language);
  const known = isPlainLanguage(language) ? knownByLine(lines, find) : [];
  return lines.map((_, index) => [{ pieces: coloured[index] ?? [], known: known[index] ?? [] }]);
}

async function terminalSections({ lines, find }: Block): Promise<Section[][]> {
  const parsed = parseTerminal(lines.join('\n'));
  const sections: Section[][] = [];
  for (let start = 0; start < lines.length;) {
    const isOutput = parsed[start]?.kind === 'output';
    let end = start + 1;
    while (isOutput ? parsed[end]?.kind === 'output' : isContinuation(parsed[end])) end += 1;
    if (isOutput) sections.push(...outputSections(lines.slice(start, end), find));
    else sections.push(...(await commandSections(parsed.slice(start, end))));
    start = end;
  }
  return sections;
}

function outputSections(lines: readonly string[], find: FindKnown): Section[][] {
  const known = knownByLine(lines, find);
  return lines.map((text, index) => [{ className: output, pieces: [{ text }], known: known[index] ?? [] }]);
}

/** What of each output is put away: nothing that its author marked or that is linked. */
function terminalFolds({ lines, notes }: Block, sections: readonly Section[][]): Stretch[] {
  const folds: Stretch[] = [];
  for (let start = 0; start < sections.length; start += 1) {
    const matter: number[] = [];
    let end = start;
    for (let section = sections[end]?.[0]; section?.className === output; section = sections[end]?.[0]) {
      const isMarked = markOf(notes, lines[end] ?? '', end + 1).kind !== 'none';
      if (isMarked || (section.known ?? []).length > 0) matter.push(end - start);
      end += 1;
    }
    for (const { from, to } of foldsOf(end - start, matter)) folds.push({ from: start + from, to: start + to });
    start = Math.max(start, end);
  }
  return folds;
}

/** The lines of one command, coloured together: a heredoc or a quote may run over several. */
async function commandSections(lines: readonly TerminalLine[]): Promise<Section[][]> {
  const first = lines[0];
  const language = first?.kind === 'command' && isPowerShell(first.prompt) ? 'powershell' : 'shellscript';
  const coloured = await highlight(lines.map(({ text }) => text).join('\n'), language);
  return lines.map((line, index) => {
    // The page of an error fills these in, so each is one element, whatever the shell's grammar makes of its brackets.
    const pieces = cutAtMarks(coloured[index] ?? [], 0, placeholdersIn(line.text)).flatMap(({ marked, pieces: run }) =>
      marked ? [{ text: run.map(({ text }) => text).join(''), role: placeholder }] : run,
    );
    const typed = { className: command, pieces };
    const prompt = line.kind === 'command' ? line.prompt : '';
    return prompt === '' ? [typed] : [{ className: 'prompt', pieces: [{ text: prompt }] }, typed];
  });
}

function isContinuation(line: TerminalLine | undefined): boolean {
  return line?.kind === 'command' && line.continues;
}

function lineElement(sections: readonly Section[], mark: LineMark): Element {
  const stretches = mark.kind === 'parts' ? mark.stretches : [];
  const isKnown = sections.some(({ known = [] }) => known.length > 0);
  let at = 0;
  const children = sections.flatMap((section) => {
    const start = at;
    at += section.pieces.reduce((sum, { text }) => sum + text.length, 0);
    const content = sectionContent(section, start, stretches);
    // An empty line of a command is kept, or it would pass for the end of the command.
    if (content.length === 0 && section.className !== command) return [];
    return section.className === undefined ? content : [element('span', { className: [section.className] }, content)];
  });
  const known = isKnown ? ['known'] : [];
  switch (mark.kind) {
    case 'none':
      return element('span', { className: ['line', ...known] }, children);
    case 'parts':
      return element('span', { className: ['line', 'part-marked', ...known] }, children);
    case 'line': {
      const { className, tagName } = lineNotes[mark.note];
      return element('span', { className: ['line', className, ...known] }, [element(tagName, {}, children)]);
    }
  }
}

const lineNotes: Readonly<Record<LineNote, { className: string; tagName: string }>> = {
  mark: { className: 'marked', tagName: 'mark' },
  add: { className: 'added', tagName: 'ins' },
  remove: { className: 'removed', tagName: 'del' },
};

function sectionContent({ pieces, known = [] }: Section, start: number, marks: readonly Stretch[]): ElementContent[] {
  let at = 0;
  return cutAtMarks(pieces, 0, known).flatMap(({ marked: isKnown, pieces: run }) => {
    const place = at;
    at += run.reduce((sum, { text }) => sum + text.length, 0);
    const content = markedContent(run, start + place, marks);
    const href = known.find(({ from, to }) => place >= from && place < to)?.href;
    return isKnown && href !== undefined ? [element('a', { href }, content)] : content;
  });
}

function markedContent(pieces: readonly CodePiece[], start: number, stretches: readonly Stretch[]): ElementContent[] {
  return cutAtMarks(pieces, start, stretches).flatMap(({ marked, pieces: run }) => {
    const content = run.map(pieceContent);
    return marked ? [element('mark', {}, content)] : content;
  });
}

/** Classes of what was typed, and of what was answered. */
const command = 'command';
const output = 'output';

/** Role of what a reader has to put in. */
const placeholder = 'placeholder';

function pieceContent({ text, role }: CodePiece): ElementContent {
  const content: Text = { type: 'text', value: text };
  if (role === placeholder) return element('var', {}, [content]);
  return role === undefined ? content : element('span', { className: [`t-${role}`] }, [content]);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

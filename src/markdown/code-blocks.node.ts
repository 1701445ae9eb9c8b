import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import { cutAtMarks, markOf, placeholdersIn, type LineMark, type Stretch } from './code-lines.ts';
import { parseCodeNotes, type CodeNotes } from './code-notes.ts';
import { withoutGuard } from './first-blank-line.node.ts';
import { highlight, isTerminalLanguage, type CodePiece } from './highlight.node.ts';
import { isPowerShell, parseTerminal, type TerminalLine } from './terminal.ts';

/** A part of a line with its own class: a prompt, a command, an output; without class it is the line itself. */
interface Section {
  className?: string;
  pieces: CodePiece[];
}

/**
 * Rehype plugin: a block of code becomes a figure with a title (`figcaption`), coloured by classes, its lines in
 * `span.line`. A `console` block becomes `figure.terminal`, in which prompts, commands and output are told apart. The
 * text inside `code` stays the author's, letter by letter. Blocks with markup of their own inside are left alone.
 */
export function codeBlocks(): (tree: Root) => Promise<void> {
  return async (tree) => {
    const blocks: { pre: Element; code: Element; source: string }[] = [];
    visit(tree, 'element', (pre) => {
      const code = pre.children[0];
      if (pre.tagName !== 'pre' || pre.children.length !== 1 || Object.keys(pre.properties).length > 0) return;
      if (code?.type !== 'element' || code.tagName !== 'code') return;
      const texts = withoutGuard(code.children);
      if (!texts.every((child) => child.type === 'text')) return;
      blocks.push({ pre, code, source: texts.map(({ value }) => value).join('') });
    });
    for (const { pre, code, source } of blocks) await dress(pre, code, source);
  };
}

async function dress(pre: Element, code: Element, source: string): Promise<void> {
  const { metastring, ...properties } = code.properties;
  const notes = parseCodeNotes(typeof metastring === 'string' ? metastring : '').value;
  const language = languageOf(code);
  const isTerminal = isTerminalLanguage(language);
  const lines = source === '' ? [] : source.replace(/\n$/, '').split('\n');
  const sections = isTerminal ? await terminalSections(lines) : await plainSections(lines, language);
  code.properties = properties;
  const width = String((notes.start ?? 0) + lines.length).length; // so that all numbers end below each other
  code.children = sections.flatMap((parts, index) => {
    const mark = markOf(notes, lines[index] ?? '', index + 1);
    const line = lineElement(parts, mark);
    if (notes.start !== undefined) line.properties['dataLine'] = String(notes.start + index).padStart(width);
    return [line, { type: 'text', value: '\n' } satisfies Text];
  });
  const label = isTerminal ? 'Terminal' : 'Code';
  const scroller = element('pre', {
    role: 'group', // not a region: each would be a landmark
    ariaLabel: notes.title === undefined ? label : `${label}: ${notes.title}`,
    tabIndex: 0, // a keyboard scrolls what it can reach
  });
  scroller.children = [code];
  pre.tagName = 'figure';
  pre.properties = { className: [isTerminal ? 'terminal' : 'code'] };
  const caption = captionOf(notes);
  pre.children = caption.length === 0 ? [scroller] : [element('figcaption', {}, caption), scroller];
}

/** The title, and where the code comes from. */
function captionOf({ title, link, linkText = 'link' }: CodeNotes): ElementContent[] {
  const words: ElementContent[] = title === undefined ? [] : [{ type: 'text', value: title }];
  if (link === undefined) return words;
  const anchor = element('a', { href: link }, [{ type: 'text', value: linkText }]);
  return words.length === 0 ? [anchor] : [...words, { type: 'text', value: ' ' }, anchor];
}

function languageOf(code: Element): string {
  const classes = Array.isArray(code.properties.className) ? code.properties.className.map(String) : [];
  return classes.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? '';
}

async function plainSections(lines: readonly string[], language: string): Promise<Section[][]> {
  const coloured = await highlight(lines.join('\n'), language);
  return lines.map((_, index) => [{ pieces: coloured[index] ?? [] }]);
}

async function terminalSections(lines: readonly string[]): Promise<Section[][]> {
  const parsed = parseTerminal(lines.join('\n'));
  const sections: Section[][] = [];
  for (let start = 0; start < lines.length;) {
    const first = parsed[start];
    let end = start + 1;
    while (isContinuation(parsed[end])) end += 1;
    if (first?.kind === 'command') sections.push(...(await commandSections(parsed.slice(start, end))));
    else sections.push([{ className: 'output', pieces: [{ text: lines[start] ?? '' }] }]);
    start = end;
  }
  return sections;
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
    const command = { className: 'command', pieces };
    const prompt = line.kind === 'command' ? line.prompt : '';
    return prompt === '' ? [command] : [{ className: 'prompt', pieces: [{ text: prompt }] }, command];
  });
}

function isContinuation(line: TerminalLine | undefined): boolean {
  return line?.kind === 'command' && line.continues;
}

function lineElement(sections: readonly Section[], mark: LineMark): Element {
  const stretches = mark.kind === 'parts' ? mark.stretches : [];
  let at = 0;
  const children = sections.flatMap((section) => {
    const start = at;
    at += section.pieces.reduce((sum, { text }) => sum + text.length, 0);
    const content = sectionContent(section.pieces, start, stretches);
    if (content.length === 0) return [];
    return section.className === undefined ? content : [element('span', { className: [section.className] }, content)];
  });
  switch (mark.kind) {
    case 'none':
      return element('span', { className: ['line'] }, children);
    case 'parts':
      return element('span', { className: ['line', 'part-marked'] }, children);
    case 'line':
      return element('span', { className: ['line', 'marked'] }, [element('mark', {}, children)]);
  }
}

function sectionContent(pieces: readonly CodePiece[], start: number, stretches: readonly Stretch[]): ElementContent[] {
  return cutAtMarks(pieces, start, stretches).flatMap(({ marked, pieces: run }) => {
    const content = run.map(pieceContent);
    return marked ? [element('mark', {}, content)] : content;
  });
}

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

import { counted } from '../site/counted.ts';

/** What an author says about a block of code in the line that opens its fence. */
export interface CodeNotes {
  /** A host or a file's name, shown over the block. */
  title?: string;
  /** Where the code comes from: an address, linked beside the title. */
  link?: string;
  /** Words of that link; `link` if there are none. */
  linkText?: string;
  /** Number of the first line; lines are numbered if it is there. */
  start?: number;
  /** Whole lines to mark, or to show as added or removed, counted from 1. */
  lines: MarkedLines[];
  /** Literal parts of lines to mark, wherever they stand in the block. */
  parts: MarkedPart[];
}

/** `mark={5-7}`, `add={5-7}` or `remove={5-7}`, one range of it. */
export interface MarkedLines extends Place {
  kind: LineNote;
  from: number;
  /** Equal to `from` for a single line. */
  to: number;
}

/** What a note says about whole lines: that they matter, that they are new, or that they go. */
export type LineNote = 'mark' | 'add' | 'remove';

/** `mark="Storage Driver: overlay2"` */
export interface MarkedPart extends Place {
  text: string;
}

/** Where in the notes something stands, in UTF-16 code units. */
export interface Place {
  offset: number;
  length: number;
}

/** Something in the notes that cannot be meant. */
export interface NoteIssue extends Place {
  /** What is wrong, as a full sentence. */
  message: string;
  /** What to write instead, as a full sentence. */
  hint: string;
}

const noteForm = /([A-Za-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|\{([^}]*)\})(?=\s|$)/y;
const lineNotes: readonly string[] = ['mark', 'add', 'remove'] satisfies LineNote[];
const wordForm = /(?:[^\s"'{]|"[^"]*"|'[^']*'|\{[^}]*\}|["'{])+/y;

/**
 * The notes of a fence: `title="…"`, `mark="literal part"`, `mark={2,5-7}`, `add={3}` and `remove={2}`, each as often as
 * needed, `link="https://…"` with `link-text="…"`, and `start={10}` for lines that are numbered from 10. A value that
 * holds a double quote is written in single quotes. What cannot be read is left out and named in `issues`.
 */
export function parseCodeNotes(meta: string): { value: CodeNotes; issues: NoteIssue[] } {
  const value: CodeNotes = { lines: [], parts: [] };
  const issues: NoteIssue[] = [];
  let at = 0;
  while (at < meta.length) {
    if (/\s/.test(meta.charAt(at))) {
      at += 1;
      continue;
    }
    noteForm.lastIndex = at;
    const note = noteForm.exec(meta);
    if (note !== null) {
      readNote(note, value, issues);
      at = noteForm.lastIndex;
      continue;
    }
    wordForm.lastIndex = at;
    const word = wordForm.exec(meta)?.[0] ?? meta.slice(at);
    issues.push({ offset: at, length: word.length, ...explainWord(word) });
    at += word.length;
  }
  return { value, issues };
}

const saidOf: Readonly<Record<LineNote, string>> = { mark: 'marked', add: 'added', remove: 'removed' };

/** Marks that hit nothing in `code`: a line after the last one, a part that stands nowhere. */
export function findIdleMarks(notes: CodeNotes, code: string): NoteIssue[] {
  const lines = code.replace(/\n$/, '').split('\n');
  const issues: NoteIssue[] = [];
  for (const { kind, from, to, offset, length } of notes.lines) {
    if (to <= lines.length) continue;
    const beyond = from > lines.length ? from : to;
    issues.push({
      offset,
      length,
      message: `Line ${beyond} is ${saidOf[kind]}, but the block has ${counted(lines.length, 'line')}.`,
      hint: `Name a line from 1 to ${lines.length}.`,
    });
  }
  for (const { text, offset, length } of notes.parts) {
    if (lines.some((line) => line.includes(text))) continue;
    issues.push({
      offset,
      length,
      message: `"${text}" is marked, but no line of the block holds it.`,
      hint: 'Copy the part from the block, with its blanks and capitals.',
    });
  }
  return issues.toSorted((a, b) => a.offset - b.offset);
}

function readNote(note: RegExpExecArray, value: CodeNotes, issues: NoteIssue[]): void {
  const [whole, name = '', double, single, ranges] = note;
  const place = { offset: note.index, length: whole.length };
  const text = double ?? single;
  if (isLineNote(name) && ranges !== undefined) {
    readRanges(name, ranges, note.index + `${name}={`.length, value, issues);
  } else if (name === 'add' || name === 'remove') {
    issues.push({
      ...place,
      message: 'It says no line.',
      hint: `Write numbers and ranges in braces: ${name}={2,5-7}.`,
    });
  } else if (name === 'mark' && text !== undefined && text !== '') {
    value.parts.push({ text, ...place });
  } else if (name === 'mark') {
    issues.push({ ...place, message: 'The mark is empty.', hint: 'Write the part of a line to mark: mark="part".' });
  } else if (name === 'start' && /^\s*\d{1,7}\s*$/.test(ranges ?? '')) {
    value.start = Number(ranges);
  } else if (name === 'link' && /^(?:https?:\/\/|\/(?!\/))\S+$/.test(text ?? '')) {
    value.link = text ?? '';
  } else if (name === 'link-text' && text !== undefined && text.trim() !== '') {
    value.linkText = text.trim();
  } else if (name === 'start') {
    issues.push({ ...place, message: 'The first line has no number.', hint: 'Write one in braces: start={10}.' });
  } else if (name === 'link' || name === 'link-text') {
    issues.push({
      ...place,
      message: name === 'link' ? 'The link is no address.' : 'The link has no words.',
      hint: 'Write link="https://example.org/a.sh" link-text="the script".',
    });
  } else if (name === 'title' && value.title !== undefined) {
    issues.push({ ...place, message: 'The block has two titles.', hint: 'Leave one of them.' });
  } else if (name === 'title' && text !== undefined && text.trim() !== '') {
    value.title = text.trim();
  } else if (name === 'title') {
    issues.push({
      ...place,
      message: ranges === undefined ? 'The title is empty.' : 'The title is not in quotes.',
      hint: ranges === undefined ? 'Write one or leave title out.' : `Write title="${ranges}".`,
    });
  } else {
    issues.push({ ...place, ...unknownNote(name) });
  }
}

function isLineNote(name: string): name is LineNote {
  return lineNotes.includes(name);
}

function readRanges(kind: LineNote, ranges: string, start: number, value: CodeNotes, issues: NoteIssue[]): void {
  let offset = start;
  for (const range of ranges.split(',')) {
    const place = { offset, length: range.length };
    offset += range.length + 1;
    const [, first = '', last = first] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(range) ?? [];
    const from = Number(first);
    const to = Number(last);
    if (first !== '' && from >= 1 && to >= from) {
      value.lines.push({ kind, from, to, ...place });
      continue;
    }
    issues.push({
      ...place,
      message:
        first === ''
          ? `"${range.trim()}" is not a line number.`
          : from > to
            ? `The range ${from}-${to} runs backwards.`
            : 'Lines are counted from 1.',
      hint: first !== '' && from > to ? `Write ${to}-${from}.` : `Write numbers and ranges: ${kind}={2,5-7}.`,
    });
  }
}

function explainWord(word: string): { message: string; hint: string } {
  const [, ranges] = /^\{([\d\s,-]*)\}$/.exec(word) ?? [];
  if (ranges !== undefined) {
    return { message: 'Line numbers stand alone.', hint: `Write mark={${ranges}}.` };
  }
  const [, name = '', rest = ''] = /^(title|mark|add|remove)=(.*)$/s.exec(word) ?? [];
  if (name === '') {
    const [, unknown] = /^([A-Za-z][\w-]*)=/.exec(word) ?? [];
    return unknown === undefined
      ? {
          message: `"${word}" is not a note of a code block.`,
          hint: 'Write title="…" for a title, mark="…" or mark={…} for what to mark.',
        }
      : unknownNote(unknown);
  }
  const opening = rest.charAt(0);
  if (opening === '{') return { message: `The brace after ${name}= is not closed.`, hint: 'Add } after the numbers.' };
  if ((opening === '"' || opening === "'") && !rest.slice(1).includes(opening)) {
    return { message: `The quote after ${name}= is not closed.`, hint: `Add ${opening} at the end of the text.` };
  }
  if (opening === '"' || opening === "'") {
    return {
      message: `The text after ${name}= ends before the note does.`,
      hint: 'Use the other kind of quotes around a text that holds one, and a blank between notes.',
    };
  }
  return { message: `The text after ${name}= is not in quotes.`, hint: `Write ${name}="${rest}".` };
}

function unknownNote(name: string): { message: string; hint: string } {
  return {
    message: `A code block has no note "${name}".`,
    hint: 'The notes are title="…", mark="…", mark={…}, add={…}, remove={…}, link="…", link-text="…" and start={…}.',
  };
}

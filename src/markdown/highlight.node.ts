import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { bundledLanguages, bundledLanguagesAlias, bundledLanguagesBase } from 'shiki/langs';
import { roleOfColour, roleTheme } from './code-roles.ts';

/** A run of code in one role; without role it is plain text. */
export interface CodePiece {
  text: string;
  role?: string;
}

/** Names a fence may carry for text that has no grammar. */
const plainNames = ['text', 'txt', 'plain', 'plaintext'];

/** Names of the fence that holds prompts, commands and output; the first is the one we write. */
const terminalNames = ['console', 'shellsession'];

const maxLineChars = 2_000; // a line this long is data, not code to read; it stays plain so that the build stays quick
const maxHighlightedLines = 3_000; // beyond it a block is a log file; colours would cost the build seconds

const loaders: Record<string, (typeof bundledLanguages)[keyof typeof bundledLanguages]> = bundledLanguages;
const loaded = new Map<string, Promise<void>>();
let highlighter: Promise<HighlighterCore> | undefined;

/** All names a fence may carry, sorted; `console` and `text` among them. For "did you mean" in messages. */
export function knownLanguages(): string[] {
  const names = [
    ...Object.keys(bundledLanguagesBase),
    ...Object.keys(bundledLanguagesAlias),
    ...plainNames,
    ...terminalNames,
  ];
  return [...new Set(names)].toSorted();
}

/** Whether a fence with this name is coloured, a terminal, or plain on purpose. Upper and lower case are the same. */
export function isKnownLanguage(name: string): boolean {
  const lower = name.toLowerCase();
  return Object.hasOwn(loaders, lower) || plainNames.includes(lower) || terminalNames.includes(lower);
}

/** Whether the fence's content is a text in no language: a log, a message. */
export function isPlainLanguage(name: string): boolean {
  return name === '' || plainNames.includes(name.toLowerCase());
}

/** Whether the fence's content is prompts, commands and output. */
export function isTerminalLanguage(name: string): boolean {
  return terminalNames.includes(name.toLowerCase());
}

/**
 * The lines of `code` as pieces with roles; the pieces of a line joined are the line. An unknown language gives one
 * plain piece a line: the content check reports it, the page still shows the code.
 */
export async function highlight(code: string, language: string): Promise<CodePiece[][]> {
  const lines = code.split('\n');
  const name = language.toLowerCase();
  if (!Object.hasOwn(loaders, name) || lines.length > maxHighlightedLines) return lines.map(plainLine);
  const shiki = await loadLanguage(name);
  const tokens = shiki.codeToTokensBase(code, {
    lang: name,
    theme: 'roles',
    tokenizeMaxLineLength: maxLineChars,
    tokenizeTimeLimit: 0, // a limit in time would let a busy machine write other HTML than an idle one
  });
  return lines.map((text, index) => {
    const pieces = (tokens[index] ?? []).map(({ content, color }) => toPiece(content, roleOfColour(color ?? '')));
    return pieces.length === 0 ? plainLine(text) : mergePieces(pieces);
  });
}

async function loadLanguage(name: string): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    themes: [roleTheme()],
    langs: [],
    engine: createOnigurumaEngine(import('shiki/wasm')),
  });
  const shiki = await highlighter;
  const loader = loaders[name];
  if (loader !== undefined && !loaded.has(name)) loaded.set(name, shiki.loadLanguage(loader));
  await loaded.get(name);
  return shiki;
}

function plainLine(text: string): CodePiece[] {
  return text === '' ? [] : [{ text }];
}

function toPiece(text: string, role: string | undefined): CodePiece {
  return role === undefined || text.trim() === '' ? { text } : { text, role };
}

/** Neighbours of one role become one piece: grammars cut a string into its quotes and content, readers do not. */
function mergePieces(pieces: readonly CodePiece[]): CodePiece[] {
  const merged: CodePiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && last.role === piece.role) last.text += piece.text;
    else merged.push({ ...piece });
  }
  return merged;
}

import { messageParts } from './parts.ts';
import { squeeze } from './squeeze.ts';

/** A message of the catalogue, ready to be looked for: pieces that are always there, with something between them. */
export interface Template {
  /** Place of its error in the catalogue. */
  error: number;
  /** Place among the error's messages. */
  message: number;
  /** What is always there, squeezed, in order. */
  pieces: readonly string[];
  /** Names of the varying parts: `parts[i]` stands before `pieces[i]`, the last one behind all; empty where nothing varies. */
  parts: readonly string[];
  /** For each part, all that stands between two pieces, with signs: `: "<path>": `, `<path>': -`, or `: <digest>: <error>`. */
  gaps: readonly string[];
  /** For each of these, how many letters and digits may stand there. */
  reach: readonly number[];
  /** Which of the pieces is looked for first: the longest. */
  anchor: number;
  /** Letters and digits in all pieces. */
  length: number;
  /** Whether it ends with `/`, the root folder and no path below it. */
  endsInRoot: boolean;
  /** Runs of words that are always there, squeezed, without the folders and files that many errors name. */
  words: readonly string[];
}

/** The template of one message; undefined if nothing in it is always there. */
export function templateOf(text: string, error: number, message: number): Template | undefined {
  const pieces: string[] = [];
  const parts: string[] = [''];
  const gaps: string[] = [];
  let signs = '';
  const words: string[] = [];
  for (const part of messageParts(text)) {
    if (part.kind === 'variable') {
      gaps[pieces.length] = `${gaps[pieces.length] ?? signs}<${part.text}>`;
      // Of two parts side by side, the one that may be a whole message says more about what stands there.
      if (isOpen(part.text) || (parts[pieces.length] ?? '') === '') parts[pieces.length] = part.text;
      continue;
    }
    const piece = squeeze(part.text).text;
    if (piece === '') {
      gaps[pieces.length] = (gaps[pieces.length] ?? '') + part.text;
      continue;
    }
    const gap = gaps[pieces.length];
    if (gap !== undefined) gaps[pieces.length] = gap + (/^[^a-z\d]*/i.exec(part.text)?.[0] ?? '');
    words.push(...part.text.split(pathLike).map((run) => squeeze(run).text));
    // Two pieces without a part between them are one.
    const last = parts[pieces.length] === '' ? pieces.pop() : undefined;
    pieces.push((last ?? '') + piece);
    parts[pieces.length] ??= '';
    signs = /[^a-z\d]*$/i.exec(part.text)?.[0] ?? '';
  }
  if (pieces.length === 0) return undefined;
  const reach = parts.map((_, place) =>
    messageParts(gaps[place] ?? '').reduce(
      (sum, { kind, text }) => sum + (kind === 'variable' ? longestValue(text) : 0),
      0,
    ),
  );
  const anchor = pieces.reduce((best, piece, place) => (piece.length > (pieces[best]?.length ?? 0) ? place : best), 0);
  const length = pieces.join('').length;
  return { error, message, pieces, parts, gaps, reach, anchor, length, endsInRoot: /\s\/$/.test(text), words };
}

/** `/var/lib/docker/overlay2/`, `io.containerd.snapshotter.v1.zfs` and `https://…`: names, which many errors share. */
const pathLike = /[^\s"'=:]*(?:\/|\w\.\w+\.)[^\s"'=]*/;

/** Whether a part may be a whole message of another tool. */
export function isOpen(part: string): boolean {
  return part === 'error' || part === 'text';
}

/** How many letters and digits a part may stand for; a text or an error may be a sentence, a number can't. */
export function longestValue(part: string): number {
  if (part === 'number' || part === 'size') return 24;
  if (part === 'id' || part === 'digest' || part === 'device' || part === 'driver' || part === 'fs') return 100;
  return isOpen(part) ? 700 : 300;
}

import { messageParts } from './parts.ts';

/** What the matcher needs of a known error; more fields pass through. */
export interface Catalogued {
  messages: readonly string[];
}

export interface MessageMatch<Known> {
  known: Known;
  /** The literal message that matched, as it is written in the catalogue. */
  message: string;
  /** How many literal characters matched: the longer the sure part, the surer the match. */
  score: number;
}

const escape = String.fromCodePoint(27);

/** Fewer typed characters than this match nothing inside a longer message, because they would match too many. */
const minTyped = 8;

/**
 * The known errors whose literal message stands in `text`, a typed line or a pasted log; the surest first, each once.
 * Case, runs of spaces, colour codes, typographic and escaped quotes do not matter. A named part such as `<path>`
 * stands for one character or more on the same line. One typed line that is itself a part of a message matches too.
 * Messages are looked up as plain text, piece by piece, so that no input makes the search slow.
 */
export function matchMessages<Known extends Catalogued>(
  text: string,
  catalogue: readonly Known[],
): MessageMatch<Known>[] {
  const normalised = normalise(text);
  const matches: MessageMatch<Known>[] = [];
  for (const known of catalogue) {
    let best: MessageMatch<Known> | undefined;
    for (const message of known.messages) {
      const score = scoreOf(message, normalised);
      if (score > (best?.score ?? 0)) best = { known, message, score };
    }
    if (best !== undefined) matches.push(best);
  }
  return matches.sort((a, b) => b.score - a.score);
}

/** The runs of words in a message that never vary, the longest first: what to look for in other texts. */
export function sureWords(message: string): string[] {
  return literals(message)
    .map((piece) => piece.replace(/^[\s:;,.()[\]"']+/, '').replace(/[\s:;,.()[\]"']+$/, ''))
    .filter((piece) => piece !== '')
    .toSorted((a, b) => b.length - a.length);
}

function scoreOf(message: string, text: string): number {
  const pieces = literals(message).map((piece) => normalise(piece));
  if (holdsAll(text, pieces)) return pieces.join('').length;
  return text.length >= minTyped && pieces.some((piece) => piece.includes(text)) ? text.length : 0;
}

function literals(message: string): string[] {
  return messageParts(message)
    .filter(({ kind, text }) => kind === 'literal' && text.trim() !== '')
    .map(({ text }) => text.trim());
}

/** Whether one line of `text` holds the pieces in this order, with something between each two. */
function holdsAll(text: string, [first, ...others]: readonly string[]): boolean {
  if (first === undefined) return false;
  for (let start = text.indexOf(first); start !== -1;) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    const line = text.slice(start, end);
    let place = first.length;
    const fits = others.every((piece) => {
      const found = line.indexOf(piece, place + 1);
      place = found + piece.length;
      return found !== -1;
    });
    if (fits) return true;
    start = text.indexOf(first, end); // What an earlier place on the line can't give, a later one can't either.
  }
  return false;
}

function normalise(text: string): string {
  const [start = '', ...coloured] = text.split(`${escape}[`);
  return [start, ...coloured.map((piece) => piece.replace(/^[\d;?]*[a-z]/i, ''))]
    .join('')
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\\?["“”]/g, '"')
    .split(/[\r\n]+/)
    .map((line) => line.split(/\s+/).join(' ').trim())
    .join('\n')
    .trim();
}

import type { Piece } from './excerpt.ts';

/** Half-open, in UTF-16 code units of the pasted text. */
interface Span {
  start: number;
  end: number;
}

/** A run of the reader's own text: lines with something marked, or lines that are folded away. */
export type PastedBlock =
  { kind: 'shown'; lines: { number: number; pieces: Piece[] }[] } | { kind: 'folded'; lines: string[] };

/** Letters of a shown line on either side of what is marked. */
const context = 120;

/**
 * The pasted text as blocks: lines in which a span lies, with the span marked, and what lies between, folded.
 * Nothing of the text is lost but the ends of very long shown lines, which `…` stands for.
 */
export function pastedLines(text: string, spans: readonly Span[]): PastedBlock[] {
  const blocks: PastedBlock[] = [];
  const sorted = merged(spans);
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const end = start + line.length;
    const inside = sorted.filter((span) => span.start < end && span.end > start);
    const last = blocks.at(-1);
    if (inside.length > 0) {
      const shown = { number: index + 1, pieces: piecesOf(line, start, inside) };
      if (last?.kind === 'shown') last.lines.push(shown);
      else blocks.push({ kind: 'shown', lines: [shown] });
    } else if (last?.kind === 'folded') last.lines.push(line);
    else blocks.push({ kind: 'folded', lines: [line] });
    start = end + 1;
  }
  return blocks;
}

function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    // Pieces of one message with nothing but a blank between them are one mark.
    if (last !== undefined && span.start <= last.end + 1) last.end = Math.max(last.end, span.end);
    else all.push({ ...span });
  }
  return all;
}

function piecesOf(line: string, start: number, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const take = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ text: line.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const span of spans) {
    take(Math.max(0, span.start - start), false);
    take(Math.min(line.length, span.end - start), true);
  }
  take(line.length, false);
  return pieces.map((piece, place) =>
    piece.marked ? piece : { ...piece, text: shortenedGap(piece.text, place > 0, place < pieces.length - 1) },
  );
}

/** A gap keeps the letters beside its marks. */
function shortenedGap(text: string, afterMark: boolean, beforeMark: boolean): string {
  const kept = (afterMark ? context : 0) + (beforeMark ? context : 0);
  if (text.length <= kept + 1) return text;
  return `${afterMark ? text.slice(0, context) : ''}…${beforeMark ? text.slice(-context) : ''}`;
}

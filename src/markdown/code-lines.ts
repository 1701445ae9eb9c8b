import type { CodeNotes } from './code-notes.ts';

/** A stretch of one line that is marked; `to` is the first unit after it. */
export interface Stretch {
  from: number;
  to: number;
}

/** What is marked in a line: all of it, some stretches (in order, apart from each other), or nothing. */
export type LineMark = { kind: 'line' } | { kind: 'parts'; stretches: Stretch[] } | { kind: 'none' };

/** What the notes mark in a line; `number` counts from 1. */
export function markOf(notes: CodeNotes, line: string, number: number): LineMark {
  if (notes.lines.some(({ from, to }) => number >= from && number <= to)) return { kind: 'line' };
  const found: Stretch[] = [];
  for (const { text } of notes.parts) {
    let at = line.indexOf(text);
    while (at !== -1) {
      found.push({ from: at, to: at + text.length });
      at = line.indexOf(text, at + text.length);
    }
  }
  return found.length === 0 ? { kind: 'none' } : { kind: 'parts', stretches: joinStretches(found) };
}

/** Where a command names what the reader has to put in, such as `<path>`; a redirection has a blank behind its bracket. */
export function placeholdersIn(line: string): Stretch[] {
  return [...line.matchAll(/<[a-z][a-z0-9-]*>/g)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
}

/** `stretches` in order, those that touch or overlap made one. */
export function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/**
 * `pieces` cut at the ends of the stretches, in runs of marked and unmarked pieces. `start` is the place of the first
 * piece in its line.
 */
export function cutAtMarks<Piece extends { text: string }>(
  pieces: readonly Piece[],
  start: number,
  stretches: readonly Stretch[],
): { marked: boolean; pieces: Piece[] }[] {
  const runs: { marked: boolean; pieces: Piece[] }[] = [];
  let at = start;
  for (const piece of pieces) {
    let rest = piece.text;
    while (rest !== '') {
      const inside = stretches.find(({ from, to }) => at >= from && at < to);
      const next = stretches.find(({ from }) => from > at);
      const room = (inside?.to ?? next?.from ?? Number.POSITIVE_INFINITY) - at;
      const text = rest.slice(0, room);
      const marked = inside !== undefined;
      const last = runs.at(-1);
      if (last?.marked === marked) last.pieces.push({ ...piece, text });
      else runs.push({ marked, pieces: [{ ...piece, text }] });
      at += text.length;
      rest = rest.slice(text.length);
    }
  }
  return runs;
}

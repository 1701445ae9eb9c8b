import type { CodeNotes, LineNote } from './code-notes.ts';

/** A stretch of one line that is marked; `to` is the first unit after it. */
export interface Stretch {
  from: number;
  to: number;
}

/** What is marked in a line: all of it, as its author says, some stretches (in order, apart from each other), or nothing. */
export type LineMark = { kind: 'line'; note: LineNote } | { kind: 'parts'; stretches: Stretch[] } | { kind: 'none' };

/** What the notes mark in a line; `number` counts from 1. */
export function markOf(notes: CodeNotes, line: string, number: number): LineMark {
  const whole = notes.lines.findLast(({ from, to }) => number >= from && number <= to);
  if (whole !== undefined) return { kind: 'line', note: whole.kind };
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

/** Fewer lines than these in a row are no relief for anybody when they are put away. */
const leastFolded = 12;
/** What stays of a long output at its ends, and around each line that matters. */
const shownFirst = 6;
const shownLast = 2;
const shownAround = 2;

/**
 * The stretches of a long output to put away, as numbers of its lines from 0, `to` being the first line after. What its
 * reader needs to recognise it stays: its first lines, its last ones, and those around lines that `matter`.
 */
export function foldsOf(length: number, matter: readonly number[]): Stretch[] {
  const shown = [
    { from: 0, to: shownFirst },
    ...matter.map((line) => ({ from: Math.max(0, line - shownAround), to: line + shownAround + 1 })),
    { from: Math.max(0, length - shownLast), to: length },
  ];
  const kept = joinStretches(shown);
  return kept
    .slice(1)
    .map(({ from }, place) => ({ from: kept[place]?.to ?? 0, to: from }))
    .filter(({ from, to }) => to - from >= leastFolded);
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

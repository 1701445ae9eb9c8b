import { filled } from '../../site/filled.ts';
import * as words from '../../site/words.ts';

/**
 * The language that all diagrams are drawn in: shapes with a tone, on a sheet that is tall rather than wide.
 * A drawing is data, so that a test can say what touches what; `Diagram.astro` gives each tone its colour.
 */

/** A diagram is as wide as an article's column on a screen of 320 px, so its text is never smaller than drawn. */
export const drawingWidth = 256;

/** From one line of text to the next; all text is 12 units high. */
export const lineHeight = 15;

/** How a box looks: what it means is the same in every diagram. */
export type BoxTone =
  /** The ground that other shapes lie on. */
  | 'sheet'
  /** Paper behind words, so that a line passes under them. */
  | 'label'
  /** Another sheet below that one. */
  | 'under'
  /** Something that is there and in use. */
  | 'plain'
  /** Something that several have in common. */
  | 'shared'
  /** Something that a write has just made. */
  | 'fresh'
  /** Something that is there but cannot be seen. */
  | 'hidden'
  /** Room for something that is not there. */
  | 'free'
  /** Something that says that another thing is gone. */
  | 'whiteout';

/** A rectangle; x and y are its upper left corner. */
export interface Box {
  shape: 'box';
  tone: BoxTone;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A path: `flow` is where data goes when it is written, `sight` where it is read, `link` from whom it descends. */
export interface Line {
  shape: 'line';
  tone: 'flow' | 'flow-head' | 'sight' | 'sight-end' | 'link' | 'hatch';
  d: string;
}

/** A line of text; y is its baseline. */
export interface Text {
  shape: 'text';
  tone: 'strong' | 'plain' | 'muted' | 'path' | 'gone' | 'inverse' | 'on-fresh';
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

export type Shape = Box | Line | Text;

/** Shapes from back to front, and the size of the sheet that holds them all. */
export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** A box of a tone. A hidden one is hatched, so that it differs on paper too. */
export function box(tone: BoxTone, x: number, y: number, width: number, height: number): Shape[] {
  const shape: Box = { shape: 'box', tone, x: round(x), y: round(y), width: round(width), height: round(height) };
  return tone === 'hidden' ? [shape, { shape: 'line', tone: 'hatch', d: hatch(x, y, width, height) }] : [shape];
}

/** A line of text whose baseline is at y. */
export function text(tone: Text['tone'], x: number, y: number, words: string, anchor: Text['anchor'] = 'start'): Text {
  return { shape: 'text', tone, x: round(x), y: round(y), text: words, anchor };
}

/** A sheet with the edge of another one below it. */
export function sheet(x: number, y: number, width: number, height: number): Shape[] {
  return [...box('under', x + 3, y + 3, width - 3, height - 3), ...box('sheet', x, y, width - 3, height - 3)];
}

/**
 * The lines that hold `words` if a line has room for `most` characters.
 * Breaks at spaces, after a slash and after a dot; only what is longer than a line is broken elsewhere.
 */
export function wrap(words: string, most: number): string[] {
  if (most < 1) throw new Error(`A line has room for at least one character, not ${most}.`);
  const lines: string[] = [];
  let line = '';
  for (const part of words.split(/(?<=[\s/.])/)) {
    if ((line + part).trimEnd().length > most && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
    while (line.trimEnd().length > most) {
      lines.push(line.slice(0, most));
      line = line.slice(most);
    }
  }
  return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()];
}

/** The words, or their beginning and `…` if they are longer than `most` characters. */
export function shorten(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, Math.max(0, most - 1)).trimEnd()}…`;
}

/** Names in a sentence: `a`, `a and b`, `a, b and c`; nothing if there are none. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : filled(words.list, { first: names.slice(0, -1).join(words.comma), last });
}

/** A coordinate with two decimals at most, so that a page does not carry digits that nobody sees. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Diagonals across a rectangle, six units apart. */
function hatch(x: number, y: number, width: number, height: number): string {
  const lines: string[] = [];
  for (let sum = 6; sum < width + height; sum += 6) {
    const fromX = Math.min(sum, width);
    const toY = Math.min(sum, height);
    lines.push(`M${round(x + fromX)} ${round(y + sum - fromX)}L${round(x + sum - toY)} ${round(y + toY)}`);
  }
  return lines.join('');
}

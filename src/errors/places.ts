import type { Squeezed } from './squeeze.ts';
import type { Template } from './templates.ts';

/** Half-open, in a squeezed text. */
export type Place = readonly [start: number, end: number];

/** Pieces shorter than this must stand as whole words. */
export const shortPiece = 12;

/** Where all pieces of a template stand if its anchor stands at `start`; undefined if one of them is missing. */
export function placesOf(
  { pieces, reach, anchor }: Template,
  start: number,
  { text, places }: Squeezed,
): Place[] | undefined {
  const found: Place[] = [];
  const first = pieces[anchor] ?? '';
  if (!standsAlone(first, start, places)) return undefined;
  found[anchor] = [start, start + first.length];
  for (let piece = anchor + 1; piece < pieces.length; piece++) {
    const from = found[piece - 1]?.[1] ?? 0;
    const word = pieces[piece] ?? '';
    const window = text.slice(from, from + (reach[piece] ?? 0) + word.length);
    let at = window.indexOf(word);
    while (at >= 0 && !standsAlone(word, from + at, places)) at = window.indexOf(word, at + 1);
    if (at < 0) return undefined;
    found[piece] = [from + at, from + at + word.length];
  }
  for (let piece = anchor - 1; piece >= 0; piece--) {
    const before = found[piece + 1]?.[0] ?? 0;
    const word = pieces[piece] ?? '';
    const from = Math.max(0, before - (reach[piece + 1] ?? 0) - word.length);
    const window = text.slice(from, before);
    let at = window.lastIndexOf(word);
    while (at >= 0 && !standsAlone(word, from + at, places)) at = at === 0 ? -1 : window.lastIndexOf(word, at - 1);
    if (at < 0) return undefined;
    found[piece] = [from + at, from + at + word.length];
  }
  return found;
}

/** A name is shorter than this, in UTF-16 code units, wraps and quotes included. */
const longestName = 400;

/** The root folder behind what a message ends with; a terminal's order may stand between them. */
// eslint-disable-next-line no-control-regex -- this is the character that is meant
const rootFolder = /(?:\u001B\[[\d;]{0,16}m|[^a-z\d/\u001B]){0,40}\/(?![\w.-])/iy;

/** A gap in which one path or one id stands, and nothing else that varies. */
const oneName = /^[^<]*<(?:path|id)>[^<]*$/;

/** A line break behind which more than one word comes before the next piece: the end of a line, and no terminal's wrap. */
const endedLine = /\n[\s>|]*[^\s>|]*[a-z\d][^\s>|]*[ \t]+\S*[a-z\d]/i;

/** Words where a path should begin: `chown: changing ownership of '/a'` is another program's `chown /a`. */
const sentence = /^\W*[a-z]+ [a-z]+ /i;

/** The end of a sentence, behind which another one begins. */
const endedSentence = /[a-z\d][.!?] +[A-Z]/;

/** What the engine says where the driver of its own volumes could not mount one: no layer. */
const localVolume = ' local volume: mount ';

/**
 * Whether what stands for the named parts can be that. An id that is the name of one folder in the message is so in the
 * text, too: in `/overlay2/<id>: no such file` the layer is missing, in `/overlay2/<id>/merged/etc/passwd: no such file` a
 * file of the container. A path does not begin with words, nor in one line of a log, or one sentence, and end in another.
 * And `100% /` is no `100% /snap/core`, which is always full.
 */
export function valuesFit(
  { gaps, endsInRoot }: Template,
  found: readonly Place[],
  map: Uint32Array,
  text: string,
): boolean {
  if (endsInRoot) {
    rootFolder.lastIndex = (map[(found.at(-1)?.[1] ?? 0) - 1] ?? 0) + 1;
    if (!rootFolder.test(text)) return false;
  }
  return gaps.every((gap, piece) => {
    const from = found[piece - 1]?.[1];
    const to = found[piece]?.[0];
    if (!oneName.test(gap) || from === undefined || to === undefined) return true;
    const start = (map[from - 1] ?? 0) + 1;
    const between = text.slice(start, Math.min(map[to] ?? start, start + longestName));
    if (gap.includes('<path>') && sentence.test(between)) return false;
    if (endedLine.test(between) || endedSentence.test(between) || between.startsWith(localVolume)) return false;
    return !gap.startsWith('/<id>') || !/[a-z\d][^/]*\/[^a-z\d]*[a-z\d]/i.test(between);
  });
}

/** Whether a short piece is no part of a longer word: what stands beside it, if anything, is further away. */
export function standsAlone(piece: string, start: number, places: Uint32Array): boolean {
  return piece.length >= shortPiece || isWhole(start, start + piece.length, places);
}

/** Whether what stands from `start` to `end` is no part of a longer word. */
export function isWhole(start: number, end: number, places: Uint32Array): boolean {
  const touches = (place: number) => places[place] === (places[place - 1] ?? -2) + 1;
  return !(start > 0 && touches(start)) && !(end < places.length && touches(end));
}

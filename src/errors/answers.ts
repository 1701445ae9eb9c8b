import { squeeze } from './squeeze.ts';
import type { Squeezed } from './squeeze.ts';

/** What Linux answers to a call that fails, in the words of its programs. */
const sentences = [
  'cannot allocate memory',
  'cross-device link',
  'device or resource busy',
  'directory not empty',
  'disk quota exceeded',
  'file exists',
  'input/output error',
  'invalid argument',
  'no space left on device',
  'no such device',
  'no such file or directory',
  'operation not permitted',
  'operation not supported',
  'permission denied',
  'read-only file system',
  'stale file handle',
  'structure needs cleaning',
  'too many levels of symbolic links',
];
const answers = sentences.map((sentence) => squeeze(sentence).text);

/** The answers in a squeezed text. */
export function answersIn(text: string): string[] {
  return answers.filter((answer) => text.includes(answer));
}

/** Letters of a cut answer that are enough to know it by. */
const leastCut = 8;

/** What an answer lacks that is cut inside a word, but not the first one: after `invalidarg` it is `ument`. */
const rests = new Map(
  sentences.flatMap((sentence, at) =>
    Array.from(sentence.matchAll(/(?<=[^a-z].*[a-z])(?=[a-z])/g), ({ index }): [string, string] => {
      const { length } = squeeze(sentence.slice(0, index)).text;
      return [answers[at]?.slice(0, length) ?? '', answers[at]?.slice(length) ?? ''];
    }).filter(([known]) => known.length >= leastCut && answers.filter((one) => one.startsWith(known)).length === 1),
  ),
);
const longestCut = Math.max(...Array.from(rests.keys(), ({ length }) => length));

/**
 * A squeezed text with the rest of each answer that is cut at the end of a line, as in a title or a narrow journal. What
 * is added stands at the place of the letter before it. Takes time in proportion to the text.
 */
export function withWholeAnswers({ text, places, lines }: Squeezed): Squeezed {
  const ends = [...new Set([...lines, text.length])];
  const cuts = ends.flatMap((end) => {
    const rest = restAt(text, end);
    return rest === undefined ? [] : [{ end, rest }];
  });
  if (cuts.length === 0) return { text, places, lines };
  const whole = new Uint32Array(cuts.reduce((sum, { rest }) => sum + rest.length, text.length));
  const pieces: string[] = [];
  const moved = new Map<number, number>();
  let from = 0;
  let length = 0;
  for (const { end, rest } of [...cuts, { end: text.length, rest: '' }]) {
    pieces.push(text.slice(from, end), rest);
    whole.set(places.subarray(from, end), length);
    length += end - from;
    whole.fill(places[end - 1] ?? 0, length, length + rest.length);
    length += rest.length;
    moved.set(end, length);
    from = end;
  }
  let shift = 0;
  return {
    text: pieces.join(''),
    places: whole,
    lines: lines.map((end) => {
      shift = moved.has(end) ? (moved.get(end) ?? 0) - end : shift;
      return end + shift;
    }),
  };
}

/** What lacks of an answer that is cut at `end` and does not go on in the next line. */
function restAt(text: string, end: number): string | undefined {
  for (let length = Math.min(longestCut, end); length >= leastCut; length--) {
    const rest = rests.get(text.slice(end - length, end));
    if (rest !== undefined) return text.startsWith(rest, end) ? undefined : rest;
  }
  return undefined;
}

import { replaced, squeeze } from './squeeze.ts';
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
  'text file busy',
  'too many levels of symbolic links',
];
const answers = sentences.map((sentence) => squeeze(sentence).text);

/** A squeezed message without the answer that stands in it. */
export function withoutAnswer(message: string): string {
  return message.replace(answersIn(message)[0] ?? '', '');
}

/** Whether a squeezed message is no more than such an answer, with one word before it as in `invalid cross-device link`. */
export function isAnswer(message: string): boolean {
  const own = withoutAnswer(message).length;
  return own < message.length && own < 8;
}

/** The answers in a squeezed text. */
export function answersIn(text: string): string[] {
  return answers.filter((answer) => text.includes(answer));
}

/** Letters of a cut answer that are enough to know it by; at the end of a text, as in a title, fewer. */
const leastCut = 8;
const leastAtEnd = 5;

/** What a cut answer lacks. */
interface Rest {
  text: string;
  /** Cut inside a word it is known at the end of any line, between two only at the end of the text. */
  inWord: boolean;
}

/**
 * What an answer lacks that is cut inside a word, but not the first one: after `invalidarg` it is `ument`; or behind one
 * that ends no sentence: after `deviceor` it is `resourcebusy`. Of short ones three letters of the word are there:
 * `no spa`, and no `read on`.
 */
const rests = new Map(
  sentences.flatMap((sentence, at) =>
    Array.from(
      sentence.matchAll(/(?<=[^a-z].*[a-z])(?=[a-z])|(?<= (?:or|on|of))(?= )/g),
      ({ index }): [string, Rest] => {
        const known = squeeze(sentence.slice(0, index)).text;
        const isEnough = known.length >= leastCut || /[a-z]{3}$/.test(sentence.slice(0, index));
        const text = answers[at]?.slice(known.length) ?? '';
        return [isEnough ? known : '', { text, inWord: sentence.charAt(index) !== ' ' }];
      },
    ).filter(([known]) => known.length >= leastAtEnd && answers.filter((one) => one.startsWith(known)).length === 1),
  ),
);
const longestCut = Math.max(...Array.from(rests.keys(), ({ length }) => length));

/**
 * A squeezed text with the rest of each answer that is cut at the end of a line, as in a title or a narrow journal. What
 * is added stands at the place of the letter before it. Takes time in proportion to the text.
 */
export function withWholeAnswers(squeezed: Squeezed): Squeezed {
  const { text, lines } = squeezed;
  const ends = [...new Set([...lines, text.length])];
  return replaced(
    squeezed,
    ends.flatMap((end) => {
      const rest = restAt(text, end);
      return rest === undefined ? [] : [{ start: end, end, text: rest }];
    }),
  );
}

/** What an answer lacks that is cut at `end` and does not go on in the next line. */
function restAt(text: string, end: number): string | undefined {
  const least = end === text.length ? leastAtEnd : leastCut;
  for (let length = Math.min(longestCut, end); length >= least; length--) {
    const rest = rests.get(text.slice(end - length, end));
    if (rest === undefined) continue;
    return text.startsWith(rest.text, end) || !(rest.inWord || end === text.length) ? undefined : rest.text;
  }
  return undefined;
}

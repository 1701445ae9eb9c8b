import type { Rule } from '../../content-check/content.ts';
import type { KnownError } from '../schema.ts';

/** More of a message than its first words may be out of order in a title, which has room for one line. */
const wordsAtFirst = 3;

/** `Podman: ` or `docker load: ` may stand before a message and say who prints it. */
const program = /^\S+(?: \S+)?: (?=\S)/;

/** Stands for a part of a message that varies. */
const hole = '\u0000';

/** Finds titles of errors that do not begin with what the terminal prints, by which readers know their error. */
export const messageFirst: Rule = {
  name: 'message-first',
  description: 'The title of an error begins with the words of one of its messages.',
  check: ({ entries }) => {
    const errors = entries.filter(({ collection }) => collection === 'errors');
    const messages = new Map(errors.map(({ id, value }) => [id, (value as KnownError | undefined)?.messages ?? []]));
    return errors.flatMap(({ source, data, value }) => {
      if (value === undefined) return [];
      const { title, messages: own, special_case_of: general = '' } = value as KnownError;
      if (beginsWithMessage(title, [...own, ...(messages.get(general) ?? [])])) return [];
      return [
        {
          source,
          offset: data.valueAt(['title']),
          message: `The title begins with “${firstWords(title).join(' ')}”, which is in none of the messages.`,
          hint: `Begin with what the terminal prints, with … for what varies, such as “${shown(String(own[0]))}”, and say the rest after it.`,
        },
      ];
    });
  },
};

/**
 * Whether the first words of `title`, or those after the name of a program, stand in a row in one of `messages`. Case,
 * quotes and stops do not count; `…` stands for a word, and what varies in a message for a word, a part of one, or none.
 */
export function beginsWithMessage(title: string, messages: readonly string[]): boolean {
  const openings = [title, title.replace(program, '')].map(firstWords);
  return messages.some((message) => {
    const printed = wordsOf(message.replaceAll(/<[^<>]*>/g, hole));
    return openings.some((words) => words.length > 0 && printed.some((_, at) => begins(printed.slice(at), words)));
  });
}

/** The first words of a title; a comma or a bracket ends what is of the message. */
function firstWords(title: string): string[] {
  const [message = ''] = title.split(/[,;(]\s?/, 1);
  return wordsOf(message).slice(0, wordsAtFirst);
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^["'`“‘([{]+/, '').replace(/["'`”’)\]}.,:;!]+$/, ''))
    .filter((word) => word !== '');
}

/** Whether `words` are the first of `printed`, of which at least one has to be there to the letter. */
function begins(printed: readonly string[], words: readonly string[], literal = false): boolean {
  const [word, ...restOfWords] = words;
  if (word === undefined) return literal;
  const [first, ...rest] = printed;
  if (first === undefined) return false;
  if (first === hole) return begins(rest, words, literal) || begins(rest, restOfWords, literal);
  return isSame(first, word) && begins(rest, restOfWords, literal || first === word);
}

function isSame(printed: string, word: string): boolean {
  if (printed === word || word === '…') return true;
  return fits(word, printed, hole) || fits(printed, word, '…');
}

/** Whether `text` is `pattern` with something in each place of `gap`. */
function fits(text: string, pattern: string, gap: string): boolean {
  if (!pattern.includes(gap)) return false;
  const pieces = pattern.split(gap).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.+')}$`, 'su').test(text);
}

/** A message as a title has it. */
function shown(message: string): string {
  return message.replaceAll(/<[^<>]*>/g, '…');
}

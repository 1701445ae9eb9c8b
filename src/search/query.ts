/** A full page of a journal. What stands behind it is not searched, and the page says so. */
export const maxPasteLetters = 100_000;

/** Above this a text is read as a paste, not as words that somebody chose. */
const maxTypedWords = 12;

/**
 * Words that stand on every page, and those with which a question is asked: they tell nothing apart, a page that has more
 * of them would come first, and each costs a part of the index.
 */
const everywhere = new Set(
  (
    'a an and are as at be by for from in is it no not of on or that the this to was with ' +
    'am can did do does how i my should vs what when where which who why you your'
  ).split(' '),
);

/** What somebody typed: words that a page should have, and phrases that it must have as they stand. */
export interface Query {
  words: string[];
  phrases: string[];
}

/** Whether a text was pasted from a terminal: several lines, or more words than people type. */
export function isPaste(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.includes('\n') || trimmed.split(/\s+/).length > maxTypedWords;
}

/**
 * The words and phrases of a typed text, each once. A phrase stands in quotes, straight or curly, anywhere in the text;
 * a quote that nobody closed is no quote. What has neither letter nor digit is left out, and so are words such as `the`,
 * unless there are no others.
 */
export function parseQuery(text: string): Query {
  const phrases: string[] = [];
  const rest = text.replace(/["“”„]([^"“”„]+)["“”]/g, (_, phrase: string) => {
    phrases.push(phrase.trim().split(/\s+/).join(' '));
    return ' ';
  });
  const words = distinct(rest.replace(/["“”„]/g, ' ').split(/\s+/));
  const telling = words.filter((word) => !everywhere.has(word.toLowerCase()));
  return { words: telling.length + phrases.length > 0 ? telling : words, phrases: distinct(phrases) };
}

function distinct(texts: readonly string[]): string[] {
  const known = new Map(texts.filter((text) => /[\p{L}\p{N}]/u.test(text)).map((text) => [text.toLowerCase(), text]));
  return [...known.values()];
}

/** At most `limit` letters of what was looked for, to say it back to the reader on one line. */
export function shortened(text: string, limit = 60): string {
  const line = text
    .trim()
    .slice(0, 4 * limit)
    .split(/\s+/)
    .join(' ');
  if (line.length <= limit) return line;
  // Half of a letter that JavaScript counts as two would show as a question mark.
  const cut = line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}

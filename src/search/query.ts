/** A full page of a journal. What stands behind it is not searched, and the page says so. */
export const maxPasteLetters = 100_000;

/** Above this a text is read as a paste, not as words that somebody chose. */
const maxTypedWords = 12;

/** No word of a message is longer, and the patterns below stay quick. */
const maxWordLetters = 40;

/** How many words at the end of a line are looked for; fewer, if that finds nothing. */
const tries = [12, 6, 3];

/** Words that a line with an error tends to have; the first ones weigh most. */
const alarms = ['fatal', 'panic', 'error', 'failed', 'cannot', 'denied', 'unable', 'invalid', 'no such', 'not '];

/** Whether a text was pasted from a terminal: several lines, or more words than people type. */
export function isPaste(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.includes('\n') || trimmed.split(/\s+/).length > maxTypedWords;
}

/**
 * What to ask the full-text search for, the best first; whoever asks stops at the first that finds something.
 * Typed words are asked for as they are. Of a paste, all of whose words stand on no page, only the literal words of the
 * known message in it (`known`) are, or else the end of the line that looks most like an error.
 * Words of a known message are asked for as a phrase, in quotes: by themselves they are everywhere.
 */
export function fullTextQueries(text: string, known: readonly string[] = []): string[] {
  const literal = known.map((words) => `"${words}"`);
  const typed = isPaste(text) || known.includes(text.trim()) ? [] : [text.trim()];
  const guesses = typed.length + literal.length > 0 ? [] : tries.map((count) => lastWords(likelyLine(text), count));
  return [...new Set([...typed, ...literal, ...guesses])].filter((query) => query !== '');
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

function likelyLine(text: string): string {
  let likely = { line: '', alarm: alarms.length + 1 };
  for (const line of text.split(/[\r\n]+/)) {
    const lower = line.toLowerCase();
    const found = alarms.findIndex((word) => lower.includes(word));
    const alarm = found === -1 ? alarms.length : found;
    // The last of equal lines, because a log ends with what went wrong.
    if (alarm <= likely.alarm && line.trim() !== '') likely = { line, alarm };
  }
  return likely.line;
}

/** Numbers, ids, paths and what is too long for a word are left out: they are the reader's own and stand on no page. */
function lastWords(line: string, count: number): string {
  return line
    .split(/\s+/)
    .filter((word) => word.length <= maxWordLetters && !/[\d/=\\]/.test(word))
    .map((word) => word.replace(/^[^\p{L}-]+/u, '').replace(/[^\p{L}]+$/u, ''))
    .filter((word) => word !== '')
    .slice(-count)
    .join(' ');
}

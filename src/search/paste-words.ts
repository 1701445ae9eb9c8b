/** No word of a message is longer, and the patterns below stay quick. */
const maxWordLetters = 40;

/** Lines of a paste in which words are looked for, and words of each. */
const maxLines = 2;
const maxWords = 10;

/** Words that a line with an error tends to have; the first ones weigh most. */
const alarms = ['fatal', 'panic', 'error', 'failed', 'cannot', 'denied', 'unable', 'invalid', 'no such', 'not '];

/**
 * The lines of a paste that look most like an error, each as runs of words that stand beside each other. Numbers, ids,
 * paths and what is too long for a word part the runs: they are the reader's own and stand on no page.
 */
export function likelyRuns(text: string): string[][] {
  const lines = new Map<string, number>();
  for (const [place, line] of text.split(/[\r\n]+/).entries()) {
    const lower = line.toLowerCase();
    const found = alarms.findIndex((word) => lower.includes(word));
    // The later of equal lines weighs more, because a log ends with what went wrong.
    if (line.trim() !== '') lines.set(line.trim(), (found === -1 ? alarms.length : found) - place / 1e6);
  }
  return [...lines]
    .toSorted(([, a], [, b]) => a - b)
    .slice(0, maxLines)
    .flatMap(([line]) => runsOf(line));
}

function runsOf(line: string): string[][] {
  const runs: string[][] = [[]];
  // The end of a line says what went wrong; its beginning says where and when.
  for (const word of line.split(/\s+/).slice(-2 * maxWords)) {
    const isOwn = word.length > maxWordLetters || /[\d/=\\]/.test(word);
    const bare = word.replace(/^[^\p{L}-]+/u, '').replace(/[^\p{L}]+$/u, '');
    if (!isOwn && bare !== '') runs.at(-1)?.push(bare);
    if (isOwn || /[:;,]$/.test(word)) runs.push([]);
  }
  return runs.filter((run) => run.length > 0).slice(-maxWords);
}

/**
 * Phrases of the paste to ask for, the most telling first: those around its rarest word, longer ones before shorter ones,
 * and at last that word alone. `pagesWith` tells on how many pages a word stands; words on none part the runs too.
 */
export function rarestPhrases(runs: readonly (readonly string[])[], pagesWith: (word: string) => number): string[] {
  const known = runs.flatMap((run) => partedAt(run, (word) => pagesWith(word) === 0));
  const rarest = known
    .flatMap((run) => run.map((word, place) => ({ run, place, pages: pagesWith(word) })))
    .toSorted((a, b) => a.pages - b.pages)[0];
  if (rarest === undefined) return [];
  const { run, place } = rarest;
  const phrases: string[] = [];
  for (let length = Math.min(run.length, 5); length > 0; length--) {
    for (let start = Math.max(0, place - length + 1); start <= Math.min(place, run.length - length); start++) {
      phrases.push(run.slice(start, start + length).join(' '));
    }
  }
  return phrases;
}

function partedAt(run: readonly string[], isGap: (word: string) => boolean): string[][] {
  const parts: string[][] = [[]];
  for (const word of run) {
    if (isGap(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0);
}

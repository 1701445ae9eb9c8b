import { partsOf, sayingNothing, tells } from './query.ts';
import { meantWord } from './spelling.ts';

interface Known {
  /** Words that are on no page. */
  nowhere: readonly string[];
  /** Words that stand on no page as they are, though longer ones may begin like them. */
  broken: readonly string[];
  isThere: (word: string) => Promise<boolean>;
  /** The words of this site in lower case, the most frequent first; asked only where something may be misspelt. */
  loadWords: () => Promise<readonly string[]>;
}

/**
 * What was meant by words that are nowhere: the nearest word of this site, and of a compound its parts; and by two words
 * side by side the one that they are together, if one of them stands nowhere by itself. `words` are those of `text` that
 * are looked for. Nothing is misspelt if the words of this site can't be loaded.
 */
export async function whatWasMeant(
  text: string,
  words: readonly string[],
  { nowhere, broken, isThere, loadWords }: Known,
): Promise<Map<string, string>> {
  const meant = new Map<string, string>();
  // The last word is not complete while somebody types.
  const complete = words.slice(0, -1);
  if (nowhere.length === 0 && !complete.some((word) => broken.includes(word))) return meant;
  const known = await loadWords().catch((): string[] => []);
  for (const [place, word] of complete.entries()) {
    const next = words[place + 1] ?? '';
    const one = (word + next).toLowerCase();
    const isBroken = broken.includes(word) || broken.includes(next);
    if (isBroken && text.includes(`${word} ${next}`) && known.includes(one)) meant.set(`${word} ${next}`, one);
  }
  for (const word of nowhere) {
    const parts = partsOf(word);
    const there = await Promise.all(parts.map(isThere));
    const spelt = parts.flatMap((part, place) =>
      there[place] ? part : (meantWord(part, [...sayingNothing, ...known]) ?? []),
    );
    if (spelt.length > 0) meant.set(word, spelt.join(' '));
  }
  return meant;
}

/** Words as they were meant, without those that tell nothing. */
export function respelt(words: readonly string[], meant: ReadonlyMap<string, string>): string[] {
  const all = [...words];
  for (let place = 1; place < all.length; place += 1) {
    const both = meant.get(`${all[place - 1]} ${all[place]}`);
    if (both !== undefined) all.splice(place - 1, 2, both);
  }
  return all.flatMap((word) => meant.get(word)?.split(' ').filter(tells) ?? word);
}

/** Looks for many words in one text at once, in a time that grows with the text and not with the words (Aho–Corasick). */
export interface WordFinder {
  /** Calls `found` with the word's number and the place behind it, for each place in `text` where a word ends. */
  scan(text: string, found: (word: number, end: number) => void): void;
}

const letters = 36;

/** A finder of `words`, which consist of the letters a to z and digits. */
export function findWords(words: readonly string[]): WordFinder {
  const size = words.reduce((sum, { length }) => sum + length, 1);
  const next = new Int32Array(size * letters);
  const fail = new Int32Array(size);
  const ends: (number[] | undefined)[] = [];
  /** The nearest shorter word that ends where this state does. */
  const shorter = new Int32Array(size);
  let states = 1;
  for (const [number, word] of words.entries()) {
    let state = 0;
    for (let at = 0; at < word.length; at++) {
      const edge = state * letters + symbolAt(word, at);
      next[edge] ||= states++;
      state = next[edge] ?? 0;
    }
    (ends[state] ??= []).push(number);
  }
  const queue = Array.from(next.subarray(0, letters)).filter((state) => state !== 0);
  for (const state of queue) {
    for (let symbol = 0; symbol < letters; symbol++) {
      const edge = state * letters + symbol;
      const target = next[edge] ?? 0;
      const detour = next[(fail[state] ?? 0) * letters + symbol] ?? 0;
      if (target === 0) {
        next[edge] = detour;
        continue;
      }
      fail[target] = detour;
      shorter[target] = ends[detour] === undefined ? (shorter[detour] ?? 0) : detour;
      queue.push(target);
    }
  }
  return {
    scan(text, found) {
      let state = 0;
      for (let at = 0; at < text.length; at++) {
        state = next[state * letters + symbolAt(text, at)] ?? 0;
        for (let hit = ends[state] === undefined ? (shorter[state] ?? 0) : state; hit !== 0; hit = shorter[hit] ?? 0) {
          for (const word of ends[hit] ?? []) found(word, at + 1);
        }
      }
    },
  };
}

/** 0 to 25 for letters, 26 to 35 for digits. */
function symbolAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 97 ? code - 97 : code - 22;
}

import { createPageFinder } from './page-finder.ts';
import type { PagesAnswer, PagesRequest } from './page-finder.ts';

// Whoever begins this worker calls it by the address of the index, so that the index is on its way before the first text.
const find = createPageFinder(self.name, (address) => fetch(address));

/** Looks for pages beside the page, so that ranking never holds up what the reader does. */
addEventListener('message', ({ data: { number, text, wish } }: MessageEvent<PagesRequest>) => {
  const answer = (rest: Omit<PagesAnswer, 'number'>) => postMessage({ number, ...rest } satisfies PagesAnswer);
  find(text, { ...wish, onFirst: (first) => answer({ first }) }).then(
    (found) => answer({ last: { found } }),
    (cause: unknown) => answer({ last: { failure: String(cause) } }),
  );
});

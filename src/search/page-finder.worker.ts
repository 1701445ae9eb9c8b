import type { FoundPages, Wish } from './full-text.ts';
import { createPageFinder } from './page-finder.ts';
import type { PageFinder } from './page-finder.ts';

/** A text to look for; its answers have the same number. Without a text the index is made ready. */
export interface PagesRequest {
  number: number;
  /** Address of the folder with the index, with a slash at its end. */
  bundle: string;
  text: string | undefined;
  wish: Omit<Wish, 'onFirst'>;
}

/** The best page alone, or at last all pages, or why there are none. */
export interface PagesAnswer {
  number: number;
  first?: FoundPages;
  last?: { found: FoundPages | undefined } | { failure: string };
}

let find: PageFinder | undefined;

/** Looks for pages beside the page, so that ranking never holds up what the reader does. */
addEventListener('message', ({ data: { number, bundle, text, wish } }: MessageEvent<PagesRequest>) => {
  const answer = (rest: Omit<PagesAnswer, 'number'>) => postMessage({ number, ...rest } satisfies PagesAnswer);
  find ??= createPageFinder(bundle, (address) => fetch(address));
  find(text, { ...wish, onFirst: (first) => answer({ first }) }).then(
    (found) => answer({ last: { found } }),
    (cause: unknown) => answer({ last: { failure: String(cause) } }),
  );
});

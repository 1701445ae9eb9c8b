import { createPageFinder } from './page-finder.ts';
import type { PageFinder, PagesAnswer, PagesRequest } from './page-finder.ts';

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

import { createFullText } from './full-text.ts';
import type { FoundPages, Pagefind, Wish } from './full-text.ts';

/** Finds pages, best first; without a text only makes the index ready. Rejects if the index can't be read. */
export type PageFinder = (text: string | undefined, wish: Wish) => Promise<FoundPages | undefined>;

/**
 * Looks for pages in the index in the folder `bundle`, an address with a slash at its end, whose JSON `json` fetches. The
 * index is loaded once, when somebody asks; after a failure whoever asks next tries again.
 */
export function createPageFinder(bundle: string, json: (address: string) => Promise<unknown>): PageFinder {
  let fullText: Promise<ReturnType<typeof createFullText>> | undefined;
  let loads = 0;

  async function load(): Promise<ReturnType<typeof createFullText>> {
    // A browser may remember a module that failed to load; another query makes it another module.
    const address = `${bundle}pagefind.js${loads++ === 0 ? '' : `?again=${loads}`}`;
    const [module] = (await Promise.all([
      import(/* @vite-ignore */ address),
      json(`${bundle}pagefind-entry.json`), // asked before Pagefind does, which reports a missing index to the console
    ])) as [{ createInstance(options: object): Pagefind & { init(): Promise<void> } }, unknown];
    // Pagefind's own worker would be 11 kB more for every first search; we have one that ranks as well.
    const pagefind = module.createInstance({ basePath: bundle, noWorker: true });
    await pagefind.init();
    return createFullText(pagefind, async () => (await json(`${bundle}words.json`)) as string[]);
  }

  return async (text, wish) => {
    const current = (fullText ??= load());
    try {
      const search = await current;
      return text === undefined ? undefined : await search(text, wish);
    } catch (cause) {
      if (fullText === current) fullText = undefined; // Parts of it may be missing: the next search loads it anew.
      throw cause;
    }
  };
}

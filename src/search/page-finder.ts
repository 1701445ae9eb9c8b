import { createFullText } from './full-text.ts';
import type { FoundPages, Wish } from './full-text.ts';
import { readJson } from './read-json.ts';
import type { Answer, Get } from './read-json.ts';
import { remembered } from './shelf.ts';
import type { Pagefind } from './shelf.ts';

/** Finds pages, best first; without a text only makes the index ready. Rejects if the index can't be read. */
export type PageFinder = (text: string | undefined, wish: Wish) => Promise<FoundPages | undefined>;

/** A text to look for; its answers have the same number. Without a text the index is made ready. */
export interface PagesRequest {
  number: number;
  text: string | undefined;
  wish: Omit<Wish, 'onFirst'>;
}

/** The best page alone, or at last all pages, or why there are none. */
export interface PagesAnswer {
  number: number;
  first?: FoundPages;
  last?: { found: FoundPages | undefined } | { failure: string };
}

interface PagefindModule {
  createInstance(options: object): Pagefind & { init(): Promise<void> };
}

/** What the first file of an index says. */
interface Entry {
  languages: Record<string, { hash: string; wasm: string }>;
  /** Names of the indexes of older pages, which have their folders in `older`. */
  older?: string[];
}

/** What Pagefind takes in place of `fetch`, if it is there: see `adapted` in `index-pages.node.ts`. */
declare global {
  var fetchForPagefind: Get | undefined;
}

/**
 * Looks for pages in the index in the folder `bundle`, an address with a slash at its end; `get` fetches files. The two
 * small files that name the others are asked for at once, the index itself when somebody asks, and once; after a failure
 * whoever asks next tries again.
 */
export function createPageFinder(bundle: string, get: Get): PageFinder {
  let fullText: Promise<ReturnType<typeof createFullText>> | undefined;
  let loads = 0;
  const asked = new Map<string, Promise<Answer>>();

  /** Asks for a file before Pagefind does, which takes this answer. */
  function ask(address: string): Promise<Answer> {
    const answer = get(address);
    answer.catch(Boolean); // Whoever takes it is told.
    asked.set(address, answer);
    return answer;
  }

  globalThis.fetchForPagefind = async (address) => {
    const isProgram = address.endsWith('.wasm');
    const file = isProgram ? address.replace(/older\/[^/]+\//, '') : address.replace(/\?.*$/, '');
    const answer = asked.get(file) ?? get(address);
    if (isProgram) return (await answer).clone(); // All indexes have the same.
    asked.delete(file);
    return answer;
  };

  /** What the index in this folder consists of. */
  async function readEntry(folder: string): Promise<Entry> {
    const answer = await ask(`${folder}pagefind-entry.json`);
    // Pagefind would report a missing index to the console.
    return (await readJson(answer.clone())) as Entry;
  }

  function askForPages(folder: string, { languages }: Entry): void {
    for (const { hash } of Object.values(languages)) void ask(`${folder}pagefind.${hash}.pf_meta`);
  }

  function begin(): { module: Promise<PagefindModule>; entry: Promise<Entry> } {
    // A browser may remember a module that failed to load; another query makes it another module.
    const address = `${bundle}pagefind.js${loads++ === 0 ? '' : `?again=${loads}`}`;
    const begun = { module: import(/* @vite-ignore */ address) as Promise<PagefindModule>, entry: readEntry(bundle) };
    for (const part of Object.values(begun)) part.catch(Boolean); // Whoever asks for pages is told.
    return begun;
  }

  async function load(begun: ReturnType<typeof begin>): Promise<ReturnType<typeof createFullText>> {
    const entry = await begun.entry;
    askForPages(bundle, entry);
    for (const { wasm } of Object.values(entry.languages)) void ask(`${bundle}wasm.${wasm}.wasm`);
    const module = await begun.module;
    const open = async (basePath: string): Promise<Pagefind> => {
      // Pagefind's own worker would be 11 kB more for every first search; we have one that ranks as well.
      const pagefind = module.createInstance({ basePath, noWorker: true });
      await pagefind.init();
      return pagefind;
    };
    const openOlder = remembered(async (name) => {
      const folder = `${bundle}older/${name}/`;
      askForPages(folder, await readEntry(folder));
      return open(folder);
    });
    return createFullText(
      await open(bundle),
      async () => (await readJson(await get(`${bundle}words.json`))) as string[],
      (entry.older ?? []).map((name) => ({ search: async (...wanted) => (await openOlder(name)).search(...wanted) })),
    );
  }

  let begun: ReturnType<typeof begin> | undefined = begin();
  return async (text, wish) => {
    const current = (fullText ??= load(begun ?? begin()));
    begun = undefined;
    try {
      const search = await current;
      return text === undefined ? undefined : await search(text, wish);
    } catch (cause) {
      if (fullText === current) fullText = undefined; // Parts of it may be missing: the next search loads it anew.
      throw cause;
    }
  };
}

import type { FoundError } from '../errors/error-finder.ts';
import type { MatchAnswer, MatchRequest, PublishedErrors } from '../errors/published.ts';
import type { Scope } from '../errors/scope.ts';
import { href, pathOf } from '../site/urls.ts';
import type { Choice } from './choice.ts';
import { Desk } from './desk.ts';
import type { Colleague } from './desk.ts';
import type { FoundPage, FoundPages, Wish } from './full-text.ts';
import type { Machine } from './machine.ts';
import type { PageFinder, PagesAnswer, PagesRequest } from './page-finder.ts';
import { isPaste } from './query.ts';
import { readJson } from './read-json.ts';
import type { Get } from './read-json.ts';

/** What answers need of a browser. */
export interface Browser {
  get: Get;
  /** How its workers begin; nothing in a browser that has none. */
  workers: { matcher: () => Colleague<MatchAnswer>; finder: () => Colleague<PagesAnswer> } | undefined;
  /** Whether the index can be had: there is a network, or the browser keeps all of it. */
  hasIndex: () => Promise<boolean>;
}

/** Whatever can be read of a machine has one of these names; most texts have none, and load nothing for it. */
const namesMachine =
  /docker|containerd|podman|cri-?o|kube|k[38]s|rke2|overlay|mapper|btrfs|zfs|aufs|vfs|windows|wsl|stargz|version|linux|ubuntu|debian|centos|red ?hat|rhel|rocky|alma|fedora|alpine|suse|sles|flatcar|mac ?os|\.el\d|\.fc\d|\.amzn/i;

/** Words with which people compare two things. */
const comparing = /\b(?:vs|versus|or|compar\w+|differen\w+|better|faster)\b/i;

/**
 * Where answers come from. Errors and pages are looked for beside the page where the browser can do that, so that it never
 * stands still. Whatever could not be loaded rejects, and is asked for again by the next question.
 */
export function createSources({ get, workers, hasIndex }: Browser) {
  const errorDesk = workers && new Desk<Omit<MatchRequest, 'number'>, MatchAnswer>(workers.matcher);
  const pageDesk = workers && new Desk<Omit<PagesRequest, 'number'>, PagesAnswer>(workers.finder);
  // Fetched here, since a worker could ask only when its script is there.
  const catalogue = loadedOnce(async () => {
    const list = (await readJson(await get(href(pathOf.errorMessages)))) as Partial<PublishedErrors>;
    if (list.fields === undefined) throw new Error('What came is no list of errors.'); // but a gateway's word
    return list as PublishedErrors;
  });
  const scopes = loadedOnce(async () => (await readJson(await get(href(pathOf.errorScopes)))) as Record<string, Scope>);

  const matcherHere = loadedOnce(async () => {
    const [{ createErrorFinder }, { fromPublished }] = await Promise.all([
      import('../errors/error-finder.ts'),
      import('../errors/published.ts'),
    ]);
    return createErrorFinder(async () => fromPublished(await catalogue()));
  });
  const finderHere = loadedOnce(async () =>
    (await import('./page-finder.ts')).createPageFinder(href(pathOf.searchIndex), get),
  );

  let isAsked = false;

  async function matches(text: string): Promise<FoundError[]> {
    isAsked ||= text !== '';
    if (errorDesk === undefined) return (await matcherHere())(text);
    errorDesk.prepare();
    const answer = await errorDesk.ask({ text, catalogue: await catalogue() });
    if (answer?.errors === undefined) throw new Error('The list of errors could not be read.');
    return answer.errors;
  }

  const findPages: PageFinder = async (text, { onFirst, ...wish }) => {
    const isThere = await hasIndex();
    if (isThere) pageDesk?.prepare(); // It asks for what is small meanwhile.
    // The known errors first: on a slow line they are the answer that somebody waits for.
    await matches('').catch(() => undefined);
    if (!isThere) throw new Error('There is no network.');
    if (text === undefined && isAsked) return undefined; // Who has a text asks for pages when its errors are shown.
    if (pageDesk === undefined) return (await finderHere())(text, { onFirst, ...wish });
    const answer = await pageDesk.ask({ text, wish }, ({ first, last }) => {
      if (first !== undefined) onFirst?.(first);
      return last !== undefined;
    });
    if (answer?.last === undefined) throw new Error('The search could not be loaded.');
    if ('failure' in answer.last) throw new Error(answer.last.failure);
    return answer.last.found;
  };

  return {
    matches,
    pages: async (text: string, wish: Wish): Promise<FoundPages> => {
      const found = await findPages(text, wish);
      if (found === undefined) throw new Error('The search gave no answer.');
      return found;
    },
    /** What is known of the machine that a text comes from. */
    machine: async (text: string, choice: Choice): Promise<Machine | undefined> => {
      if (choice.added.length === 0 && (choice.driver ?? '') === '' && !namesMachine.test(text)) return undefined;
      const [{ machineOf }, known] = await Promise.all([import('./machine.ts'), scopes()]);
      return machineOf(text, choice, known);
    },
    comparison: async (text: string): Promise<FoundPage | undefined> =>
      comparing.test(text) && !isPaste(text) ? (await import('./compared.ts')).comparisonFor(text) : undefined,
    /** Has all come that a first text needs. */
    prepare: (): void => {
      findPages(undefined, {}).catch(() => undefined); // It is said when somebody searches.
    },
  };
}

/** Loads once, and again after a failure. */
function loadedOnce<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    const current = (loaded ??= load());
    current.catch(() => (loaded = undefined));
    return current;
  };
}

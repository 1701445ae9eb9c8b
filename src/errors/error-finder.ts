import { createMatcher } from './matcher.ts';
import type { ErrorMatch, KnownError } from './matcher.ts';
import { asPrinted } from './paraphrased.ts';
import { squeeze } from './squeeze.ts';

/** What a reader is told of a known error. */
export interface ErrorNote {
  title: string;
  url: string;
  /** The meaning in one sentence. */
  means: string;
  /** What to ask first, where one message has several causes. */
  question?: string | undefined;
}

/** A known error as the published list has it. */
export type ListedError = KnownError & ErrorNote;

/** A known error in a text. */
export interface FoundError extends ErrorMatch {
  known: ErrorNote;
}

/**
 * What finds known errors in a text, causes before consequences, with what to say about each. `load` brings the catalogue
 * when the first text comes; a failure is handed on and forgotten, so that the next text tries it again.
 */
export function createErrorFinder(
  load: () => Promise<readonly ListedError[]>,
): (text: string) => Promise<FoundError[]> {
  let finder: Promise<(text: string) => FoundError[]> | undefined;
  let read = squeeze;
  return async (text) => {
    const current = (finder ??= load().then((catalogue) => finderOf(catalogue, (one) => read(one))));
    current.catch(() => (finder = undefined));
    // Readers of English never need it. Where it does not come, what is in English is found all the same.
    if (/\P{ASCII}/u.test(text)) {
      await import('./translated.ts').then(({ squeezedInEnglish }) => (read = squeezedInEnglish), Boolean);
    }
    return (await current)(text);
  };
}

function finderOf(catalogue: readonly ListedError[], read: typeof squeeze): (text: string) => FoundError[] {
  const match = createMatcher(catalogue, read);
  const notes = new Map(
    catalogue.map(({ id, title, url, means, question }) => [id, { title, url, means, question }] as const),
  );
  return (text) => {
    const printed = asPrinted(text);
    return match(printed, { subjects: true }).flatMap((found) => {
      const known = notes.get(found.error);
      return known === undefined ? [] : [{ ...found, ...(printed !== text && { kind: 'alike' as const }), known }];
    });
  };
}

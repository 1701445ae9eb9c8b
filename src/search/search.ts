import type { FoundError } from '../errors/error-finder.ts';
import { sureWords } from '../errors/parts.ts';
import type { FoundPages, Wish } from './full-text.ts';

/** What was found for one text. A part that could not be loaded is empty, and `failed` says so. */
export interface Answer extends FoundPages {
  /** Causes before consequences; the five best. */
  errors: FoundError[];
  failed: boolean;
}

/** Where answers come from. Both may reject; whoever asks again tries again. */
export interface Sources {
  matches: (text: string) => Promise<FoundError[]>;
  pages: (text: string, wish: Wish) => Promise<FoundPages>;
}

const shownErrors = 5;

const nothing: FoundPages = { pages: [], counts: {}, query: '', nowhere: [], partial: false };

/**
 * What is found for `text`, errors and pages; `kind` asks for pages of one kind only. `onErrors` is called as soon as the
 * known errors are there. Never rejects.
 */
export async function search(
  { matches, pages }: Sources,
  text: string,
  kind: Wish['kind'],
  onErrors: (errors: FoundError[]) => void,
): Promise<Answer> {
  const known = await settled(matches(text));
  const errors = known.ok ? known.value.slice(0, shownErrors) : [];
  onErrors(errors);
  const found = await settled(
    pages(text, {
      kind,
      // The known errors have a list of their own, and must not push the articles out of this one.
      without: errors.length > 0 && kind !== 'error' ? 'error' : undefined,
      known: errors[0] === undefined ? [] : sureWords(errors[0].message),
    }),
  );
  return { ...(found.ok ? found.value : nothing), errors, failed: !(known.ok && found.ok) };
}

async function settled<Value>(promise: Promise<Value>): Promise<{ ok: true; value: Value } | { ok: false }> {
  try {
    return { ok: true, value: await promise };
  } catch {
    return { ok: false }; // Whatever went wrong, the reader can only try again; the page says so.
  }
}

import { createErrorFinder } from './error-finder.ts';
import type { FoundError } from './error-finder.ts';
import { fromPublished } from './published.ts';
import type { PublishedErrors } from './published.ts';

/** A text to look through; the answer has the same number. */
export interface MatchRequest {
  number: number;
  text: string;
  /** The catalogue as it is published, in JSON; the first one is kept. */
  catalogue: string;
}

export interface MatchAnswer {
  number: number;
  errors: FoundError[];
}

let find: ReturnType<typeof createErrorFinder> | undefined;

/** Looks for known errors beside the page, so that a long log never holds up what the reader does. */
addEventListener('message', ({ data: { number, text, catalogue } }: MessageEvent<MatchRequest>) => {
  find ??= createErrorFinder(() => Promise.resolve(fromPublished(JSON.parse(catalogue) as PublishedErrors)));
  void find(text).then((errors) => postMessage({ number, errors } satisfies MatchAnswer));
});

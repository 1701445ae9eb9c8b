import { createErrorFinder } from './error-finder.ts';
import type { FoundError } from './error-finder.ts';
import { fromPublished } from './published.ts';
import type { PublishedErrors } from './published.ts';

/** A text to look through; the answer has the same number. */
export interface MatchRequest {
  number: number;
  text: string;
  /** Address of the catalogue. */
  catalogue: string;
}

/** What was found, or nothing if the catalogue could not be loaded. */
export interface MatchAnswer {
  number: number;
  errors: FoundError[] | undefined;
}

let catalogue = '';
const find = createErrorFinder(async () => {
  const response = await fetch(catalogue);
  if (!response.ok) throw new Error(`The list of errors was answered with ${response.status}.`);
  return fromPublished((await response.json()) as PublishedErrors);
});

/** Looks for known errors beside the page, so that a long log never holds up what the reader does. */
addEventListener('message', ({ data }: MessageEvent<MatchRequest>) => {
  catalogue = data.catalogue;
  const answer = (errors: MatchAnswer['errors']) => postMessage({ number: data.number, errors } satisfies MatchAnswer);
  find(data.text).then(answer, () => answer(undefined));
});

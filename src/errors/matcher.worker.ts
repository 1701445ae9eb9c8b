import { createErrorFinder } from './error-finder.ts';
import { fromPublished } from './published.ts';
import type { MatchAnswer, MatchRequest } from './published.ts';

let find: ReturnType<typeof createErrorFinder> | undefined;

/** Looks for known errors beside the page, so that a long log never holds up what the reader does. */
addEventListener('message', ({ data: { number, text, catalogue } }: MessageEvent<MatchRequest>) => {
  const answer = (errors: MatchAnswer['errors']) => postMessage({ number, errors } satisfies MatchAnswer);
  find ??= createErrorFinder(() => Promise.resolve(catalogue).then(fromPublished));
  find(text).then(answer, () => answer(undefined));
});

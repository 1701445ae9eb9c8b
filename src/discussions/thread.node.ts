import { sanitiseBody } from './sanitise.node.ts';
import type { Discussion } from './schema.ts';
import { toThread, type Thread } from './thread.ts';

/** The thread of a discussion, ready for `Thread.astro`: every body in it is sanitised for its own place. */
export function renderThread(discussion: Discussion): Promise<Thread> {
  return toThread(discussion, (body, { anchor, url, level }) =>
    sanitiseBody(body, { idPrefix: `${anchor}-`, url, headingLevel: level + 1 }),
  );
}

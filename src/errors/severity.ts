import type { KnownError } from './schema.ts';
import * as words from '../site/words.ts';

/** How bad each severity is, in words that fit in a line. */
export const severityWords: Readonly<Record<KnownError['severity'], string>> = {
  'data-loss': words.severityDataLoss,
  down: words.severityDown,
  blocked: words.severityBlocked,
  degraded: words.severityDegraded,
  notice: words.severityNotice,
};

/** Headings of the list of all errors, in its order. */
export const duringWords: Readonly<Record<KnownError['during'], string>> = {
  space: words.duringSpace,
  start: words.duringStart,
  image: words.duringImage,
  run: words.duringRun,
  remove: words.duringRemove,
  disk: words.duringDisk,
};

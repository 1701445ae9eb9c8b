import type { KnownError } from './schema.ts';

/** How bad each severity is, in words that fit in a line. */
export const severityWords: Readonly<Record<KnownError['severity'], string>> = {
  'data-loss': 'Data may be lost',
  down: 'Nothing starts until it is mended',
  blocked: 'One operation fails',
  degraded: 'It works, but worse',
  notice: 'Nothing is wrong yet',
};

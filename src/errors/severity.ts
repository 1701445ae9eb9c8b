import type { KnownError } from './schema.ts';

/** How bad each severity is, in words that fit in a line. */
export const severityWords: Readonly<Record<KnownError['severity'], string>> = {
  'data-loss': 'Data may be lost',
  down: 'Nothing starts until it is mended',
  blocked: 'One operation fails',
  degraded: 'It works, but worse',
  notice: 'Nothing is wrong yet',
};

/** Headings of the list of all errors, in its order. */
export const duringWords: Readonly<Record<KnownError['during'], string>> = {
  space: 'No space left',
  start: 'The engine does not start, or warns when it does',
  image: 'Pulling, building, loading an image',
  run: 'Starting a container, mounting its layers',
  remove: 'Removing a container, a layer or an image',
  disk: 'The disk below fails',
};

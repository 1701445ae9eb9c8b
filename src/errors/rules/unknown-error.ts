import { unknownName } from '../../content-check/unknown-name.ts';

/** Finds links to errors that have no file. */
export const unknownError = unknownName({
  name: 'unknown-error',
  description: 'Every error that is linked has a file in content/errors/.',
  collection: 'errors',
  noun: 'error',
  otherwise: 'Take an id from content/errors/, where each file is named after its id.',
});

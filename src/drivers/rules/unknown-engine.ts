import { unknownName } from '../../content-check/unknown-name.ts';

/** Finds ids of engines that have no file. */
export const unknownEngine = unknownName({
  name: 'unknown-engine',
  description: 'Every engine that is named has a file in content/engines/.',
  collection: 'engines',
  noun: 'engine',
  otherwise: 'Take an id from content/engines/, where each file is named after its id.',
});

import { unknownName } from '../../content-check/unknown-name.ts';

/** Finds fact keys that nobody has defined. */
export const unknownFact = unknownName({
  name: 'unknown-fact',
  description: 'Every fact key that is named is in content/facts.yaml.',
  collection: 'facts',
  noun: 'fact key',
  otherwise: 'Take a key from content/facts.yaml, or add it there.',
});

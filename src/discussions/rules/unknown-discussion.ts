import { unknownName } from '../../content-check/unknown-name.ts';

/** Finds discussions that have no snapshot. */
export const unknownDiscussion = unknownName({
  name: 'unknown-discussion',
  description: 'Every discussion that is named has a snapshot in content/discussions/.',
  collection: 'discussions',
  noun: 'snapshot of discussion',
  otherwise: (number) => `Fetch it with npm run discussions sync ${number}, correct the number, or leave the key out.`,
});

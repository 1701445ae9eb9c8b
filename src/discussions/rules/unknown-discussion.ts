import { unknownName } from '../../content-check/unknown-name.ts';

/** Finds discussions that have no snapshot. */
export const unknownDiscussion = unknownName({
  name: 'unknown-discussion',
  description: 'Every discussion that is named has a snapshot in content/discussions/.',
  collection: 'discussions',
  noun: 'discussion',
  otherwise: 'Fetch it with npm run discussions sync, or leave the key out.',
});

import { unknownName } from '../../content-check/unknown-name.ts';

/** Finds links to articles that have no file. */
export const unknownPost = unknownName({
  name: 'unknown-post',
  description: 'Every article that is linked has a file in content/posts/.',
  collection: 'posts',
  noun: 'article',
  otherwise: 'Take an id from content/posts/, where each file is named after its id.',
});

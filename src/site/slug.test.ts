import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
  ['Azure', 'azure'],
  ['Azure & friends', 'azure-friends'],
  ['  d_type ', 'd-type'],
  ['Überlauf', 'überlauf'],
  ['“No space left”?', 'no-space-left'],
  ['???', ''],
])('the slug of %j is %j', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

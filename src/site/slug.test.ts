import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
  ['Azure', 'azure'],
  ['Azure & friends', 'azure-friends'],
  ['  d_type ', 'd-type'],
  ['Überlauf', 'überlauf'],
  ['“No space left”?', 'no-space-left'],
  ['C++', 'c-plus-plus'],
  ['C++11', 'c-plus-plus-11'],
  ['C#', 'c-sharp'],
  ['GTK+ 3', 'gtk-plus-3'],
  ['A+B #5', 'a-b-5'],
  ['हिन्दी में', 'हिन्दी-में'],
  ['U\u0308berlauf', 'überlauf'],
  ['I ❤️ zfs', 'i-zfs'],
  ['???', ''],
  ['🐳', ''],
])('the slug of %j is %j', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

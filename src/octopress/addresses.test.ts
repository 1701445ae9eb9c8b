import { expect, test } from 'vitest';
import { categoryFolder, oldAddress, withoutIndex } from './addresses.ts';

const post = { slug: 'a-post', year: 2014, month: 7, day: 4, categories: ['Docker', 'Azure'] };

test.each([
  ['/blog/:year/:month/:day/:title/', '/blog/2014/07/04/a-post/'],
  ['date', '/Docker/Azure/2014/07/04/a-post.html'],
  ['pretty', '/Docker/Azure/2014/07/04/a-post/'],
  ['ordinal', '/Docker/Azure/2014/185/a-post.html'],
  ['none', '/Docker/Azure/a-post.html'],
  [':short_year/:i_month/:i_day/:slug:output_ext', '/14/7/4/a-post.html'],
  ['/:category/:title', '/Docker/a-post'],
])('a post under the permalink %s was at %s', (permalink, address) => {
  expect(oldAddress(permalink, post)).toBe(address);
});

test('a post without categories has no gap in its address', () => {
  expect(oldAddress('pretty', { ...post, categories: [] })).toBe('/2014/07/04/a-post/');
});

test('the last day of a leap year is its 366th', () => {
  expect(oldAddress('/:y_day/', { ...post, year: 2012, month: 12, day: 31 })).toBe('/366/');
});

test.each([
  ['C++', 'c-plus-plus'],
  ['C#', 'c-number'],
  ['R & D', 'r-and-d'],
  ['Node.js', 'node-dot-js'],
  ['Straße', 'strasse'],
  ['Café', 'cafe'],
])('the category %s was in the folder %s', (category, folder) => {
  expect(categoryFolder(category)).toBe(folder);
});

test.each([
  ['/a/index.html', '/a/'],
  ['/a/index.htm', '/a/'],
  ['/a/my-index.html', '/a/my-index.html'],
])('%s is the same address as %s', (path, short) => {
  expect(withoutIndex(path)).toBe(short);
});

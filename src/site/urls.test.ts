import { expect, test } from 'vitest';
import { absoluteUrl, href, isElsewhere, pathOf } from './urls.ts';

test('a path is a link under the root base as it stands', () => {
  expect(href('/drivers/', { base: '/' })).toBe('/drivers/');
});

test('a base in front of a path has one slash between them', () => {
  expect(href(pathOf.post('mind-the-storage-driver'), { base: '/docs/' })).toBe('/docs/posts/mind-the-storage-driver/');
});

test('an absolute address has origin, base and path', () => {
  expect(absoluteUrl('/atom.xml', { origin: 'https://example.org', base: '/docs/' })).toBe(
    'https://example.org/docs/atom.xml',
  );
});

test.each([
  ['/', '/index.md', '/cards/index.png'],
  ['/posts/a/', '/posts/a.md', '/cards/posts/a.png'],
])('the page at %s has its Markdown at %s and its picture at %s', (path, markdown, card) => {
  expect([pathOf.markdown(path), pathOf.card(path)]).toEqual([markdown, card]);
});

test.each([
  ['https://example.org/', true],
  ['mailto:a@example.org', true],
  ['//example.org/a', true],
  ['/drivers/', false],
  ['a/b:c', false],
  ['#top', false],
])('whether %s leads out of the site: %s', (address, leads) => {
  expect(isElsewhere(address)).toBe(leads);
});

import { expect, test } from 'vitest';
import { absoluteUrl, href, pathOf } from './urls.ts';

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

import { expect, test } from 'vitest';
import { fileAt, fullWidthOf, versionAt, versionPath, widthsFor } from './picture-versions.ts';

test.each([
  'content/posts/a.png',
  "public/images/it's, 100% (new).jpg",
  'public/Überblick/b.webp',
  'content/docs/a.png.1.2.gif',
])('the address of a version of %s says what it is of', (file) => {
  const version = { file, width: 480, hash: '0123456789', ending: 'avif' };
  const path = versionPath(version);
  expect(path).toMatch(/^\/pictures\/[\w/.%()!*~-]+\.480\.0123456789\.avif$/);
  expect(versionAt(path)).toEqual(version);
});

test.each([
  '/pictures/content/posts/a.png',
  '/pictures/src/a.png.480.0123456789.avif',
  '/pictures/content/../package.json.480.0123456789.avif',
  '/pictures/content/..%2F..%2Fa.png.480.0123456789.avif',
  '/pictures/content/a.md.480.0123456789.avif',
  '/pictures/content/%ff.png.480.0123456789.avif',
  '/a.png',
])('%s is no version', (path) => {
  expect(versionAt(path)).toBeUndefined();
});

test('no version is wider than the picture, and one is as wide as that if it is narrower than the widest', () => {
  expect(widthsFor(300)).toEqual([300]);
  expect(widthsFor(800)).toEqual([480, 720, 800]);
  expect(widthsFor(4000)).toEqual([480, 720, 960, 1320]);
  expect(widthsFor(4000, 96)).toEqual([96, 192]);
  expect(widthsFor(150, 96)).toEqual([96, 150]);
  expect(widthsFor(480)).toEqual([480]);
});

test('the whole picture is no wider than a large screen', () => {
  expect([1000, 9000].map(fullWidthOf)).toEqual([1000, 2560]);
});

test('the address of a picture that could not be read names its file, and nothing outside content/', () => {
  expect(fileAt('/pictures/content/posts/a%20b.png')).toBe('content/posts/a b.png');
  for (const path of [
    '/pictures/public/a.png',
    '/pictures/content/..%2fa.png',
    '/pictures/content/a.md',
    '/pictures/content/%ff.png',
  ])
    expect(fileAt(path), path).toBeUndefined();
});

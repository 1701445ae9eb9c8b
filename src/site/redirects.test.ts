import { expect, test } from 'vitest';
import { unescaped } from './old-path.ts';
import { fileOf, parseRedirects, redirectPage, redirectsFile, usableRedirects } from './redirects.ts';

test.each([
  ['/blog/2014/07/24/a-post/', 'blog/2014/07/24/a-post/index.html'],
  ['/blog/a-post', 'blog/a-post/index.html'],
  ['/2014/a-post.html', '2014/a-post.html'],
  ['/blog/atom.xml', 'blog/atom.xml'],
  ['/about/v1.0-notes/', 'about/v1.0-notes/index.html'],
  ['/caf%C3%A9/', 'café/index.html'],
])('the old address %s is answered by %s', (from, file) => {
  expect(fileOf(from)).toBe(file);
});

test('a page that leads on names its target for machines, search engines and hands, and runs nothing', () => {
  const page = redirectPage('/posts/a/', 'https://new.example/posts/a/', 'en');
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/posts/a/">');
  expect(page).toContain('<link rel="canonical" href="https://new.example/posts/a/">');
  expect(page).toContain('<a href="/posts/a/">https://new.example/posts/a/</a>');
  expect(page).not.toContain('<script');
});

test('nothing in an address becomes markup', () => {
  expect(redirectPage('/a"><b>&', 'https://x/', 'en')).toContain('url=/a&quot;>&lt;b>&amp;"');
});

test('the file for hosts has one line an address, with both sides escaped', () => {
  const lines = redirectsFile(
    [
      { from: '/blog/a b/', to: '/posts/a/' },
      { from: '/blog/categories/überlauf/', to: '/tags/überlauf/' },
    ],
    (path) => `/base${path}`,
  );
  expect(lines).toBe(
    '/base/blog/a%20b/ /base/posts/a/ 301\n/base/blog/categories/%C3%BCberlauf/ /base/tags/%C3%BCberlauf/ 301\n',
  );
});

test('the file for hosts is read as it was written, whatever else stands in it', () => {
  const redirects = [{ from: '/blog/überlauf b/', to: '/tags/x/' }];
  expect(parseRedirects(`# old\n\n${redirectsFile(redirects, String)}`)).toEqual(redirects);
  expect(parseRedirects('/a /b 301!\n')).toEqual([{ from: '/a', to: '/b' }]);
});

test('an address with escapes and the same without are one', () => {
  const redirects = [
    { from: '/caf%C3%A9/', to: '/posts/a/' },
    { from: '/café/', to: '/posts/b/' },
  ];
  expect(usableRedirects(redirects, new Set())).toEqual([{ from: '/café/', to: '/posts/a/' }]);
});

test.each(['/100%/', '/a%2Fb/', '/%E4/'])('%s is no address that a file can have', (address) => {
  expect(unescaped(address)).toBeUndefined();
});

test('the first of two redirects from one place counts, and none takes the place of a page', () => {
  const redirects = [
    { from: '/old/', to: '/posts/a/' },
    { from: '/old', to: '/posts/b/' },
    { from: '/posts/a', to: '/posts/b/' },
  ];
  expect(usableRedirects(redirects, new Set(['/posts/a/']))).toEqual([{ from: '/old/', to: '/posts/a/' }]);
});

import { expect, test } from 'vitest';
import { resolveLink } from './resolve-link.ts';

test.each([
  ['/docs/a/?q=1#b', '/docs/a/', 'b', '?q=1#b'],
  ['../b/', '/posts/b/', undefined, ''],
  ['b/', '/posts/a/b/', undefined, ''],
  ['./', '/posts/a/', undefined, ''],
  ['..', '/posts/', undefined, ''],
  ['../../../../x/', '/x/', undefined, ''],
  ['#a%20b', undefined, 'a b', '#a%20b'],
  ['#100%', undefined, '100%', '#100%'],
  ['?q=1', undefined, undefined, '?q=1'],
])('%j on the page /posts/a/ leads to %j', (url, path, anchor, rest) => {
  expect(resolveLink(url, '/posts/a/')).toEqual({ path, anchor, rest });
});

test.each(['https://example.org/', 'HTTP://example.org/', '//example.org/', 'mailto:a@example.org'])(
  '%j leaves the site',
  (url) => {
    expect(resolveLink(url, '/')).toBeUndefined();
  },
);

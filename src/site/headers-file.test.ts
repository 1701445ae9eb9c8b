import { expect, test } from 'vitest';
import { cachingOf, isPart, typeOf } from './answers.ts';
import { headersFile, headersOf, parseHeaders } from './headers-file.ts';

const file = headersFile({ base: '/docs/', everywhere: [['X-Content-Type-Options', 'nosniff']] });
const rules = parseHeaders(file);

test.each([
  ['/docs/', [['X-Content-Type-Options', 'nosniff']]],
  ['/elsewhere/', []],
  [
    '/docs/_astro/a.js',
    [
      ['X-Content-Type-Options', 'nosniff'],
      ['Cache-Control', 'public, max-age=31536000, immutable'],
    ],
  ],
  [
    '/docs/posts/a.md',
    [
      ['X-Content-Type-Options', 'nosniff'],
      ['Content-Type', 'text/markdown; charset=utf-8'],
    ],
  ],
  [
    '/docs/speculation-rules.json',
    [
      ['X-Content-Type-Options', 'nosniff'],
      ['Content-Type', 'application/speculationrules+json'],
    ],
  ],
])('what the headers file says of %s is found in it again', (path, headers) => {
  expect(headersOf(rules, path)).toEqual(headers);
});

test('no two rules give one header to one address, since hosts would join the two values', () => {
  for (const path of ['', 'atom.xml', 'docs.md', '_astro/a.js', 'pagefind/index/a', 'speculation-rules.json']) {
    const names = headersOf(rules, `/docs/${path}`).map(([name]) => name);
    expect(names, path).toEqual([...new Set(names)]);
  }
});

test('a pattern does not overlap itself', () => {
  expect(headersOf(parseHeaders('/a*a\n  X-A: 1\n'), '/a')).toEqual([]);
});

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['tags/a/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['data/drivers.json', 'application/json'],
  ['speculation-rules.json', 'application/speculationrules+json'],
  ['pagefind/fragment/en_1.pf_fragment', 'application/octet-stream'],
  ['LICENSE', 'application/octet-stream'],
])('the type of %s is %s', (path, type) => {
  expect(typeOf(path)).toBe(type);
});

test('only what has its hash in its name is kept for good', () => {
  expect(cachingOf('pagefind/fragment/en_1.pf_fragment')).toContain('immutable');
  expect(cachingOf('pagefind/pagefind.js')).toBe('public, max-age=60');
});

test.each([
  ['_astro/code-tools.tlLCgO6P.css', true],
  ['pagefind/pagefind.js', true],
  ['speculation-rules.json', true],
  ['_astro/matcher.worker-CMstEOtA.js', false],
  ['_astro/offline-first.CMstEOtA.json', false],
  ['pictures/disk.3f2a.svg', false],
  ['keeper.js', false],
  ['drivers/', false],
])('that %s is only ever a part of pages is %s', (path, expected) => {
  expect(isPart(path)).toBe(expected);
});

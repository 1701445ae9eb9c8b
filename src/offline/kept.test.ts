import { expect, test } from 'vitest';
import { keptPlaces, noticeOf, partsOf, titleOf, withNotice } from './kept.ts';

test('two sites on one host keep their pages apart', () => {
  const [one, two] = [keptPlaces('/'), keptPlaces('/docs/')];
  expect(two.visited.startsWith(one.prefix)).toBe(false);
  expect(two.shelfCache('first', 'a.json').startsWith(two.prefix)).toBe(true);
});

test('the notice says that there is no network, and of which day the page is', () => {
  expect(noticeOf('offline', '26 November 2026')).toBe('You are offline; this page was kept on 26 November 2026.');
  expect(noticeOf('silent', '26 November 2026')).toBe(
    'The network does not answer; this page was kept on 26 November 2026.',
  );
});

test('the notice comes first in what a page says', () => {
  expect(withNotice('<header></header><main id="main" data-a><h1>x</h1></main>', 'Offline', '/o.css')).toBe(
    '<header></header><main id="main" data-a><link rel="stylesheet" href="/o.css"><p class="offline-notice">Offline</p><h1>x</h1></main>',
  );
});

test('a title with signs for money is taken as it stands', () => {
  expect(withNotice('<main>a</main>', "$& $'", '/o.css')).toContain('<p class="offline-notice">$& $\'</p>');
});

test('the parts of a page are its scripts, styles, fonts and pictures, each once', () => {
  const html = `<link rel="preload" href="/docs/_astro/t.woff2"><style>@font-face{src:url(/docs/_astro/t.woff2)}</style>
    <img src="/docs/map.svg" srcset="/docs/pictures/a.avif 1x, /docs/pictures/b.avif 2x"><a href="/docs/errors/">e</a>
    <script type="module" src="/docs/_astro/p.js"></script>`;
  expect(partsOf(html, ['/docs/_astro/', '/docs/pictures/']).toSorted()).toEqual([
    '/docs/_astro/p.js',
    '/docs/_astro/t.woff2',
    '/docs/map.svg',
    '/docs/pictures/a.avif',
    '/docs/pictures/b.avif',
  ]);
});

test('a title is the text that a reader sees', () => {
  expect(titleOf('<title>R &amp; D: &quot;a&quot; &lt; b – Site</title>')).toBe('R & D: "a" < b – Site');
  expect(titleOf('<p>none</p>')).toBe('');
});

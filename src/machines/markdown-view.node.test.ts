import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parsePage } from '../site/built-pages.node.ts';
import { machineView, markdownFile, wholeText } from './markdown-view.node.ts';

const head =
  '<link rel="canonical" href="https://example.org/posts/a/"><meta name="description" content="What: it &quot;is&quot;.">' +
  '<meta property="og:title" content="A &amp; B"><script type="application/ld+json">{"dateModified":"2026-11-24"}</script>';

test('the view of a page says in front matter whose words these are and when they changed', () => {
  const view = machineView(
    parsePage(`<head>${head}</head><body><nav>Site</nav><main><h1>A &amp; B</h1><p>Words.</p></main></body>`),
  );
  const [, front = '', body] = view?.markdown.split(/^---\n/m) ?? [];
  expect(parse(front)).toEqual({
    title: 'A & B',
    url: 'https://example.org/posts/a/',
    description: 'What: it "is".',
    updated: '2026-11-24',
  });
  expect(body).toBe('\n# A & B\n\nWords.\n');
});

test.each([
  ['has no address of its own', '<main><h1>Nothing here</h1></main>'],
  ['only leads on', `${head}<meta name="robots" content="noindex"><main>Moved</main>`],
])('a page that %s has no view', (_, html) => {
  expect(machineView(parsePage(html))).toBeUndefined();
});

test.each([
  ['index.html', 'index.md'],
  ['posts/index.html', 'posts.md'],
  ['posts/a/index.html', 'posts/a.md'],
])('the Markdown of %s is %s', (page, file) => {
  expect(markdownFile(page)).toBe(file);
});

test('the whole text has what the list leads to, in its order, and nothing for data', () => {
  const list =
    '# Site\n\n> About.\n\n## Articles\n\n- [B \\[2\\]](https://x/b.md): second\n- [A](https://x/a.md): first\n- [C](https://x/c.json): data\n';
  const texts: Record<string, string> = { 'https://x/a.md': 'AAA\n', 'https://x/b.md': 'BBB\n' };
  expect([...wholeText(list, (url) => texts[url])].join('')).toBe('# Site\n\n> About.\n\nBBB\n\nAAA\n');
});

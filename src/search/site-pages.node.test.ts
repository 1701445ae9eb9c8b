import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { builtPages, linkedPages } from './site-pages.node.ts';

test('built pages have the address that readers see, and what was read of them', async () => {
  const root = await mkdtemp(join(tmpdir(), 'pages-'));
  try {
    const search = { digest: 'x', year: '', words: '', heading: '', remarks: [] };
    const files = ['404.html', 'index.html', 'myindex.html', 'posts/x/index.html'];
    for (const file of files) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), file);
    }
    const pages = files.map((file): [string, { search: typeof search }] => [file, { search }]);
    expect(builtPages(root, pages)).toEqual([
      { url: '/404.html', html: '404.html', read: search },
      { url: '/', html: 'index.html', read: search },
      { url: '/myindex.html', html: 'myindex.html', read: search },
      { url: '/posts/x/', html: 'posts/x/index.html', read: search },
    ]);
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a running site is read once a page, under its base only', async () => {
  const site: Record<string, string> = {
    '/docs/': '<a href="/docs/a/#x">a</a><a href="b/?q=1">b</a><a href="/docs/">home</a>',
    '/docs/a/': '<a href="https://example.org/docs/c/">c</a><a href="../gone/">gone</a><a href="/other/">other</a>',
    '/docs/b/': '<a href="/docs/atom.xml">feed</a><a href="http://[">broken</a><a name="x">no link</a>',
  };
  const asked: string[] = [];
  const pages = await Array.fromAsync(
    linkedPages('/docs/', (path) => {
      asked.push(path);
      return Promise.resolve(site[path]);
    }),
  );
  expect(pages.map(({ url }) => url)).toEqual(['/', '/a/', '/b/']);
  expect(asked).toEqual(['/docs/', '/docs/a/', '/docs/b/', '/docs/gone/']);
});

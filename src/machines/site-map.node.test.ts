import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endBuild } from '../site/build-end.node.ts';
import { absoluteUrl } from '../site/urls.ts';
import { siteMap } from './site-map.node.ts';

/** The files of a map of pages with these paths and days of change, as a function of their names. */
async function mapOf(pages: readonly (readonly [path: string, changed?: string])[]) {
  const built = await mkdtemp(join(tmpdir(), 'map-'));
  const view = ([path, changed]: readonly [string, string?]) => ({
    ...{ url: absoluteUrl(path), title: '', card: undefined, markdown: '' },
    changed,
  });
  await endBuild([siteMap(new Map(pages.map((page) => [page[0], { view: view(page) }])))], built);
  return async (name: string) => {
    const text = await readFile(join(built, name), 'utf8');
    return Array.from(text.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+))?/g), ([, url, day]) => [url, day]);
  };
}

test('a map has the addresses in the order of people, with the days on which pages say that they changed', async () => {
  const file = await mapOf([['/posts/10/', '2026-03-01'], ['/posts/9/', '2026-02-01T10:00:00Z'], ['/errors/']]);
  expect(await file('sitemap-0.xml')).toEqual([
    [absoluteUrl('/errors/'), undefined],
    [absoluteUrl('/posts/9/'), '2026-02-01T10:00:00.000Z'],
    [absoluteUrl('/posts/10/'), '2026-03-01T00:00:00.000Z'],
  ]);
  expect(await file('sitemap-index.xml')).toEqual([[absoluteUrl('/sitemap-0.xml'), '2026-03-01T00:00:00.000Z']]);
});

test('an article that is not out yet is on no map', async () => {
  const file = await mapOf([[`/preview/${'0a'.repeat(20)}/`], ['/posts/']]);
  expect(await file('sitemap-0.xml')).toEqual([[absoluteUrl('/posts/'), undefined]]);
});

test('past fifty thousand addresses there is a second map', async () => {
  const file = await mapOf(Array.from({ length: 50_001 }, (_, number) => [`/posts/${number}/`] as const));
  expect(await file('sitemap-0.xml')).toHaveLength(50_000);
  expect(await file('sitemap-1.xml')).toEqual([[absoluteUrl('/posts/50000/'), undefined]]);
  expect(await file('sitemap-index.xml')).toHaveLength(2);
});

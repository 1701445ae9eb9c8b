import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { BuiltSite, attribute, elementsOf, textOf } from '../built-site.ts';

const site = new BuiltSite();
const pages = site.pages().filter(({ html }) => html.includes('<link rel="canonical"'));

/** What a page says in `<meta>`, by name. */
function metas(html: string): Map<string, string> {
  return new Map(
    elementsOf(html, ({ tagName }) => tagName === 'meta').map((meta) => [
      attribute(meta, 'property') ?? attribute(meta, 'name') ?? '',
      attribute(meta, 'content') ?? '',
    ]),
  );
}

interface Thing {
  '@type': string;
  [key: string]: unknown;
}

/** The things of schema.org that a page describes. */
function things(html: string): Thing[] {
  return elementsOf(html, (element) => attribute(element, 'type') === 'application/ld+json').flatMap(
    (script) => (JSON.parse(textOf(script)) as { '@graph': Thing[] })['@graph'],
  );
}

describe.each(pages)('$path', ({ path, html }) => {
  test('has a picture with its size and words, which is there', async () => {
    const found = metas(html);
    const file = new URL(found.get('og:image') ?? '').pathname.slice(1);
    const { width, height } = await sharp(readFileSync(join(site.folder, file))).metadata();
    expect([String(width), String(height)]).toEqual([found.get('og:image:width'), found.get('og:image:height')]);
    expect(found.get('og:image:alt')).toBe(found.get('og:title'));
    expect(new URL(found.get('og:url') ?? '').pathname).toBe(path);
  });

  test('has its list above it in the way for search engines', () => {
    const way = things(html).find((thing) => thing['@type'] === 'BreadcrumbList');
    const above = /^\/(?:posts|docs|errors|drivers)\/(?=.)/.exec(path)?.[0];
    if (way === undefined) expect(things(html).length === 0 || above === undefined).toBe(true);
    else expect(JSON.stringify(way)).toContain(`"item":"${new URL(site.sitemap()[0] ?? '').origin}${String(above)}"`);
  });
});

test('articles and guides are such to search engines, each with the days that readers see', () => {
  const [article] = things(site.text('posts/mind-the-storage-driver/index.html'));
  expect(article).toMatchObject({ '@type': 'BlogPosting', headline: 'Mind the storage driver' });
  expect(String(article?.['datePublished'])).toMatch(/^2014-07-24T/);
  const html = site.text('docs/find-your-storage-driver/index.html');
  const [guide] = things(html);
  expect(guide?.['@type']).toBe('TechArticle');
  const [time] = elementsOf(html, ({ tagName }) => tagName === 'time');
  expect(guide?.['dateModified']).toBe(time && attribute(time, 'dateTime'));
});

test('the sitemap has the days of the pages, and none where nobody can say one', () => {
  const xml = site.text('sitemap-0.xml');
  const days = new Map(
    [...xml.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(([, url, day]) => [
      new URL(String(url)).pathname,
      day,
    ]),
  );
  for (const { path, html } of pages) {
    const changed = things(html).flatMap(({ dateModified }) =>
      typeof dateModified === 'string' ? dateModified : [],
    )[0];
    const expected = changed === undefined ? undefined : new Date(changed).toISOString();
    expect(days.get(path), path).toBe(expected);
  }
  expect(days.get('/posts/mind-the-storage-driver/')).toBeDefined();
  expect([...days.values()].filter((day) => day !== undefined && new Date(day) > new Date())).toEqual([]);
});

test('a device finds all icons of the application, in the size that is said', async () => {
  const manifest = JSON.parse(site.text('site.webmanifest')) as {
    name: string;
    start_url: string;
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect(manifest.name).not.toBe('');
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  for (const { src, sizes } of manifest.icons) {
    const { width, height } = await sharp(readFileSync(join(site.folder, src))).metadata();
    if (sizes !== 'any') expect(sizes).toBe(`${width}x${height}`);
  }
  for (const { html } of pages) expect(html).toContain('<link rel="manifest" href="/site.webmanifest">');
});

test('a browser finds how to search the site, on every page', () => {
  const template = /template="([^"]+searchTerms[^"]+)"/.exec(site.text('opensearch.xml'))?.[1] ?? '';
  expect(site.sitemap()).toContain(template.replace(/#.*/, ''));
  for (const { html } of pages) {
    expect(html).toMatch(
      /<link rel="search" type="application\/opensearchdescription\+xml" title="[^"]+" href="\/opensearch.xml">/,
    );
  }
});

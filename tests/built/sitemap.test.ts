import { expect, test } from 'vitest';
import { BuiltSite } from '../built-site.ts';

const site = new BuiltSite();

test('the sitemap has every page but the one for wrong addresses, each once', () => {
  const pages = site.pages().map(({ path }) => path);
  expect(pages).toContain('/404.html');
  expect(site.sitemapPaths().toSorted()).toEqual(pages.filter((path) => path !== '/404.html').toSorted());
});

test('all its addresses are absolute and of one origin', () => {
  const origins = new Set(site.sitemap().map((url) => new URL(url).origin));
  expect([...origins]).toEqual([expect.stringMatching(/^https:\/\//)]);
});

test('robots find the sitemap by the address that it has', () => {
  const [home = ''] = site.sitemap();
  expect(site.text('robots.txt')).toContain(`Sitemap: ${new URL('/sitemap-index.xml', home).href}\n`);
});

test('a page names its own address as the canonical one, and the page for wrong addresses names none', () => {
  const [home = ''] = site.sitemap();
  for (const { path, html } of site.pages()) {
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    expect(canonical, path).toBe(path === '/404.html' ? undefined : new URL(path, home).href);
  }
});

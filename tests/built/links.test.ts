import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BuiltSite, attribute, elementsOf, textOf } from '../built-site.ts';
import { brokenLinks } from '../../src/release/broken-links.node.ts';

const site = new BuiltSite();

test('every link, fragment, picture and file of the site is there', () => {
  const [home = ''] = site.sitemap();
  expect(brokenLinks(site.folder, new URL(home).origin)).toEqual([]);
});

/** Headings below the title that hold no link: a reader can't send their address to anybody, and no key reaches it. */
function unlinkedHeadings(html: string): string[] {
  return elementsOf(html, ({ tagName }) => /^h[2-6]$/.test(tagName))
    .filter((heading) => elementsOf(heading, (element) => attribute(element, 'href') !== undefined).length === 0)
    .map(textOf);
}

test('every heading leads to itself, or to the page that it names', () => {
  const missing = site.pages().flatMap(({ file, html }) => unlinkedHeadings(html).map((words) => `${file}: ${words}`));
  expect(missing).toEqual([]);
  expect(unlinkedHeadings('<h1>Title</h1><h2 id="a"><a href="#a">A</a></h2><h3 id="b">B</h3>')).toEqual(['B']);
});

test('a message that several errors have leads to each of them by a link of its own name', () => {
  const links = elementsOf(site.text('search/index.html'), ({ tagName }) => tagName === 'li')
    .flatMap((item) => elementsOf(item, ({ tagName }) => tagName === 'a'))
    .map((link) => ({ name: textOf(link).trim(), to: attribute(link, 'href') }));
  const ways = Map.groupBy(links, ({ name }) => name);
  expect(links.filter(({ name }) => name.startsWith('disk quota exceeded')).length).toBeGreaterThan(1);
  expect([...ways].filter(([, to]) => to.length > 1).map(([name]) => name)).toEqual([]);
});

test('a link to a page, a fragment or a picture that is not there is found with its place', () => {
  const root = mkdtempSync(join(tmpdir(), 'links-'));
  try {
    mkdirSync(join(root, 'there'));
    writeFileSync(join(root, 'there/index.html'), '<!doctype html><title>There</title><p id="yes">There</p>');
    writeFileSync(
      join(root, 'index.html'),
      [
        '<!doctype html><title>Bad</title>',
        '<a href="/there/#yes">good</a> <a href="https://elsewhere.example/">not ours</a>',
        '<a href="/there/#no">bad</a>',
        '<a href="/gone/">bad</a>',
        '<a href="https://ours.example/gone-too/">bad</a>',
        '<img src="/gone.png" alt="bad">',
      ].join('\n'),
    );
    const places = brokenLinks(root, 'https://ours.example').map((place) => /index\.html:(\d+):/.exec(place)?.[1]);
    expect(places.toSorted()).toEqual(['3', '4', '5', '6']);
  } finally {
    rmSync(root, { recursive: true });
  }
});

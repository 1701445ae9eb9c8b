import type { Element } from 'hast';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { BuiltSite, attribute, elementsOf, hasClass, textOf } from '../built-site.ts';

const site = new BuiltSite();
const origin = new URL(site.sitemap()[0] ?? '').origin;
const feed = parseAtomFeed(site.text('atom.xml'));
const entries = feed.entries ?? [];
// An old list of articles may have been at /posts/2/, which only leads on.
const articles = site
  .pages()
  .filter(({ path, html }) => /^\/posts\/.+/.test(path) && !html.includes('http-equiv="refresh"'));

/** What only the page needs: controls, and what is said to nobody but screen readers. */
function isForThePageOnly(element: Element): boolean {
  return (
    // What a drawing says stands beside it in words.
    ['script', 'style', 'button', 'label', 'input', 'svg'].includes(element.tagName) ||
    attribute(element, 'role') === 'status'
  );
}

/** Elements that may begin or end in the middle of a word. */
const withinWords = new Set('b code del em i mark s small span strong sub sup var'.split(' '));

/** The words of an element, without what only a page needs. */
function words(of: Element | string): string[] {
  const text: string[] = [];
  const collect = (node: { type: string; value?: string; children?: unknown[] }): void => {
    if (node.type === 'text') text.push(node.value ?? '');
    if (node.type === 'element' && isForThePageOnly(node as Element)) return;
    for (const child of node.children ?? []) collect(child as Parameters<typeof collect>[0]);
    if (node.type === 'element' && !withinWords.has((node as Element).tagName)) text.push(' ');
  };
  for (const element of typeof of === 'string' ? elementsOf(of, ({ tagName }) => tagName === 'body') : [of])
    collect(element);
  return text
    .join('')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** What a feed must not hold, with the entry that holds it. */
function faults(html: string, url: string): string[] {
  return elementsOf(html, ({ tagName }) => !['html', 'head', 'body'].includes(tagName)).flatMap((element) => {
    const found: string[] = [];
    if (/^(?:script|style|link|iframe|form|input|button)$/.test(element.tagName)) found.push(`<${element.tagName}>`);
    if (element.tagName.includes('-')) found.push(`the element <${element.tagName}>, which no reader knows`);
    for (const name of Object.keys(element.properties)) {
      if (/^(?:style|className|on|data|aria|tabIndex)/.test(name)) found.push(`the attribute ${name}`);
    }
    for (const name of ['href', 'src']) {
      const address = attribute(element, name);
      if (address !== undefined && !/^(?:https?|mailto):/.test(address))
        found.push(`${name}="${address}", which is not absolute`);
    }
    return found.map((fault) => `${url}: ${fault}`);
  });
}

test('the feed says what it is, where it is, and when it last changed', () => {
  expect(feed).toMatchObject({
    id: `${origin}/`,
    links: expect.arrayContaining([expect.objectContaining({ rel: 'self', href: `${origin}/atom.xml` })]),
  });
  expect(feed.title?.value).not.toBe('');
  expect(feed.authors?.[0]?.name).toBeTruthy();
  const latest = entries
    .map(({ updated }) => String(updated))
    .toSorted()
    .at(-1);
  expect(String(feed.updated)).toBe(latest);
});

test('the feed has every article of the site and nothing else, newest first', () => {
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.map(({ id }) => id).toSorted()).toEqual(articles.map(({ path }) => origin + path).toSorted());
  const days = entries.map(({ published }) => String(published));
  expect(days).toEqual(days.toSorted().toReversed());
});

describe.each(articles)('the entry of $path', ({ path, html }) => {
  const entry = entries.find(({ id }) => id === origin + path);
  const content = entry?.content?.value ?? '';

  test('has the words of the article, all of them', () => {
    const [prose] = elementsOf(html, (element) => hasClass(element, 'prose'));
    if (prose === undefined) throw new Error(`${path} has no prose.`);
    expect(words(prose).length).toBeGreaterThan(50);
    expect(words(content)).toEqual(words(prose));
  });

  test('has the days of the page', () => {
    const headers = elementsOf(html, ({ tagName }) => tagName === 'header');
    const [published, second] = headers
      .flatMap((header) => elementsOf(header, ({ tagName }) => tagName === 'time'))
      .map((time) => attribute(time, 'dateTime'));
    const isUpdated = headers.some((header) => textOf(header).includes('updated'));
    expect(String(entry?.published).slice(0, 10)).toBe(published);
    expect(String(entry?.updated).slice(0, 10)).toBe(isUpdated ? second : published);
    expect(new Date(String(entry?.published)).getTime()).toBeLessThanOrEqual(Date.now());
  });

  test('has the title and the address of the page', () => {
    const [title] = elementsOf(html, ({ tagName }) => tagName === 'h1');
    expect(entry?.title?.value).toBe(title && textOf(title));
    expect(entry?.links?.map(({ href }) => href)).toEqual([origin + path]);
  });

  test('has absolute addresses only, and nothing that needs our script or style', () => {
    expect(faults(content, path)).toEqual([]);
  });
});

test('RSS and JSON have the same entries with the same texts', () => {
  const rss = parseRssFeed(site.text('rss.xml'));
  const json = parseJsonFeed(site.text('feed.json'));
  const expected = entries.map(({ id, title, content }) => [id, title?.value, content?.value]);
  expect(rss.items?.map(({ guid, title, content }) => [guid?.value, title, content?.encoded])).toEqual(expected);
  expect(json.items?.map(({ id, title, content_html }) => [id, title, content_html])).toEqual(expected);
});

test('home and the list of articles lead programs to every form of the feed', () => {
  for (const file of ['index.html', 'posts/index.html']) {
    const links = elementsOf(site.text(file), ({ tagName }) => tagName === 'link');
    const feeds = links.filter((link) => /^application\/(?:atom|rss|feed)\+/.test(attribute(link, 'type') ?? ''));
    expect(feeds.map((link) => attribute(link, 'href')).toSorted()).toEqual(['/atom.xml', '/feed.json', '/rss.xml']);
  }
});

const tags = site.pages().filter(({ path }) => /^\/tags\/[^/]+\/$/.test(path));

test.each(tags)('the feed of $path has its articles in full', ({ path, html }) => {
  const ofTag = parseAtomFeed(site.text(`${path.slice(1)}atom.xml`));
  const listed = elementsOf(html, ({ tagName }) => tagName === 'a')
    .map((link) => attribute(link, 'href') ?? '')
    .filter((address) => articles.some((article) => article.path === address));
  expect(ofTag.entries?.map(({ id }) => id)).toEqual([...new Set(listed)].map((address) => origin + address));
  expect(ofTag.entries?.map(({ content }) => content)).toEqual(
    entries.filter(({ id }) => listed.includes(String(id).slice(origin.length))).map(({ content }) => content),
  );
  expect(html).toContain(`type="application/atom+xml" title="${String(ofTag.title?.value).split(' – ')[0] ?? ''}"`);
});

test('a script, a class, a control and a relative address are found in an entry', () => {
  const bad = '<p class="warn">a</p><a href="/b/">b</a><script>c()</script><img src="d.png" alt=""><x-y>e</x-y>';
  expect(faults(bad, 'bad')).toHaveLength(5);
});

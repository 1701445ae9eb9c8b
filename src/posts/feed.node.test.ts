import { parseFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { atomFeed, jsonFeed, rssFeed } from './feed.node.ts';
import type { FeedEntry } from './feed.node.ts';

const head = {
  title: 'Mind & driver',
  subtitle: 'Layers',
  language: 'en',
  author: { name: 'A <B>', url: 'https://example.org/a' },
  home: 'https://example.org/',
  self: 'https://example.org/atom.xml',
};
const entry: FeedEntry = {
  title: 'Mind the "driver"',
  url: 'https://example.org/posts/mind/',
  published: new Date('2014-07-24T12:30:43Z'),
  updated: new Date('2026-11-24T00:00:00Z'),
  tags: ['Azure', 'R&D'],
  summary: undefined,
  html: '<pre>a &lt; b &amp;&amp; c</pre>',
};

test('a feed reader finds every field as it was written', () => {
  const { format, feed } = parseFeed(atomFeed(head, [entry]));
  expect(format).toBe('atom');
  expect(feed).toMatchObject({
    title: { value: 'Mind & driver' },
    xml: { lang: 'en' },
    id: 'https://example.org/',
    updated: '2026-11-24T00:00:00.000Z',
    authors: [{ name: 'A <B>', uri: 'https://example.org/a' }],
    entries: [
      {
        title: { value: 'Mind the "driver"' },
        id: 'https://example.org/posts/mind/',
        published: '2014-07-24T12:30:43.000Z',
        categories: [{ term: 'Azure' }, { term: 'R&D' }],
        content: { value: '<pre>a &lt; b &amp;&amp; c</pre>', type: 'html' },
      },
    ],
  });
});

test('the title of an entry about a page elsewhere leads there, and the entry is still known by its own address', () => {
  const { feed } = parseFeed(atomFeed(head, [{ ...entry, about: 'https://other.example/page' }]));
  expect(feed).toMatchObject({
    entries: [
      {
        id: entry.url,
        links: [
          { href: 'https://other.example/page', rel: 'alternate' },
          { href: entry.url, rel: 'related' },
        ],
      },
    ],
  });
});

test('a feed without entries is still a feed', () => {
  expect(parseFeed(atomFeed(head, [])).feed).toMatchObject({ title: { value: 'Mind & driver' } });
});

test('control characters and lone surrogates, which no XML may hold, are dropped', () => {
  const xml = atomFeed(head, [{ ...entry, title: 'a\u001b[31mb\ud800c' }]);
  expect(parseFeed(xml).feed).toMatchObject({ entries: [{ title: { value: 'a[31mbc' } }] });
});

test('RSS says the same, with the full text and the address as lasting name', () => {
  const { format, feed } = parseFeed(rssFeed(head, [entry]));
  expect(format).toBe('rss');
  expect(feed).toMatchObject({
    title: 'Mind & driver',
    link: 'https://example.org/',
    language: 'en',
    atom: { links: [{ href: 'https://example.org/atom.xml', rel: 'self' }] },
    items: [
      {
        title: 'Mind the "driver"',
        link: entry.url,
        guid: { value: entry.url, isPermaLink: true },
        categories: [{ name: 'Azure' }, { name: 'R&D' }],
        dc: { creators: ['A <B>'] },
        content: { encoded: '<pre>a &lt; b &amp;&amp; c</pre>' },
      },
    ],
  });
});

test('the JSON feed says the same in version 1.1', () => {
  const json: unknown = JSON.parse(jsonFeed(head, [{ ...entry, summary: 'Short.', about: 'https://other.example/' }]));
  expect(json).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Mind & driver',
    home_page_url: head.home,
    feed_url: head.self,
    description: 'Layers',
    language: 'en',
    authors: [head.author],
    items: [
      {
        id: entry.url,
        url: entry.url,
        external_url: 'https://other.example/',
        title: entry.title,
        content_html: entry.html,
        summary: 'Short.',
        date_published: '2014-07-24T12:30:43.000Z',
        date_modified: '2026-11-24T00:00:00.000Z',
        tags: ['Azure', 'R&D'],
      },
    ],
  });
});

test('an entry whose address has changed is known by its first one everywhere, which RSS does not call an address', () => {
  const moved = { ...entry, id: 'https://example.org/posts/old/' };
  expect(parseFeed(atomFeed(head, [moved])).feed).toMatchObject({ entries: [{ id: moved.id }] });
  expect(parseFeed(rssFeed(head, [moved])).feed).toMatchObject({
    items: [{ guid: { value: moved.id, isPermaLink: false } }],
  });
  expect(JSON.parse(jsonFeed(head, [moved]))).toMatchObject({ items: [{ id: moved.id, url: entry.url }] });
});

test('an entry by somebody else names its own author everywhere', () => {
  const guest = { ...entry, author: { name: 'A guest' } };
  expect(parseFeed(atomFeed(head, [guest])).feed).toMatchObject({ entries: [{ authors: [{ name: 'A guest' }] }] });
  expect(JSON.parse(jsonFeed(head, [guest]))).toMatchObject({ items: [{ authors: [{ name: 'A guest' }] }] });
  expect(rssFeed(head, [guest])).toContain('<dc:creator>A guest</dc:creator>');
});

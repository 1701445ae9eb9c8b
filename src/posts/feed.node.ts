import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';

/** An entry of a feed. */
export interface FeedEntry {
  title: string;
  /** Address of the article, or of a comment's place under it. */
  url: string;
  /** Page elsewhere that the entry is about: the title leads there, and `url` to what is said of it. */
  about?: string;
  /** What the entry stays when its address changes. Left out, the address, which changes only if the site moves. */
  id?: string;
  /** Who wrote it, if not the author of the feed. */
  author?: { name: string; url?: string };
  published: Date;
  updated: Date;
  tags: readonly string[];
  /** Text for lists. */
  summary: string | undefined;
  /** The whole text, with absolute addresses only. */
  html: string;
}

/** What a feed says of itself. */
export interface FeedHead {
  title: string;
  subtitle: string;
  language: string;
  author: { name: string; url: string };
  /** Address of the page whose feed it is: the site's home page, or an article. */
  home: string;
  /** Address of the feed itself. */
  self: string;
  /** When the feed was last changed if it has no entry. */
  since?: Date;
}

/** An Atom feed (RFC 4287) with the full text of its entries, in their order. */
export function atomFeed(
  { title, subtitle, language, author, home, self, since }: FeedHead,
  entries: readonly FeedEntry[],
): string {
  const xml = generateAtomFeed({
    id: home,
    title: { value: title },
    subtitle: { value: subtitle },
    updated: lastChange(entries, since),
    xml: { lang: language },
    authors: [{ name: author.name, uri: author.url }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((entry) => ({
      id: entry.id ?? entry.url,
      title: { value: entry.title },
      links:
        entry.about === undefined
          ? [{ href: entry.url, rel: 'alternate', type: 'text/html' }]
          : [
              { href: entry.about, rel: 'alternate' },
              { href: entry.url, rel: 'related', type: 'text/html' },
            ],
      published: entry.published,
      updated: entry.updated,
      ...(entry.author !== undefined && { authors: [authorOf(entry.author)] }),
      categories: entry.tags.map((term) => ({ term })),
      ...(entry.summary !== undefined && { summary: { value: entry.summary } }),
      content: { type: 'html', value: entry.html },
    })),
  });
  return xml.replace(forbidden, '');
}

/** The same as RSS 2.0, for readers that know nothing newer. Its `guid` is the address, unless that has changed. */
export function rssFeed(
  { title, subtitle, language, author, home, self, since }: FeedHead,
  entries: readonly FeedEntry[],
): string {
  const xml = generateRssFeed({
    title,
    link: home,
    description: subtitle,
    language,
    lastBuildDate: lastChange(entries, since),
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map(({ id, url, about = url, published, tags, summary, html, ...entry }) => ({
      title: entry.title,
      link: about,
      guid: { value: id ?? url, isPermaLink: id === undefined },
      pubDate: published,
      dc: { creators: [entry.author?.name ?? author.name] },
      categories: tags.map((name) => ({ name })),
      // A reader that finds the whole text takes it; the others show this.
      description: summary ?? entry.title,
      content: { encoded: html },
    })),
  });
  return xml.replace(forbidden, '');
}

/** The same as JSON Feed 1.1. */
export function jsonFeed(
  { title, subtitle, language, author, home, self }: FeedHead,
  entries: readonly FeedEntry[],
): string {
  const feed = generateJsonFeed({
    title,
    description: subtitle,
    home_page_url: home,
    feed_url: self,
    language,
    authors: [author],
    items: entries.map((entry) => ({
      id: entry.id ?? entry.url,
      url: entry.url,
      ...(entry.about !== undefined && { external_url: entry.about }),
      title: entry.title,
      date_published: entry.published,
      date_modified: entry.updated,
      tags: [...entry.tags],
      ...(entry.author !== undefined && { authors: [entry.author] }),
      ...(entry.summary !== undefined && { summary: entry.summary }),
      content_html: entry.html,
    })),
  });
  return JSON.stringify(feed, undefined, 2);
}

function lastChange(entries: readonly FeedEntry[], since = new Date(0)): Date {
  return new Date(Math.max(since.getTime(), ...entries.map(({ updated }) => updated.getTime())));
}

function authorOf({ name, url }: { name: string; url?: string }): { name: string; uri?: string } {
  return { name, ...(url !== undefined && { uri: url }) };
}

// XML 1.0 may not hold these at all, and a pasted log may: colours of a terminal begin with U+001B.
// eslint-disable-next-line no-control-regex -- these are the characters that are meant
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

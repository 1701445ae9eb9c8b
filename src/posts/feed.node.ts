import { generateAtomFeed } from 'feedsmith';

/** An entry of a feed. */
export interface FeedEntry {
  title: string;
  /** Address of the article, which is its id as well: it changes only if the site moves. */
  url: string;
  published: Date;
  updated: Date;
  tags: readonly string[];
  /** Text for lists. */
  summary: string | undefined;
  /** The whole article, with absolute addresses only. */
  html: string;
}

/** What a feed says of itself. */
export interface FeedHead {
  title: string;
  subtitle: string;
  language: string;
  author: { name: string; url: string };
  /** Address of the site's home page. */
  home: string;
  /** Address of the feed itself. */
  self: string;
}

/** An Atom feed (RFC 4287) with the full text of its entries, in their order. */
export function atomFeed(
  { title, subtitle, language, author, home, self }: FeedHead,
  entries: readonly FeedEntry[],
): string {
  const latest = Math.max(0, ...entries.map(({ updated }) => updated.getTime()));
  const xml = generateAtomFeed({
    id: home,
    title: { value: title },
    subtitle: { value: subtitle },
    updated: new Date(latest),
    xml: { lang: language },
    authors: [{ name: author.name, uri: author.url }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((entry) => ({
      id: entry.url,
      title: { value: entry.title },
      links: [{ href: entry.url, rel: 'alternate', type: 'text/html' }],
      published: entry.published,
      updated: entry.updated,
      categories: entry.tags.map((term) => ({ term })),
      ...(entry.summary !== undefined && { summary: { value: entry.summary } }),
      content: { type: 'html', value: entry.html },
    })),
  });
  return xml.replace(forbidden, '');
}

// XML 1.0 may not hold these at all, and a pasted log may: colours of a terminal begin with U+001B.
// eslint-disable-next-line no-control-regex -- these are the characters that are meant
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

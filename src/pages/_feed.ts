/** What all feeds of articles are made of. */
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { feedHtml } from '../posts/feed-html.node.ts';
import { atomFeed } from '../posts/feed.node.ts';
import type { FeedEntry, FeedHead } from '../posts/feed.node.ts';
import { inFeed } from '../posts/order.ts';
import type { Tag } from '../posts/tags.ts';
import { absoluteUrl, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import { components } from './_components.ts';
import { keyOf, renderText, showsFacts } from './_entries.ts';
import type { ShownPost } from './_entries.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

const firstHome = { origin: site.feedOrigin ?? site.origin, base: site.base };

/** What was rendered in a build, by article, which is in the feeds of all its tags too. */
const rendered = new Map<string, Promise<string>>();

/** The entries of the newest of `posts`, with their full text, through the same components as their pages. */
export async function feedEntries(posts: readonly ShownPost[]): Promise<FeedEntry[]> {
  const container = await AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
  return Promise.all(
    inFeed(posts).map(async (post) => {
      const { title, description, date, updated = date, tags, external, author, aliases = [] } = post.data;
      const url = absoluteUrl(pathOf.post(post.id));
      // The address under which the article came out first, so that it is the same entry after a new name.
      const first = aliases.find((alias) => alias.startsWith(pathOf.posts)) ?? pathOf.post(post.id);
      const id = absoluteUrl(first, firstHome);
      const known = import.meta.env.DEV ? undefined : rendered.get(post.id);
      const html = known ?? feedText(post, url, container);
      rendered.set(post.id, html);
      return {
        title,
        url,
        ...(id !== url && { id }),
        ...(external !== undefined && { about: external }),
        ...(author !== undefined && { author: { name: author } }),
        published: date,
        updated,
        tags,
        summary: description,
        html: await html,
      };
    }),
  );
}

async function feedText(post: ShownPost, url: string, container: AstroContainer): Promise<string> {
  const { Content } = await renderText(post);
  return feedHtml(await container.renderToString(Content, { props: { components } }), url);
}

/** The feeds that programs read which know no Atom. */
export const otherFeeds = [
  { title: filled(words.rssFeed, { site: site.name }), path: pathOf.rss, type: 'application/rss+xml' },
  { title: filled(words.jsonFeed, { site: site.name }), path: pathOf.jsonFeed, type: 'application/feed+json' },
];

/** What a feed at the path `self` says of itself: the site, or `title`, with its page at the path `home`. */
export function feedHead(self: string, title = site.name, home: string = pathOf.home): FeedHead {
  const { description, language, author } = site;
  return { title, subtitle: description, language, author, home: absoluteUrl(home), self: absoluteUrl(self) };
}

/**
 * A key that changes with all that the feed of a tag shows. There is none with MDX, whose HTML is known only when it is
 * made: Astro keeps an eye on it in pages, and in nothing else.
 */
export function tagFeedKey({ label, posts }: Tag<ShownPost>): { cacheKey?: string } {
  const newest = inFeed(posts);
  const texts = newest.map(({ id, data, digest, rendered: text }) => [id, data, digest, text]);
  return newest.some(showsFacts) ? {} : { cacheKey: keyOf([label, texts]) };
}

/** The Atom feed of the articles of one tag. */
export async function tagFeed({ slug, label, posts }: Tag<ShownPost>): Promise<Response> {
  const head = feedHead(pathOf.tagFeed(slug), `${label} – ${site.name}`, pathOf.tag(slug));
  const xml = atomFeed(head, await feedEntries(posts));
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}

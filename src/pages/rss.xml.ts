import type { APIRoute } from 'astro';
import { rssFeed } from '../posts/feed.node.ts';
import { pathOf } from '../site/urls.ts';
import { shownPosts } from './_entries.ts';
import { feedEntries, feedHead } from './_feed.ts';

/** The feed as RSS. */
export const GET: APIRoute = async () => {
  const xml = rssFeed(feedHead(pathOf.rss), await feedEntries(await shownPosts()));
  return new Response(xml, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } });
};

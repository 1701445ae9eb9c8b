import type { APIRoute } from 'astro';
import { jsonFeed } from '../posts/feed.node.ts';
import { pathOf } from '../site/urls.ts';
import { shownPosts } from './_entries.ts';
import { feedEntries, feedHead } from './_feed.ts';

/** The feed as JSON. */
export const GET: APIRoute = async () => {
  const json = jsonFeed(feedHead(pathOf.jsonFeed), await feedEntries(await shownPosts()));
  return new Response(json, { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } });
};

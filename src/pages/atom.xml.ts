import type { APIRoute } from 'astro';
import { atomFeed } from '../posts/feed.node.ts';
import { pathOf } from '../site/urls.ts';
import { shownPosts } from './_entries.ts';
import { feedEntries, feedHead } from './_feed.ts';

/** The feed, with the full text of the newest articles. */
export const GET: APIRoute = async () => {
  const xml = atomFeed(feedHead(pathOf.feed), await feedEntries(await shownPosts()));
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};

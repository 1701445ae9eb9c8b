import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { atomFeed } from '../../../posts/feed.node.ts';
import { tagsOf } from '../../../posts/tags.ts';
import { pathOf } from '../../../site/urls.ts';
import { site } from '../../../site.config.ts';
import { shownPosts } from '../../_entries.ts';
import { feedEntries, feedHead } from '../../_feed.ts';

export const getStaticPaths = (async () =>
  tagsOf(await shownPosts()).map((tag) => ({ params: { slug: tag.slug }, props: { tag } }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

/** The feed of one tag. */
export const GET: APIRoute<Props> = async ({ props: { tag } }) => {
  const head = feedHead(pathOf.tagFeed(tag.slug), `${tag.label} – ${site.name}`, pathOf.tag(tag.slug));
  const xml = atomFeed(head, await feedEntries(tag.posts));
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};

import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { tagsOf } from '../../../posts/tags.ts';
import { shownPosts } from '../../_entries.ts';
import { tagFeed } from '../../_feed.ts';

export const getStaticPaths = (async () =>
  tagsOf(await shownPosts()).map((tag) => ({ params: { slug: tag.slug }, props: { tag } }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

/** The feed of one tag. */
export const GET: APIRoute<Props> = async ({ props: { tag } }) => tagFeed(tag);

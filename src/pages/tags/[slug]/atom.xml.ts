import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { tagsShown } from '../../_entries.ts';
import { tagFeed, tagFeedKey } from '../../_feed.ts';

export const getStaticPaths = (async () =>
  (await tagsShown()).map((tag) => ({
    params: { slug: tag.slug },
    props: { tag },
    ...tagFeedKey(tag),
  }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

/** The feed of one tag. */
export const GET: APIRoute<Props> = async ({ props: { tag } }) => tagFeed(tag);

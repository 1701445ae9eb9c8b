import type { GetStaticPaths } from 'astro';
import { pathOf } from '../../../site/urls.ts';
import { commentsFeed, feedsOf } from '../../_comments.ts';
import { shownPosts } from '../../_entries.ts';

export const getStaticPaths = (async () => feedsOf(await shownPosts(), pathOf.post)) satisfies GetStaticPaths;

/** What is said under an article. */
export const GET = commentsFeed;

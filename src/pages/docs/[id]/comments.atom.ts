import type { GetStaticPaths } from 'astro';
import { pathOf } from '../../../site/urls.ts';
import { commentsFeed, feedsOf } from '../../_comments.ts';
import { allGuides } from '../../_entries.ts';

export const getStaticPaths = (async () => feedsOf(await allGuides(), pathOf.guide)) satisfies GetStaticPaths;

/** What is said under a guide. */
export const GET = commentsFeed;

import type { GetStaticPaths } from 'astro';
import { pathOf } from '../../../site/urls.ts';
import { commentsFeed, feedsOf } from '../../_comments.ts';
import { driversNamed } from '../../_entries.ts';

export const getStaticPaths = (async () => feedsOf(await driversNamed(), pathOf.driver)) satisfies GetStaticPaths;

/** What is said under a driver. */
export const GET = commentsFeed;

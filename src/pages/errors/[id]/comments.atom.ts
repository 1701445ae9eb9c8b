import type { GetStaticPaths } from 'astro';
import { pathOf } from '../../../site/urls.ts';
import { commentsFeed, feedsOf } from '../../_comments.ts';
import { allErrors } from '../../_entries.ts';

export const getStaticPaths = (async () => feedsOf(await allErrors(), pathOf.error)) satisfies GetStaticPaths;

/** What is said under a known error. */
export const GET = commentsFeed;

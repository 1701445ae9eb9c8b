import type { APIRoute } from 'astro';
import { openSearch } from '../machines/open-search.ts';
import { absoluteUrl, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';

/** How a browser searches the site. */
export const GET: APIRoute = () =>
  new Response(
    openSearch({
      ...site,
      search: absoluteUrl(pathOf.search),
      icon: absoluteUrl('/icon.svg'),
      self: absoluteUrl(pathOf.openSearch),
    }),
    { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );

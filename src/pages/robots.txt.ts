import type { APIRoute } from 'astro';
import { absoluteUrl } from '../site/urls.ts';

/** Everything may be read by robots, and here is the list. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl('/sitemap-index.xml')}\n`);

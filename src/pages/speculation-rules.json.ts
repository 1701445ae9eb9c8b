import type { APIRoute } from 'astro';
import { site } from '../site.config.ts';

/** Pages of this site. Files for machines and other hosts are not fetched. */
const toPage = {
  and: [{ href_matches: [site.base, `${site.base}*/`] }, { not: { selector_matches: '[rel~=external], [download]' } }],
};

/** A page that is made ready forgets which of its words a link points at: Chromium 156. */
const toWords = { selector_matches: '[href*=":~:"]' };

/**
 * What a browser does ahead of a click: it fetches the page when a pointer rests on a link, and makes it ready when the
 * pointer goes down, a tenth of a second before the click. Browsers leave it alone where a reader saves data.
 */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      prefetch: [{ where: toPage, eagerness: 'moderate' }],
      prerender: [{ where: { and: [toPage, { not: toWords }] }, eagerness: 'conservative' }],
    }),
    { headers: { 'Content-Type': 'application/speculationrules+json' } },
  );

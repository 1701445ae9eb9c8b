import type { APIRoute } from 'astro';
import { site } from '../site.config.ts';

/**
 * Which pages a browser fetches when a pointer rests on a link or goes down on it, so that they are there at the click.
 * Browsers leave it alone where a reader saves data. Files for machines and other hosts are not fetched.
 */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      prefetch: [
        {
          where: {
            and: [
              { href_matches: [site.base, `${site.base}*/`] },
              { not: { selector_matches: '[rel~=external], [download]' } },
            ],
          },
          eagerness: 'moderate',
        },
      ],
    }),
    { headers: { 'Content-Type': 'application/speculationrules+json' } },
  );

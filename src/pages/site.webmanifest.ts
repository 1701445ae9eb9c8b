import type { APIRoute } from 'astro';
import { iconFiles } from '../machines/icon-files.ts';
import { href, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';

/** What a device needs to keep the site as an application. Colours are left to the page, which has two of each. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: site.name,
      description: site.description,
      lang: site.language,
      dir: 'auto',
      id: href(pathOf.home),
      start_url: href(pathOf.home),
      scope: href(pathOf.home),
      display: 'minimal-ui',
      icons: [
        { src: href('/icon.svg'), sizes: 'any', type: 'image/svg+xml' },
        ...iconFiles.map(({ file, size, isOpaque }) => ({
          src: href(`/${file}`),
          sizes: `${size}x${size}`,
          type: 'image/png',
          ...(isOpaque && { purpose: 'maskable' }),
        })),
      ],
    }),
    { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } },
  );

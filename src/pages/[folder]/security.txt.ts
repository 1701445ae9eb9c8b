/**
 * `/.well-known/security.txt`, if the site names somebody to tell about a hole. A folder of ours that begins with a dot
 * would be seen by no other tool.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { securityText } from '../../site/security-contact.ts';
import { absoluteUrl, pathOf } from '../../site/urls.ts';
import { site } from '../../site.config.ts';

export const getStaticPaths = (() =>
  site.security === undefined ? [] : [{ params: { folder: '.well-known' } }]) satisfies GetStaticPaths;

export const GET: APIRoute = () =>
  new Response(
    site.security === undefined
      ? null
      : securityText(site.security, site.language, absoluteUrl(pathOf.securityContact)),
  );

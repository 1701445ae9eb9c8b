/** Old addresses: each answers with a page that leads to where its content is now. `_redirects` says the same to hosts. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { redirectPage, redirectsFile, fileOf, usableRedirects } from '../site/redirects.ts';
import type { Redirect } from '../site/redirects.ts';
import { absoluteUrl, href, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import { allRedirects, ownPaths, tagsShown } from './_entries.ts';
import { tagFeed } from './_feed.ts';
import { GET as feed } from './atom.xml.ts';

export const getStaticPaths = (async () => {
  const redirects = usableRedirects(await allRedirects(), await ownPaths());
  if (redirects.length === 0) return [];
  return [
    { params: { old: '_redirects' }, props: { redirects } },
    ...redirects.map((redirect) => ({ params: { old: fileOf(redirect.from) }, props: { redirects: [redirect] } })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute = async (context) => {
  const { redirects } = context.props as { redirects: Redirect[] };
  const [first] = redirects;
  if (context.params['old'] === '_redirects' || first === undefined)
    return new Response(redirectsFile(redirects, href));
  // A feed reader follows no page: it gets the feed itself.
  if (first.from.endsWith('.xml')) {
    if (first.to === pathOf.feed) return feed(context);
    const tag = (await tagsShown()).find(({ slug }) => pathOf.tagFeed(slug) === first.to);
    if (tag !== undefined) return tagFeed(tag);
  }
  const page = redirectPage(href(first.to), absoluteUrl(first.to), site.language);
  return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
};

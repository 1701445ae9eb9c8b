import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { render } from 'astro:content';
import { feedHtml } from '../posts/feed-html.node.ts';
import { atomFeed } from '../posts/feed.node.ts';
import { absoluteUrl, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import { components } from './_components.ts';
import { shownPosts } from './_entries.ts';

/** The feed, with the full text of all articles through the same components as their pages. */
export const GET: APIRoute = async () => {
  const container = await AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
  const posts = await shownPosts();
  const entries = await Promise.all(
    posts.map(async (post) => {
      const { title, description, date, updated = date, tags, external, author } = post.data;
      const url = absoluteUrl(pathOf.post(post.id));
      const { Content } = await render(post);
      const html = await container.renderToString(Content, { props: { components } });
      return {
        title,
        url,
        ...(external !== undefined && { about: external }),
        ...(author !== undefined && { author: { name: author } }),
        published: date,
        updated,
        tags,
        summary: description,
        html: await feedHtml(html, url),
      };
    }),
  );
  const { name, description, language, author } = site;
  const head = { title: name, subtitle: description, language, author };
  const xml = atomFeed({ ...head, home: absoluteUrl(pathOf.home), self: absoluteUrl(pathOf.feed) }, entries);
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};

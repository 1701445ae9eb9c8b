import type { APIRoute } from 'astro';
import { llmsText } from '../machines/llms-text.ts';
import { absoluteUrl, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import { allErrors, allGuides, driversNamed, shownPosts } from './_entries.ts';

/** The site's table of contents for programs that read Markdown. */
export const GET: APIRoute = async () => {
  const entry = (path: string, title: string, description = title) => ({
    title,
    description,
    url: absoluteUrl(pathOf.markdown(path)),
  });
  const [posts, guides, errors, drivers] = [
    await shownPosts(),
    await allGuides(),
    await allErrors(),
    await driversNamed(),
  ];
  return new Response(
    llmsText({
      name: site.name,
      description: site.description,
      note: `Every page of this site is also Markdown, at its address with .md in place of the last slash. All texts of this list in one file: ${absoluteUrl(pathOf.llmsFull)}`,
      sections: [
        {
          heading: 'Articles',
          entries: posts.map(({ id, data }) => entry(pathOf.post(id), data.title, data.description)),
        },
        {
          heading: 'Guides',
          entries: guides.map(({ id, data }) => entry(pathOf.guide(id), data.title, data.description)),
        },
        {
          heading: 'Known errors',
          entries: errors.map(({ id, data }) => entry(pathOf.error(id), data.title, data.description)),
        },
        {
          heading: 'Drivers',
          entries: drivers.map(({ id, data }) => entry(pathOf.driver(id), data.title, data.summary)),
        },
      ],
    }),
  );
};

import type { APIRoute } from 'astro';
import { llmsText } from '../machines/llms-text.ts';
import { absoluteUrl, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import { allErrors, allGuides, driversNamed, shownPosts } from './_entries.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

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
      note: filled(words.markdownNote, { address: absoluteUrl(pathOf.llmsFull) }),
      sections: [
        {
          heading: words.articles,
          entries: posts.map(({ id, data }) => entry(pathOf.post(id), data.title, data.description)),
        },
        {
          heading: words.guides,
          entries: guides.map(({ id, data }) => entry(pathOf.guide(id), data.title, data.description)),
        },
        {
          heading: words.knownErrors,
          entries: errors.map(({ id, data }) => entry(pathOf.error(id), data.title, data.description)),
        },
        {
          heading: words.drivers,
          entries: drivers.map(({ id, data }) => entry(pathOf.driver(id), data.title, data.summary)),
        },
      ],
    }),
  );
};

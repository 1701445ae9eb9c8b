/** The feeds of what is said under pages: one for each page that has a thread. */
import type { APIRoute } from 'astro';
import { commentEntries } from '../discussions/comment-entries.ts';
import type { DiscussionLink } from '../discussions/link.ts';
import type { Discussion } from '../discussions/schema.ts';
import { renderThread } from '../discussions/thread.node.ts';
import { feedHtml } from '../posts/feed-html.node.ts';
import { atomFeed } from '../posts/feed.node.ts';
import { absoluteUrl, pathOf } from '../site/urls.ts';
import { site } from '../site.config.ts';
import { talkOf } from './_entries.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

interface Props extends Record<string, unknown> {
  title: string;
  /** Path of the page without base. */
  path: string;
  discussion: Discussion;
}

/** The feeds of the `entries` of a collection, whose pages are where `pathTo` says. */
export async function feedsOf(
  entries: readonly { id: string; data: { title: string; discussion?: DiscussionLink | undefined } }[],
  pathTo: (id: string) => string,
): Promise<{ params: { id: string }; props: Props }[]> {
  const feeds = await Promise.all(
    entries.map(async ({ id, data: { title, discussion: link } }) => {
      const talk = await talkOf(link);
      if (talk?.kind !== 'thread') return [];
      return [{ params: { id }, props: { title, path: pathTo(id), discussion: talk.discussion } }];
    }),
  );
  return feeds.flat();
}

/** What is said under a page, newest first, with addresses that lead to the page. */
export const commentsFeed: APIRoute<Props> = async ({ props: { title, path, discussion } }) => {
  const page = absoluteUrl(path);
  const entries = commentEntries(await renderThread(discussion), page).map((entry) => ({
    ...entry,
    tags: [],
    summary: undefined,
    html: feedHtml(entry.html, entry.url),
  }));
  const head = {
    title: filled(words.commentsFeedTitle, { title }),
    subtitle: filled(words.commentsFeedSubtitle, { title, site: site.name }),
    language: site.language,
    author: site.author,
    since: new Date(discussion.createdAt),
  };
  const xml = atomFeed({ ...head, home: page, self: absoluteUrl(pathOf.comments(path)) }, entries);
  return new Response(xml, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};

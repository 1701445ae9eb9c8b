import { slugOf } from '../site/slug.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** What a new discussion begins with. */
export interface DiscussionStart {
  /** GitHub repository `owner/name`. */
  repository: string;
  /** Name of its category, such as `Q&A`. */
  category: string;
  /** Title of the page that the discussion is about. */
  title: string;
  /** Address of that page, with scheme and host. */
  pageUrl: string;
}

/** The address of GitHub's form for a new discussion, with category, title and text filled in. */
export function newDiscussionUrl({ repository, category, ...page }: DiscussionStart): string {
  const { title, body } = openingOf(page);
  const fields = { category: slugOf(category), title, body };
  const query = Object.entries(fields).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `https://github.com/${repository}/discussions/new?${query.join('&')}`;
}

/** Title and text, in Markdown, of a new discussion about a page. */
export function openingOf({ title, pageUrl }: Pick<DiscussionStart, 'title' | 'pageUrl'>): {
  title: string;
  body: string;
} {
  const name = title.toWellFormed(); // half a character can't be written in an address
  return { title: name, body: `${filled(words.newDiscussion, { title: name, address: pageUrl })}\n\n` };
}

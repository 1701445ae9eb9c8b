/** What a new discussion begins with. */
export interface DiscussionStart {
  /** GitHub repository `owner/name`. */
  repository: string;
  /** Title of the page that the discussion is about. */
  title: string;
  /** Address of that page, with scheme and host. */
  pageUrl: string;
}

/** The address of GitHub's form for a new discussion, with category, title and text filled in. */
export function newDiscussionUrl({ repository, title, pageUrl }: DiscussionStart): string {
  const name = title.toWellFormed(); // half a character can't be written in an address
  const fields = { category: 'general', title: name, body: `About “${name}”: ${pageUrl}\n\n` };
  const query = Object.entries(fields).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `https://github.com/${repository}/discussions/new?${query.join('&')}`;
}

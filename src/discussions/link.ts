import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** Where a page is talked about, as its author writes it: a number, an address of GitHub, or a place elsewhere. */
export type DiscussionLink = number | string | { url: string; label: string };

/** Where a page is talked about: a thread of our own repository, shown in the page, or a place that is only linked. */
export type LinkedTalk = { kind: 'thread'; number: number } | { kind: 'place'; url: string; label: string };

/** The address of a GitHub discussion, with or without what a browser's address bar adds: a slash, a query, a place. */
export const discussionAddress =
  /^https:\/\/(?:www\.)?github\.com\/([\w.-]+\/[\w.-]+)\/discussions\/([1-9]\d{0,8})\/?(?:[?#].*)?$/i;

/**
 * What the link of a page means on the site of `repository` (`owner/name`): numbers, and addresses in that repository,
 * are threads with a snapshot. A discussion of another repository has none here, and is linked.
 */
export function linkedTalk(link: DiscussionLink, repository: string): LinkedTalk {
  if (typeof link === 'number') return { kind: 'thread', number: link };
  if (typeof link === 'object') return { kind: 'place', ...link };
  const [, owner = '', number = ''] = discussionAddress.exec(link) ?? [];
  // GitHub does not tell `Owner/Name` from `owner/name`.
  if (owner.toLowerCase() === repository.toLowerCase()) return { kind: 'thread', number: Number(number) };
  return { kind: 'place', url: link, label: filled(words.placeOnGitHub, { owner: owner.replace(/^orgs\//i, '') }) };
}

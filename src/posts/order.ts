import type { Post } from './schema.ts';

/** An article with its id, which is its file name without ending. */
export interface PostEntry {
  id: string;
  data: Post;
}

/**
 * The articles that readers may see at `now`, newest first; articles of one moment are sorted by id.
 * Drafts and articles dated in the future are left out.
 */
export function publishedPosts<Entry extends PostEntry>(posts: readonly Entry[], now: Date): Entry[] {
  return newestFirst(posts.filter((post) => isPublished(post.data, now)));
}

/** Whether readers may see the article at `now`. */
export function isPublished(post: Post, now: Date): boolean {
  return !post.draft && post.date <= now;
}

/** The articles by date, newest first; articles of one moment are sorted by id. */
export function newestFirst<Entry extends PostEntry>(posts: readonly Entry[]): Entry[] {
  return posts.toSorted((a, b) => b.data.date.getTime() - a.data.date.getTime() || (a.id < b.id ? -1 : 1));
}

/** For each of the articles in a list that is sorted newest first, those written just before and just after it. */
export function neighboursIn<Entry extends PostEntry>(
  posts: readonly Entry[],
): (post: Entry) => { older: Entry | undefined; newer: Entry | undefined } {
  const places = new Map(posts.map(({ id }, place) => [id, place]));
  return ({ id }) => {
    const place = places.get(id);
    return place === undefined
      ? { older: undefined, newer: undefined }
      : { older: posts[place + 1], newer: posts[place - 1] };
  };
}

/** The parts of each series among the articles, oldest first; parts of one moment are sorted by id. */
export function seriesIn<Entry extends PostEntry>(posts: readonly Entry[]): (name: string | undefined) => Entry[] {
  const parts = Map.groupBy(posts, ({ data }) => data.series);
  const oldestFirst = (a: Entry, b: Entry) => a.data.date.getTime() - b.data.date.getTime() || (a.id < b.id ? -1 : 1);
  for (const [name, own] of parts) parts.set(name, own.toSorted(oldestFirst));
  return (name) => (name === undefined ? [] : (parts.get(name) ?? []));
}

/** Parts on each side of the one that is read. */
const partsAround = 5;

/**
 * Those of the `parts` of a series that stand above the part at `place`, and the place of the first of them: all, or in a
 * long series those around it. Its first part has them all, so that nobody gets a list of hundreds with every part.
 */
export function partsAbove<Entry extends PostEntry>(
  parts: readonly Entry[],
  place: number,
): { isLong: boolean; from: number; listed: readonly Entry[] } {
  const isLong = parts.length > 2 * partsAround + 2;
  const from = isLong ? Math.max(0, place - partsAround) : 0;
  const to = isLong && place > 0 ? place + partsAround + 1 : parts.length;
  return { isLong, from, listed: parts.slice(from, to) };
}

/** The articles by the year in which they were published, in UTC, newest first. */
export function byYear<Entry extends PostEntry>(posts: readonly Entry[]): { year: string; posts: Entry[] }[] {
  const years = Map.groupBy(newestFirst(posts), ({ data }) => data.date.toISOString().slice(0, 4));
  return [...years].map(([year, own]) => ({ year, posts: own }));
}

/** The most articles of a feed. Programs ask again every hour for all that is in it, and 10,000 texts are 100 MB. */
const mostInFeed = 50;

/** Those of the articles, in a list that is sorted newest first, which a feed holds: the newest ones. */
export function inFeed<Entry extends PostEntry>(posts: readonly Entry[]): Entry[] {
  return posts.slice(0, mostInFeed);
}

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

/** The articles written just before and just after the one with `id`, in a list that is sorted newest first. */
export function neighbours<Entry extends PostEntry>(
  posts: readonly Entry[],
  id: string,
): { older: Entry | undefined; newer: Entry | undefined } {
  const index = posts.findIndex((post) => post.id === id);
  return index < 0 ? { older: undefined, newer: undefined } : { older: posts[index + 1], newer: posts[index - 1] };
}

/** The parts of the series called `name`, oldest first; parts of one moment are sorted by id. */
export function seriesOf<Entry extends PostEntry>(posts: readonly Entry[], name: string): Entry[] {
  return posts
    .filter(({ data }) => data.series === name)
    .toSorted((a, b) => a.data.date.getTime() - b.data.date.getTime() || (a.id < b.id ? -1 : 1));
}

/** The articles by the year in which they were published, in UTC, newest first. */
export function byYear<Entry extends PostEntry>(posts: readonly Entry[]): { year: string; posts: Entry[] }[] {
  const years = Map.groupBy(newestFirst(posts), ({ data }) => data.date.toISOString().slice(0, 4));
  return [...years].map(([year, own]) => ({ year, posts: own }));
}

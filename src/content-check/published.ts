import { isoDay } from '../site/dates.ts';
import type { Content, Entry } from './content.ts';

/** The file that lists all addresses which were published once, with their anchors. */
export const publishedFile = 'content/published.yaml';

/** Anchors by path without base: `{ '/posts/a/': ['what-happened'] }`. */
export type Published = Readonly<Record<string, readonly string[]>>;

/** The entry that holds the list, with its value; nothing before the first day of a site. */
export function publishedList(entries: readonly Entry[]): (Entry & { value: Published }) | undefined {
  return entries.find(
    (entry): entry is Entry & { value: Published } => entry.collection === 'published' && entry.value !== undefined,
  );
}

/** Addresses that nobody keeps: those of machines, and views that follow from the page whose they are. */
const unlisted = /^\/(?:404\.html|robots\.txt|sitemap-index\.xml|site\.webmanifest|opensearch\.xml|.*\.md)$/;

/** Anchors that nobody links to: of the frame, and of notes, which are numbered anew with every edit. */
const unlistedAnchor = /^(?:main|footnote-label|user-content-.*)$/;

/** What readers can keep of the site in `content` by now: no drafts, and no articles of the days after `today`. */
export function publishedNow({ pages, entries, today }: Pick<Content, 'pages' | 'entries' | 'today'>): Published {
  const later = new Set(entries.filter((entry) => isLater(entry, today)).map(({ source }) => source.path));
  const shown = [...pages].filter(
    ([path, { draft, file }]) => !draft && !unlisted.test(path) && !(file !== undefined && later.has(file)),
  );
  return Object.fromEntries(
    shown.map(([path, { anchors = [] }]) => [path, [...anchors].filter((anchor) => !unlistedAnchor.test(anchor))]),
  );
}

/** Whether the entry is an article of a day after `today`. */
export function isLater({ value }: Entry, today: string): boolean {
  const { date } = (value ?? {}) as { date?: unknown };
  return date instanceof Date && isoDay(date) > today;
}

/** The list as it was, with all that `now` has more. Sorted by path, anchors in order of the alphabet. */
export function mergePublished(before: Published, now: Published): Published {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(now)])].toSorted();
  return Object.fromEntries(
    paths.map((path) => [path, [...new Set([...(before[path] ?? []), ...(now[path] ?? [])])].toSorted()]),
  );
}

import type { OldFile } from './post-context.ts';
import type { Settings } from './settings.ts';
import { relativeTo } from './source-paths.ts';

/** Addresses where feeds of the old site were, with the category that each was about. */
export function oldFeeds(
  files: Iterable<string>,
  base: string,
  { values }: Settings,
  readText: (path: string) => OldFile,
): Map<string, string | undefined> {
  const feeds = new Map<string, string | undefined>();
  for (const file of files) {
    const inside = relativeTo(file, base);
    if (!/\.(?:xml|atom|rss)$/i.test(inside) || /(?:^|\/)[_.]/.test(inside)) continue;
    if (base !== '' && inside === file) continue;
    const read = readText(file);
    const feed = read.kind === 'found' ? feedIn(read.text) : undefined;
    if (feed === undefined) continue;
    feeds.set(`/${inside}`, feed.category);
    feeds.set(`/${inside.replace(/(^|\/)index\.\w+$/, '$1')}`, feed.category);
  }
  const { subscribe_rss: named } = values;
  const usual = ['/atom.xml', '/feed.xml', '/rss.xml', '/blog/atom.xml'];
  const others = typeof named === 'string' && /^\/[^/]/.test(named) ? [named] : [];
  for (const feed of [...usual, ...others]) if (!feeds.has(feed)) feeds.set(feed, undefined);
  return feeds;
}

/** The posts that a template of the old theme was a feed of: those of a category, or all; undefined if it is no feed. */
export function feedIn(template: string): { category: string | undefined } | undefined {
  if (!/^\s*---/.test(template) || !/<(?:feed|rss)\b/.test(template)) return undefined;
  const [listed, word, quoted] =
    /\bsite\.(?:posts|tags|categories(?:\.([\w-]+)|\[\s*["']([^"'\n]+)["']\s*\])?)/.exec(template) ?? [];
  return listed === undefined ? undefined : { category: word ?? quoted };
}

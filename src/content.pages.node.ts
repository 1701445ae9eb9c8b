/** Which addresses the site has, and which links lead to them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, Link, Page, Source } from './content-check/content.ts';
import { holds, idOf } from './content-check/read-entries.node.ts';
import { configFile } from './content.config-problems.node.ts';
import { addresses, collections } from './content.collections.node.ts';
import type { Post } from './posts/schema.ts';
import { tagsOf } from './posts/tags.ts';
import type { SiteConfig } from './site.config.ts';
import { pathOf } from './site/urls.ts';

/** Every address of the site but the files in public/, by path without base. */
export function listPages(
  entries: readonly Entry[],
  files: readonly string[],
  factKeys: ReadonlySet<string> | undefined,
): Map<string, Page> {
  const made = { file: undefined, draft: false };
  const everywhere = 'main'; // the id to which the frame's skip link leads
  const pages = new Map<string, Page>();
  const lists: [path: string, ...ids: string[]][] = [
    [pathOf.home],
    [pathOf.posts],
    [pathOf.tags],
    [pathOf.guides],
    [pathOf.drivers, 'compare'],
    [pathOf.chooser, 'table'],
    [pathOf.dockerInfo, 'lines'],
    [pathOf.errors],
    [pathOf.search],
    [pathOf.offline],
  ];
  for (const [path, ...ids] of lists) pages.set(path, { ...made, anchors: new Set([everywhere, ...ids]) });
  const others = [
    pathOf.feed,
    pathOf.rss,
    pathOf.jsonFeed,
    pathOf.manifest,
    pathOf.openSearch,
    pathOf.llms,
    pathOf.llmsFull,
    ...pathOf.dataFiles,
    '/sitemap-index.xml',
    '/robots.txt',
    '/404.html',
  ];
  for (const path of others) pages.set(path, { ...made, anchors: undefined });
  const ofCollection = (name: string) => {
    const collection = collections.find((candidate) => candidate.name === name);
    return collection === undefined ? [] : files.filter((path) => holds(collection, path));
  };
  const byFile = new Map(entries.map((entry) => [entry.source.path, entry]));
  for (const [name, pathTo] of Object.entries(addresses)) {
    for (const file of ofCollection(name)) {
      const entry = byFile.get(file);
      const own = entry?.body?.anchors ?? (name === 'drivers' ? factKeys : undefined);
      const anchors = own === undefined ? undefined : new Set([everywhere, ...own]);
      if (name === 'drivers') pages.set(pathOf.driverData(idOf(file)), { ...made, anchors: undefined });
      pages.set(pathTo(idOf(file)), { file, anchors, draft: entry !== undefined && isDraft(entry) });
    }
  }
  const posts = entries.flatMap(({ collection, id, value }) =>
    collection === 'posts' && value !== undefined ? [{ id, data: value as Post }] : [],
  );
  for (const { slug } of tagsOf(posts.filter(({ data }) => !data.draft))) {
    pages.set(pathOf.tag(slug), { ...made, anchors: new Set([everywhere]) });
    pages.set(pathOf.tagFeed(slug), { ...made, anchors: undefined });
  }
  const views = [...pages].filter(([path]) => path.endsWith('/'));
  for (const [path, { draft }] of views)
    pages.set(pathOf.markdown(path), { file: undefined, anchors: undefined, draft });
  return pages;
}

/** Links in prose, where old addresses lead, and addresses of this very site in prose and data: links in disguise. */
export function linksIn(entry: Entry, { origin, base }: Pick<SiteConfig, 'origin' | 'base'>): Link[] {
  const { source, body, data, collection, id } = entry;
  const page = addresses[collection]?.(id);
  const addressed = data.texts.map(({ text, offset }) => {
    // The value of a quoted text begins after its quote.
    const quote = source.text.startsWith(text, offset) ? 0 : 1;
    return { url: text, offset: offset + quote };
  });
  const isList = collection === 'redirects' && entry.value !== undefined;
  // A tag that has lost its page is led to all articles in its place.
  const inData = addressed.filter(
    ({ url }) => (isList && !url.startsWith(pathOf.tags)) || url.startsWith(origin + base),
  );
  const ofComponents = (body?.attributes ?? [])
    .filter(({ name }) => name === 'href')
    .map(({ value, offset }) => ({ url: value, offset }));
  return [...(body?.links ?? []), ...ofComponents, ...inData].map(({ url, offset }) => {
    const isOwn = url.startsWith(origin + base);
    const start = isOwn ? origin.length + base.length - 1 : 0;
    return { url: url.slice(start), offset: offset + start, source, page, draft: isDraft(entry) };
  });
}

/** The links of header and footer. Their values come from the configuration, and only their places from its text. */
export async function configuredLinks(
  root: string,
  { navigation, footer }: Pick<SiteConfig, 'navigation' | 'footer'>,
): Promise<Link[]> {
  const text = await readFile(join(root, configFile), 'utf8').catch(() => '');
  if (text === '') return []; // Content that lies elsewhere has a configuration of its own.
  const source: Source = { path: configFile, text };
  return [...navigation, ...footer].map(({ href }) => {
    const written = [`'${href}'`, `"${href}"`].map((quoted) => text.indexOf(`href: ${quoted}`)).find((at) => at >= 0);
    const offset = written === undefined ? 0 : written + `href: '`.length;
    return { url: href, offset, source, page: undefined, draft: false };
  });
}

function isDraft({ collection, value, data }: Entry): boolean {
  if (collection !== 'posts') return false;
  if (value !== undefined) return (value as Post).draft;
  const { draft, published } = (data.value ?? {}) as { draft?: unknown; published?: unknown };
  return draft === true || published === false;
}

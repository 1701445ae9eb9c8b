/** What pages ask of the content: the only place that knows both the collections and the clock. */
import { getCollection, getEntry, render } from 'astro:content';
import type { CollectionEntry, CollectionKey, RenderResult } from 'astro:content';
import { createHash } from 'node:crypto';
import type { InfoStatement } from '../docker-info/schema.ts';
import type { DriverEntry } from '../drivers/comparison.ts';
import type { Releases } from '../drivers/release-at.ts';
import type { Distribution, Engine, FactKey } from '../drivers/schema.ts';
import { linkedTalk } from '../discussions/link.ts';
import type { DiscussionLink, LinkedTalk } from '../discussions/link.ts';
import type { Discussion } from '../discussions/schema.ts';
import { isPublished, newestFirst, publishedPosts } from '../posts/order.ts';
import { previewSecret, previewToken, previewsName } from '../posts/preview.node.ts';
import { byOrder } from '../docs/order.ts';
import { tagsOf } from '../posts/tags.ts';
import { driverKindsIn } from '../errors/driver-kinds.ts';
import { withText } from '../markdown/lean-loader.node.ts';
import { picturesDigest } from '../markdown/picture-file.node.ts';
import type { TextFacts } from '../markdown/lean-loader.node.ts';
import { site } from '../site.config.ts';
import { buildTime } from '../site/build-time.node.ts';
import { lastChanges } from '../site/last-changes.node.ts';
import { slugOf } from '../site/slug.ts';
import { createWays } from '../site/ways.ts';
import type { WayPage, Ways } from '../site/ways.ts';
import type { Redirect } from '../site/redirects.ts';
import { pathOf } from '../site/urls.ts';

const { now } = buildTime(process.env, new Date());
const history = lastChanges(process.cwd());
const pictures = picturesDigest(process.cwd());

/** An article, and why readers can't see it yet if they can't. */
export type ShownPost = CollectionEntry<'posts'> & { hidden: 'draft' | 'scheduled' | undefined };

/** Made once for one state of the content: after a change, `npm run dev` runs all modules anew that import the content. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => (made ??= make());
}

/** The articles to show, newest first: published ones, and in `npm run dev` all, which pages then mark. */
export const shownPosts = once(async (): Promise<ShownPost[]> => {
  const posts = await getCollection('posts');
  const shown = import.meta.env.DEV ? newestFirst(posts) : publishedPosts(posts, now);
  return shown.map((post) => ({ ...post, hidden: whyHidden(post) }));
});

/** The tags of the articles to show. */
export const tagsShown = once(async () => tagsOf(await shownPosts()));

type Text = CollectionEntry<'posts' | 'docs' | 'errors'>;

/** What is known of a text without reading it. */
export function factsOf({ rendered }: { rendered?: Text['rendered'] | undefined }): TextFacts {
  return rendered?.metadata?.['facts'] as TextFacts;
}

/** The HTML of a text, and its headings. */
export async function renderText(entry: Text): Promise<RenderResult> {
  return render(await withText(entry));
}

/** A key that changes with any of the `values`. */
export function keyOf(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url');
}

/** Whether a text may show facts about drivers: components stand in MDX only. */
export function showsFacts({ filePath = '' }: Pick<Text, 'filePath'>): boolean {
  return filePath.endsWith('.mdx');
}

/** Digests of what is not articles. `facts` are those that components in a text show. */
export const digests = {
  facts: once(() => digestOf('drivers', 'facts', 'engines', 'distributions')),
  all: once(() =>
    digestOf(
      'drivers',
      'facts',
      'engines',
      'distributions',
      'docs',
      'docker-info',
      'errors',
      'discussions',
      'redirects',
    ),
  ),
};

async function digestOf(...collections: readonly CollectionKey[]): Promise<string> {
  const entries = (await Promise.all(collections.map((name) => getCollection(name)))).flat();
  const lines = entries.map(({ collection, id, digest, rendered }) =>
    JSON.stringify([collection, id, digest, rendered]),
  );
  return keyOf([await pictures, lines.toSorted()]);
}

/** The articles that are not out yet with the tokens of their previews; none unless this build was asked for previews. */
export async function hiddenPosts(): Promise<{ token: string; post: ShownPost }[]> {
  const found = previewSecret(process.env);
  if (process.env[previewsName] === undefined || 'problem' in found) return [];
  const posts = (await getCollection('posts')).filter(({ data }) => !isPublished(data, now));
  return posts.map((post) => ({
    token: previewToken(found.secret, post.id),
    post: { ...post, hidden: whyHidden(post) },
  }));
}

/**
 * A key of the page at `path`, which shows `file`: it changes with all that the page shows of others. With an old key and
 * the modules of old the page is taken from the last build. `of` names what else it may show, and `own` is the rest.
 */
export async function pageKey(
  path: string,
  file: string | undefined,
  of: readonly (keyof typeof digests)[],
  own?: unknown,
): Promise<string> {
  if (import.meta.env.DEV) return ''; // no page is kept there, and all keys of a large archive take many seconds
  const { related, backLinks } = await waysFrom(path);
  const ways = [related, backLinks].map((pages) => pages.map((page) => [page.path, page.title]));
  const { changed } = (await sourceOf({ filePath: file })) ?? {};
  return keyOf([ways, changed, await Promise.all(of.map((name) => digests[name]())), own]);
}

/** The file that a page shows, and when it last changed, if its history is there. */
export async function sourceOf({
  filePath,
}: {
  filePath?: string | undefined;
}): Promise<{ file: string; changed: Date | undefined } | undefined> {
  return filePath === undefined ? undefined : { file: filePath, changed: (await history).dates.get(filePath) };
}

const allWays = once(async () => createWays(await allPages()));

/** Where to go from the page at `path`. */
export async function waysFrom(path: string): Promise<Ways> {
  return (await allWays())(path);
}

/** All pages of articles, guides, errors and drivers, with what they are about and where they lead. */
async function allPages(): Promise<WayPage[]> {
  const about = (...texts: readonly string[]): string[] => driverKindsIn(texts.join(' '));
  const page = (path: string, title: string, tags: readonly string[], links: readonly string[]) => ({
    path,
    title,
    tags,
    links,
  });
  return [
    ...(await shownPosts()).map(({ id, rendered, data: { title, description = '', tags } }) => {
      const subjects = new Set([...tags.map(slugOf), ...about(title, description, ...tags)]);
      return page(pathOf.post(id), title, [...subjects], factsOf({ rendered }).links);
    }),
    ...(await allGuides()).map(({ id, rendered, data: { title, description, section } }) =>
      page(pathOf.guide(id), title, [...about(title, description), slugOf(section)], factsOf({ rendered }).links),
    ),
    ...(await allErrors()).map(({ id, rendered, data }) =>
      page(pathOf.error(id), data.title, about(data.title, data.description, ...data.drivers), [
        ...factsOf({ rendered }).links,
        ...[...(data.leads_to ?? []), ...(data.special_case_of === undefined ? [] : [data.special_case_of])].map(
          pathOf.error,
        ),
      ]),
    ),
    ...(await driversNamed()).map(({ id, data }) => page(pathOf.driver(id), data.title, about(id), [])),
  ];
}

/** The guides in the order that their authors gave them. */
export async function allGuides(): Promise<CollectionEntry<'docs'>[]> {
  return byOrder(await getCollection('docs'));
}

/** The known errors by title. */
export async function allErrors(): Promise<CollectionEntry<'errors'>[]> {
  return (await getCollection('errors')).toSorted((a, b) => a.data.title.localeCompare(b.data.title, 'en'));
}

/** The drivers by engine and name, or those named, in the order in which they are named. */
export async function driversNamed(ids?: readonly string[]): Promise<DriverEntry[]> {
  const drivers = (await getCollection('drivers')).toSorted(
    (a, b) => byEngine(a.data.engine, b.data.engine) || a.id.localeCompare(b.id, 'en'),
  );
  return ids === undefined ? drivers : pick(ids, drivers, ({ id }) => id, 'content/drivers');
}

/** The engines, libraries and plugins by id, engines first. */
export async function allEngines(): Promise<Record<string, Engine>> {
  const engines = (await getCollection('engines')).toSorted((a, b) => byEngine(a.id, b.id));
  return Object.fromEntries(engines.map(({ id, data }) => [id, data]));
}

/** When which release of which project came out. */
export async function allReleases(): Promise<Releases> {
  return allEngines();
}

/** The distributions by name. */
export async function allDistributions(): Promise<Distribution[]> {
  const all = (await getCollection('distributions')).map(({ data }) => data);
  return all.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** What is to be said about the outputs of `docker info` and its kin, in the order of `content/docker-info.yaml`. */
export async function allInfoStatements(): Promise<InfoStatement[]> {
  const entries = (await getCollection('docker-info')).toSorted((a, b) => a.data.place - b.data.place);
  return entries.map(({ data }) => data.statement);
}

/** The fact keys as `content/facts.yaml` sorts them, or those named, in the order in which they are named. */
export async function factKeysNamed(keys?: readonly string[]): Promise<FactKey[]> {
  const entries = (await getCollection('facts')).toSorted((a, b) => a.data.place - b.data.place);
  const all = entries.map(({ data }) => data.fact);
  return keys === undefined ? all : pick(keys, all, ({ key }) => key, 'content/facts.yaml');
}

/** Where a page is talked about: with the snapshot if it is a thread of ours, or nothing if it names no place. */
export async function talkOf(
  link: DiscussionLink | undefined,
): Promise<{ kind: 'thread'; discussion: Discussion } | Extract<LinkedTalk, { kind: 'place' }> | undefined> {
  const talk = link === undefined ? undefined : linkedTalk(link, site.repository);
  if (talk?.kind !== 'thread') return talk;
  const discussion = (await getEntry('discussions', String(talk.number)))?.data;
  return discussion && { kind: 'thread', discussion };
}

/** The path of the feed of what is said under the page at `path`, if a thread is linked there. */
export async function commentsFeedOf(link: DiscussionLink | undefined, path: string): Promise<string | undefined> {
  return (await talkOf(link))?.kind === 'thread' ? pathOf.comments(path) : undefined;
}

/** Docker first, since most readers come with it; then by alphabet. */
function byEngine(a: string, b: string): number {
  return Number(b === 'docker') - Number(a === 'docker') || a.localeCompare(b, 'en');
}

function pick<Item>(names: readonly string[], items: readonly Item[], nameOf: (item: Item) => string, where: string) {
  return names.map((name) => {
    const item = items.find((candidate) => nameOf(candidate) === name);
    // The content check names the place in the article; this is for components that it can't see.
    if (item === undefined) throw new Error(`${where} has no ${name}.`);
    return item;
  });
}

function whyHidden({ data }: CollectionEntry<'posts'>): ShownPost['hidden'] {
  if (isPublished(data, now)) return undefined;
  return data.draft ? 'draft' : 'scheduled';
}

/** Old addresses with where they lead: of articles, of guides, and those that belong to neither. */
export async function allRedirects(): Promise<Redirect[]> {
  const posts = await shownPosts();
  const guides = await allGuides();
  const ofEntries = [
    ...posts.map(({ id, data }) => ({ to: pathOf.post(id), aliases: data.aliases ?? [] })),
    ...guides.map(({ id, data }) => ({ to: pathOf.guide(id), aliases: data.aliases ?? [] })),
  ];
  const others = (await getCollection('redirects')).flatMap(({ data }) => Object.entries(data));
  const own = await ownPaths();
  return [
    ...ofEntries.flatMap(({ to, aliases }) => aliases.map((from) => ({ from, to }))),
    // The last article of a tag may have gone since.
    ...others.map(([from, to]) => {
      const instead = to.endsWith('.xml') ? pathOf.feed : pathOf.posts;
      return { from, to: own.has(to) || !to.startsWith('/tags/') ? to : instead };
    }),
  ];
}

/** The paths of this site's own pages, which no old address may take. */
export async function ownPaths(): Promise<Set<string>> {
  const posts = await shownPosts();
  const guides = await allGuides();
  return new Set<string>([
    ...[
      pathOf.home,
      pathOf.posts,
      pathOf.guides,
      pathOf.drivers,
      pathOf.chooser,
      pathOf.errors,
      pathOf.search,
      pathOf.offline,
      pathOf.feed,
    ],
    ...posts.map(({ id }) => pathOf.post(id)),
    ...guides.map(({ id }) => pathOf.guide(id)),
    ...(await tagsShown()).flatMap(({ slug }) => [pathOf.tag(slug), pathOf.tagFeed(slug)]),
    ...(await driversNamed()).map(({ id }) => pathOf.driver(id)),
    ...(await allErrors()).map(({ id }) => pathOf.error(id)),
  ]);
}

/** What pages ask of the content: the only place that knows both the collections and the clock. */
import { getCollection, getEntry } from 'astro:content';
import type { CollectionEntry } from 'astro:content';
import { createHash } from 'node:crypto';
import type { InfoStatement } from '../docker-info/schema.ts';
import type { DriverEntry } from '../drivers/comparison.ts';
import type { Releases } from '../drivers/moment.ts';
import type { Distribution, Engine, FactKey } from '../drivers/schema.ts';
import { linkedTalk } from '../discussions/link.ts';
import type { DiscussionLink, LinkedTalk } from '../discussions/link.ts';
import type { Discussion } from '../discussions/schema.ts';
import { isPublished, newestFirst, publishedPosts } from '../posts/order.ts';
import { previewSecret, previewToken, previewsName } from '../posts/preview.node.ts';
import { byOrder } from '../docs/order.ts';
import { tagsOf } from '../posts/tags.ts';
import { driverKindsIn } from '../errors/driver-kinds.ts';
import { linksIn } from '../markdown/links-in.node.ts';
import { picturesDigest } from '../markdown/picture-file.node.ts';
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

/** The articles to show, newest first: published ones, and in `npm run dev` all, which pages then mark. */
export async function shownPosts(): Promise<ShownPost[]> {
  const posts = await getCollection('posts');
  const shown = import.meta.env.DEV ? newestFirst(posts) : publishedPosts(posts, now);
  return shown.map((post) => ({ ...post, hidden: whyHidden(post) }));
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
 * A key that changes with any content that readers can see. A page whose key and modules are those of the last build
 * is taken from the cache; since pages show much of each other (neighbours, facts, threads), all of them share one key.
 */
export async function contentKey(): Promise<string> {
  const others = await Promise.all([
    getCollection('docs'),
    getCollection('drivers'),
    getCollection('facts'),
    getCollection('engines'),
    getCollection('distributions'),
    getCollection('docker-info'),
    getCollection('errors'),
    getCollection('discussions'),
    getCollection('redirects'),
  ]);
  const entries = [...(await shownPosts()), ...others.flat()];
  const lines = entries.map(({ collection, id, digest }) => `${collection} ${id} ${digest}`);
  lines.push(await pictures);
  for (const [file, date] of (await history).dates) lines.push(`${file} ${date.toISOString()}`);
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('base64url');
}

/** The file that a page shows, and when it last changed, if its history is there. */
export async function sourceOf({
  filePath,
}: {
  filePath?: string | undefined;
}): Promise<{ file: string; changed: Date | undefined } | undefined> {
  return filePath === undefined ? undefined : { file: filePath, changed: (await history).dates.get(filePath) };
}

let ways: Promise<(path: string) => Ways> | undefined;

/** Where to go from the page at `path`. A build reads the links of all pages once; `npm run dev` sees each change. */
export async function waysFrom(path: string): Promise<Ways> {
  if (ways === undefined || import.meta.env.DEV) ways = allPages().then(createWays);
  return (await ways)(path);
}

/** All pages of articles, guides, errors and drivers, with what they are about and where they lead. */
async function allPages(): Promise<WayPage[]> {
  const about = (...texts: readonly string[]): string[] => driverKindsIn(texts.join(' '));
  const page = (path: string, title: string, body: string, tags: readonly string[], links: readonly string[] = []) => ({
    path,
    title,
    tags,
    links: [...linksIn(body, path), ...links],
  });
  return [
    ...(await shownPosts()).map(({ id, body = '', data: { title, description = '', tags } }) =>
      page(pathOf.post(id), title, body, [...new Set([...tags.map(slugOf), ...about(title, description, ...tags)])]),
    ),
    ...(await allGuides()).map(({ id, body = '', data: { title, description, section } }) =>
      page(pathOf.guide(id), title, body, [...about(title, description), slugOf(section)]),
    ),
    ...(await allErrors()).map(({ id, body = '', data }) =>
      page(
        pathOf.error(id),
        data.title,
        body,
        about(data.title, data.description, ...data.drivers),
        [...(data.leads_to ?? []), ...(data.special_case_of === undefined ? [] : [data.special_case_of])].map(
          pathOf.error,
        ),
      ),
    ),
    ...(await driversNamed()).map(({ id, data }) => page(pathOf.driver(id), data.title, '', about(id))),
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
    ...tagsOf(posts).flatMap(({ slug }) => [pathOf.tag(slug), pathOf.tagFeed(slug)]),
    ...(await driversNamed()).map(({ id }) => pathOf.driver(id)),
    ...(await allErrors()).map(({ id }) => pathOf.error(id)),
  ]);
}

/** What the content is held to: all collections with their schemas, all rules, and the pages to which links may lead. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import type { Content, Entry, Link, Page, Rule, Source } from './content-check/content.ts';
import { listFiles } from './content-check/files.node.ts';
import { sortProblems } from './content-check/problem.ts';
import type { Problem } from './content-check/problem.ts';
import { idOf, holds, readEntries } from './content-check/read-entries.node.ts';
import type { Collection, ReadText } from './content-check/read-entries.node.ts';
import { collectReferences, expand } from './content-check/references.ts';
import type { ReferencePlaces } from './content-check/references.ts';
import { ageingWord } from './content-check/rules/ageing-word.ts';
import { aliasClash } from './content-check/rules/alias-clash.ts';
import { blockedHtml } from './content-check/rules/blocked-html.ts';
import { brokenAnchor } from './content-check/rules/broken-anchor.ts';
import { brokenLink } from './content-check/rules/broken-link.ts';
import { codeNote } from './content-check/rules/code-note.ts';
import { consolePrompt } from './content-check/rules/console-prompt.node.ts';
import { controlCharacter } from './content-check/rules/control-character.ts';
import { duplicateSlug } from './content-check/rules/duplicate-slug.ts';
import { duplicateTitle } from './content-check/rules/duplicate-title.ts';
import { emptyCollection } from './content-check/rules/empty-collection.ts';
import { emptyHeading } from './content-check/rules/empty-heading.ts';
import { emptyLink } from './content-check/rules/empty-link.ts';
import { fileName } from './content-check/rules/file-name.ts';
import { headingLevel } from './content-check/rules/heading-level.ts';
import { imageAlt } from './content-check/rules/image-alt.ts';
import { imageFile } from './content-check/rules/image-file.ts';
import { longTitle } from './content-check/rules/long-title.ts';
import { looseNote } from './content-check/rules/loose-note.ts';
import { repeatedHeading } from './content-check/rules/repeated-heading.ts';
import { repeatedParagraph } from './content-check/rules/repeated-paragraph.ts';
import { stalePage } from './content-check/rules/stale-page.ts';
import { strayFile } from './content-check/rules/stray-file.ts';
import { unlistedAddress } from './content-check/rules/unlisted-address.ts';
import { vagueLink } from './content-check/rules/vague-link.ts';
import { vanishedAddress } from './content-check/rules/vanished-address.ts';
import { vanishedAnchor } from './content-check/rules/vanished-anchor.ts';
import { unknownLanguage } from './content-check/rules/unknown-language.node.ts';
import { publishedFile } from './content-check/published.ts';
import { runRules } from './content-check/run-rules.ts';
import { whyUnreadable } from './content-check/source.node.ts';
import { linkedTalk } from './discussions/link.ts';
import { discussionName } from './discussions/rules/discussion-name.ts';
import { duplicateDiscussion } from './discussions/rules/duplicate-discussion.ts';
import { remarkAddress } from './discussions/rules/remark-address.ts';
import { unknownDiscussion } from './discussions/rules/unknown-discussion.ts';
import { knownFinding } from './docker-info/rules/known-finding.ts';
import { infoStatementSchema } from './docker-info/schema.ts';
import { discussionLink, discussionSchema } from './discussions/schema.ts';
import { glossaryTerm } from './docs/rules/glossary-term.ts';
import { guideSchema } from './docs/schema.ts';
import { doubleDefault } from './drivers/rules/double-default.ts';
import { driverLife } from './drivers/rules/driver-life.ts';
import { duplicateFact } from './drivers/rules/duplicate-fact.ts';
import { factSource } from './drivers/rules/fact-source.ts';
import { factValue } from './drivers/rules/fact-value.ts';
import { homePageSource } from './drivers/rules/home-page-source.ts';
import { missingFact } from './drivers/rules/missing-fact.ts';
import { staleFact } from './drivers/rules/stale-fact.ts';
import { isSourceOrDate } from './drivers/rules/statements.ts';
import { timelineOrder } from './drivers/rules/timeline-order.ts';
import { unknownDriver } from './drivers/rules/unknown-driver.ts';
import { unknownEngine } from './drivers/rules/unknown-engine.ts';
import { answeredByAll, unaskedFact } from './drivers/rules/unasked-fact.ts';
import { unknownFact } from './drivers/rules/unknown-fact.ts';
import { unknownMoment } from './drivers/rules/unknown-moment.ts';
import { unusedWord } from './drivers/rules/unused-word.ts';
import { distributionSchema, driverSchema, engineSchema, factKeySchema } from './drivers/schema.ts';
import { messageFirst } from './errors/rules/message-first.ts';
import { unknownError } from './errors/rules/unknown-error.ts';
import { knownErrorSchema } from './errors/schema.ts';
import { readRecord, recordName } from './octopress/present-site.node.ts';
import { unknownPost } from './posts/rules/unknown-post.ts';
import { waitingPost } from './posts/rules/waiting-post.ts';
import { postSchema } from './posts/schema.ts';
import type { Post } from './posts/schema.ts';
import { tagsOf } from './posts/tags.ts';
import { site } from './site.config.ts';
import type { SiteConfig } from './site.config.ts';
import { buildTime } from './site/build-time.node.ts';
import { isoDay } from './site/dates.ts';
import { openKept } from './site/kept.node.ts';
import type { Kept } from './site/kept.node.ts';
import { publishedSchema, redirectsSchema } from './site/schema.ts';
import { isOwn, shardIn } from './site/shard.ts';
import { pathOf } from './site/urls.ts';
import { goneSource } from './sources/rules/gone-source.ts';
import { goneSourcesFile, goneSourcesSchema } from './sources/schema.ts';

const prose = ['md', 'mdx'] as const;

const collections: readonly Collection[] = [
  { name: 'posts', path: 'content/posts', endings: prose, schema: postSchema },
  { name: 'docs', path: 'content/docs', endings: prose, schema: guideSchema },
  { name: 'errors', path: 'content/errors', endings: prose, schema: knownErrorSchema },
  { name: 'drivers', path: 'content/drivers', endings: ['yaml'], schema: driverSchema, leftToRules: isSourceOrDate },
  { name: 'engines', path: 'content/engines', endings: ['yaml'], schema: engineSchema, leftToRules: isSourceOrDate },
  {
    name: 'distributions',
    path: 'content/distributions.yaml',
    endings: ['yaml'],
    schema: z.array(distributionSchema),
    leftToRules: isSourceOrDate,
    mayBeEmpty: true,
  },
  { name: 'facts', path: 'content/facts.yaml', endings: ['yaml'], schema: z.array(factKeySchema) },
  {
    name: 'docker-info',
    path: 'content/docker-info.yaml',
    endings: ['yaml'],
    schema: z.array(infoStatementSchema),
    leftToRules: isSourceOrDate,
    mayBeEmpty: true,
  },
  // Only a site that came from another one has old addresses.
  { name: 'redirects', path: 'content/redirects.yaml', endings: ['yaml'], schema: redirectsSchema, mayBeEmpty: true },
  // A site that is not out yet has published nothing.
  { name: 'published', path: publishedFile, endings: ['yaml'], schema: publishedSchema, mayBeEmpty: true },
  // All sources may be there.
  { name: 'gone-sources', path: goneSourcesFile, endings: ['yaml'], schema: goneSourcesSchema, mayBeEmpty: true },
  // A site is complete before anybody has said a word about it.
  { name: 'discussions', path: 'content/discussions', endings: ['json'], schema: discussionSchema, mayBeEmpty: true },
];

/** Where pages of a collection's entries are. */
const addresses: Record<string, (id: string) => string> = {
  posts: pathOf.post,
  docs: pathOf.guide,
  errors: pathOf.error,
  drivers: pathOf.driver,
};

const links = [
  { prefix: pathOf.posts, to: 'posts' },
  { prefix: pathOf.errors, to: 'errors' },
];

/** Where names of entries are written; discussions that are not of `repository` have no entry. */
const referencesIn = (repository: string): ReferencePlaces => ({
  fields: [
    { in: 'drivers', path: ['engine'], to: 'engines' },
    { in: 'drivers', path: ['versions'], to: 'engines' },
    { in: 'drivers', path: ['used_by', '*', 'engine'], to: 'engines' },
    { in: 'drivers', path: ['facts', 'replacement', 'value'], to: 'drivers', nameOf: replacement },
    { in: 'engines', path: ['events', '*', 'drivers', '*'], to: 'drivers' },
    { in: 'engines', path: ['order', '*', 'drivers', '*'], to: 'drivers' },
    { in: 'docker-info', path: ['*', 'error'], to: 'errors' },
    { in: 'docker-info', path: ['*', 'engine'], to: 'engines' },
    { in: 'errors', path: ['engines', '*'], to: 'engines' },
    { in: 'errors', path: ['drivers', '*'], to: 'drivers' },
    { in: 'errors', path: ['leads_to', '*'], to: 'errors' },
    { in: 'errors', path: ['special_case_of'], to: 'errors' },
    ...['posts', 'docs', 'errors', 'drivers'].map((name) => ({
      in: name,
      path: ['discussion'],
      to: 'discussions',
      nameOf: (link: unknown) => discussionNumber(link, repository),
    })),
  ],
  keys: [{ in: 'drivers', path: ['facts'], to: 'facts' }],
  attributes: [
    { component: 'Compare', attribute: 'drivers', to: 'drivers' },
    { component: 'Compare', attribute: 'facts', to: 'facts' },
  ],
  links,
});

/**
 * The most characters of a title. A search engine's line has room for some 60, and a tab for fewer. The title of an
 * error begins with the message to the letter, which readers compare, so that it may take a second line.
 */
const longestTitles = { posts: 60, docs: 60, drivers: 60, errors: 90 };

/** The short texts that stand alone in lists and results, by collection. */
const shortTexts = {
  posts: ['description'],
  docs: ['description'],
  errors: ['description', 'means'],
  drivers: ['summary'],
};

/** All rules that look at more than the form of one file. */
export const rules: readonly Rule[] = [
  ageingWord(shortTexts),
  aliasClash,
  blockedHtml,
  brokenAnchor,
  brokenLink(links.map(({ prefix }) => prefix)),
  codeNote,
  consolePrompt,
  controlCharacter,
  discussionName,
  doubleDefault,
  driverLife,
  duplicateDiscussion,
  duplicateFact,
  duplicateSlug,
  duplicateTitle(Object.keys(addresses)),
  emptyCollection,
  emptyHeading,
  emptyLink,
  factSource,
  factValue,
  fileName,
  glossaryTerm,
  goneSource(site.origin),
  headingLevel,
  homePageSource,
  imageAlt,
  imageFile,
  knownFinding,
  longTitle(longestTitles),
  looseNote,
  messageFirst,
  missingFact,
  remarkAddress,
  repeatedHeading,
  repeatedParagraph,
  staleFact,
  stalePage,
  strayFile,
  timelineOrder,
  unaskedFact,
  unknownDiscussion,
  unknownDriver,
  unknownEngine,
  unknownError,
  unknownFact,
  unknownLanguage,
  unknownMoment,
  unknownPost,
  unlistedAddress,
  unusedWord,
  vagueLink,
  vanishedAddress,
  vanishedAnchor,
  waitingPost,
];

/**
 * All problems of the content below `root`, sorted, what is merely worth a look, and the number of files that were
 * looked at. Bad content never throws.
 */
export async function checkContent(
  root: string,
  config: Config = site,
  today: string = isoDay(buildTime(process.env, new Date()).now),
  kept?: Kept<ReadText>,
): Promise<{ problems: Problem[]; warnings: Problem[]; files: number }> {
  const { content, problems, files } = await readContent(root, config, today, kept);
  const found = runRules(rules, content);
  return {
    problems: sortProblems([...problems, ...found.problems]),
    warnings: sortProblems(found.warnings),
    files,
  };
}

/**
 * The same for a build, which parses only the texts that have changed since the last one. A share of a build reads its own
 * texts, each by itself, and leaves the rules to the build that joins the shares.
 */
export async function checkChanges(root: string): ReturnType<typeof checkContent> {
  const shard = shardIn(process.env);
  const kept = await openKept<ReadText>(root, 'texts');
  const found =
    shard === undefined
      ? await checkContent(root, undefined, undefined, kept)
      : await checkTexts(root, (path) => isOwn(path, shard), kept);
  await kept.close();
  return found;
}

async function checkTexts(
  root: string,
  isWanted: (path: string) => boolean,
  kept: Kept<ReadText>,
): ReturnType<typeof checkContent> {
  const files = (await listFiles(root, 'content')).filter((path) => {
    const collection = collections.find((candidate) => holds(candidate, path));
    return collection !== undefined && isWanted(`${collection.name}/${idOf(path)}`);
  });
  const { problems, count } = readEntries(root, collections, files, kept);
  return { problems: sortProblems(problems), warnings: [], files: count };
}

type Config = Pick<SiteConfig, 'origin' | 'base' | 'navigation' | 'footer' | 'repository'>;

/** The content below `root` as rules see it on the day `today`, the problems of single files, and their number. */
export async function readContent(
  root: string,
  config: Config = site,
  today: string = isoDay(buildTime(process.env, new Date()).now),
  kept?: Kept<ReadText>,
): Promise<{ content: Content; problems: Problem[]; files: number }> {
  const contentFiles = await listFiles(root, 'content');
  const files = new Set([...contentFiles, ...(await listFiles(root, 'public'))]);
  const { entries, problems, count } = readEntries(root, collections, contentFiles, kept);
  // Pictures and what is published as it is: a build that comes upon such a file ends in a trace.
  const unreadable = [...files].flatMap((path) =>
    collections.some((collection) => holds(collection, path)) ? [] : (whyUnreadable(root, path) ?? []),
  );
  const names = namesOf(entries, contentFiles);
  const content: Content = {
    today,
    entries,
    files,
    folders: collections.map(({ name, path, endings, mayBeEmpty = false }) => ({
      collection: name,
      path,
      endings,
      mayBeEmpty,
    })),
    names,
    references: collectReferences(entries, referencesIn(config.repository)),
    pages: listPages(entries, contentFiles, names.get('facts')),
    links: [...entries.flatMap((entry) => linksIn(entry, config)), ...(await configuredLinks(root, config))],
    imported: importedFiles(root, entries),
  };
  return { content, problems: [...problems, ...unreadable], files: count };
}

/** Files that `npm run import` recorded, and those that keep what only an import leaves behind. */
function importedFiles(root: string, entries: readonly Entry[]): Set<string> {
  const marked = entries.filter(({ data }) => expand(data.value, ['legacy']).length > 0);
  return new Set([...readRecord(join(root, 'content', recordName)).keys(), ...marked.map(({ source }) => source.path)]);
}

/** Ids by collection, also of files with problems: one mistake should not make every reference to the file another. */
function namesOf(entries: readonly Entry[], files: readonly string[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const collection of collections) {
    names.set(collection.name, new Set(files.filter((path) => holds(collection, path)).map(idOf)));
  }
  const facts = entries.find(({ collection }) => collection === 'facts');
  const keys = expand(facts?.data.value, ['*', 'key']).map(({ value }) => String(value));
  // A key that all drivers have is missing in one place, whatever else names it.
  if (keys.length > 0) names.set('facts', new Set([...keys, ...answeredByAll(entries)]));
  else names.delete('facts');
  return names;
}

/** Every address of the site but the files in public/, by path without base. */
function listPages(
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

/** Links in prose, and addresses of this very site in prose and data, which are links in disguise. */
function linksIn(entry: Entry, { origin, base }: Pick<SiteConfig, 'origin' | 'base'>): Link[] {
  const { source, body, data, collection, id } = entry;
  const page = addresses[collection]?.(id);
  const addressed = data.texts.map(({ text, offset }) => {
    // The value of a quoted text begins after its quote.
    const quote = source.text.startsWith(text, offset) ? 0 : 1;
    return { url: text, offset: offset + quote };
  });
  const inData = addressed.filter(({ url }) => url.startsWith(origin + base));
  return [...(body?.links ?? []), ...inData].map(({ url, offset }) => {
    const isOwn = url.startsWith(origin + base);
    const start = isOwn ? origin.length + base.length - 1 : 0;
    return { url: url.slice(start), offset: offset + start, source, page, draft: isDraft(entry) };
  });
}

/** The links of header and footer. Their values come from the configuration, and only their places from its text. */
async function configuredLinks(
  root: string,
  { navigation, footer }: Pick<SiteConfig, 'navigation' | 'footer'>,
): Promise<Link[]> {
  const path = 'src/site.config.ts';
  const text = await readFile(join(root, path), 'utf8').catch(() => '');
  if (text === '') return []; // Content that lies elsewhere has a configuration of its own.
  const source: Source = { path, text };
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

/** The number of the thread that a link means in `repository`; nothing for other places and for what is no link. */
function discussionNumber(link: unknown, repository: string): string | undefined {
  const { data } = discussionLink.safeParse(link);
  const talk = data === undefined ? undefined : linkedTalk(data, repository);
  return talk?.kind === 'thread' ? String(talk.number) : undefined;
}

/** The driver that a fact names as the replacement, unless it says that there is none. */
function replacement(value: unknown): string | undefined {
  return typeof value === 'string' && !['none', 'unknown', 'not-applicable'].includes(value) ? value : undefined;
}

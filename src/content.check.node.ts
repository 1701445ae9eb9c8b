/** The check of the content: reads all collections and holds them to all rules. */
import { join } from 'node:path';
import type { Content, Entry } from './content-check/content.ts';
import { listFiles } from './content-check/files.node.ts';
import { missingImports } from './content-check/imports.node.ts';
import { sortProblems } from './content-check/problem.ts';
import type { Problem } from './content-check/problem.ts';
import { holds, idOf, readEntries } from './content-check/read-entries.node.ts';
import type { ReadText } from './content-check/read-entries.node.ts';
import { collectReferences, expand } from './content-check/references.ts';
import { runRules } from './content-check/run-rules.ts';
import { whyUnreadable } from './content-check/source.node.ts';
import { collections } from './content.collections.node.ts';
import { configProblems } from './content.config-problems.node.ts';
import { configuredLinks, linksIn, listPages } from './content.pages.node.ts';
import { referencesIn } from './content.references.node.ts';
import { rules } from './content.rules.node.ts';
import { answeredByAll } from './drivers/rules/unasked-fact.ts';
import { readRecord, recordName } from './octopress/present-site.node.ts';
import { site } from './site.config.ts';
import type { SiteConfig } from './site.config.ts';
import { buildTime } from './site/build-time.node.ts';
import { isoDay } from './site/dates.ts';
import { openKept } from './site/kept.node.ts';
import type { Kept } from './site/kept.node.ts';
import { isOwn, shardIn } from './site/shard.ts';

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
  const { problems, count } = await readEntries(root, collections, files, kept);
  return { problems: sortProblems(problems), warnings: [], files: count };
}

type Config = Pick<SiteConfig, 'origin' | 'base' | 'navigation' | 'footer' | 'repository'> & Partial<SiteConfig>;

/** The content below `root` as rules see it on the day `today`, the problems of single files, and their number. */
export async function readContent(
  root: string,
  config: Config = site,
  today: string = isoDay(buildTime(process.env, new Date()).now),
  kept?: Kept<ReadText>,
): Promise<{ content: Content; problems: Problem[]; files: number }> {
  const contentFiles = await listFiles(root, 'content');
  const files = new Set([...contentFiles, ...(await listFiles(root, 'public'))]);
  const { entries, problems, count } = await readEntries(root, collections, contentFiles, kept);
  // Pictures and what is published as it is: a build that comes upon such a file ends in a trace.
  const unreadable = [...files].flatMap((path) =>
    collections.some((collection) => holds(collection, path)) ? [] : (whyUnreadable(root, path) ?? []),
  );
  const names = namesOf(entries, contentFiles);
  const links = [...entries.flatMap((entry) => linksIn(entry, config)), ...(await configuredLinks(root, config))];
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
    references: collectReferences(entries, links, referencesIn(config.repository)),
    pages: listPages(entries, contentFiles, names.get('facts')),
    links,
    imported: importedFiles(root, entries),
  };
  const missing = missingImports(root, entries);
  return {
    content,
    problems: [...(await configProblems(root, config)), ...problems, ...unreadable, ...missing],
    files: count,
  };
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

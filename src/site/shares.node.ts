/** What a machine hands over of its share of a build, and what another one makes of all of them. */
import { createHash } from 'node:crypto';
import { cp, glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { joinKept } from './kept.node.ts';
import { lastChanges } from './last-changes.node.ts';
import { pagesFolder } from './sharded-build.node.ts';
import { shardLabel } from './shard.ts';
import type { Shard } from './shard.ts';

/** Digests of all that decides the bytes of a page. */
interface Sources {
  code: string;
  packages: string;
  content: string;
  history: string;
}

/** `share.json`: what a share was made of, and the digests of its files by path. */
interface Label extends Shard {
  /** What was taken for now, in seconds since 1970. */
  epoch: number;
  sources: Sources;
  files: Record<string, string>;
}

/** A share that was handed over, and where. */
interface Share extends Label {
  folder: string;
}

export const labelName = 'share.json';
/** What is kept between builds is as good on another machine; by name in a share, from the root of the project. */
const caches = { texts: '.cache/texts', kept: '.cache/kept', cards: '.cache/cards', pictures: '.cache/astro/pictures' };

/** What to write when a difference was found in one of the sources. */
const otherSources: Record<keyof Sources, string> = {
  code: 'other code',
  packages: 'other packages or another Node.js',
  content: 'other content',
  history: 'another history of Git, on which the days of changes depend; a shallow clone has none',
};

/** Writes into `folder` what was made of the share of the site that was built in `built`, at the moment `epoch`. */
export async function writeShare(
  root: string,
  built: string,
  folder: string,
  { shard, epoch }: { shard: Shard; epoch: number },
): Promise<number> {
  const part = `${resolve(folder)}.part`;
  await rm(part, { recursive: true, force: true });
  const pages = await filesIn(built, '**/index.html');
  for (const file of pages) await copyTo(join(built, file), join(part, pagesFolder, file));
  for (const [name, cache] of Object.entries(caches)) {
    for (const file of await filesIn(join(root, cache))) await copyTo(join(root, cache, file), join(part, name, file));
  }
  const files: Record<string, string> = {};
  for (const file of await filesIn(part)) files[file] = await digestOf(join(part, file));
  const label: Label = { ...shard, epoch, sources: await readSources(root), files };
  await mkdir(part, { recursive: true });
  await writeFile(join(part, labelName), `${JSON.stringify(label, undefined, 1)}\n`);
  await rm(folder, { recursive: true, force: true });
  await rename(part, folder);
  return pages.length;
}

/**
 * The shares in the folders of `folder`, and the moment for which they were made, if they are all there, whole, and of what
 * is in `root`; otherwise all that is wrong, each with what to do. `epoch` is the moment that was asked for, if any.
 */
export async function readShares(
  root: string,
  folder: string,
  epoch: number | undefined,
): Promise<{ shares: Share[]; epoch: number } | { problems: string[] }> {
  const found = await openShares(folder);
  const [first] = found.shares;
  if (found.problems.length > 0) return { problems: found.problems };
  if (first === undefined) {
    const problem = `There are no shares in ${folder}. Put the folders that npm run build -- --shard 1/4 and its like write side by side into one folder, and name that.`;
    return { problems: [problem] };
  }
  const here = await readSources(root);
  const problems = [...gaps(found.shares, folder), ...differences(found.shares, here)];
  const moments = new Set(found.shares.map((share) => share.epoch));
  if (moments.size > 1) {
    const list = found.shares.map((share) => `${share.epoch} (share ${shardLabel(share)})`).join(', ');
    problems.push(
      `The shares were made for different moments: ${list}. Build all of them with the same SOURCE_DATE_EPOCH.`,
    );
  } else if (epoch !== undefined && epoch !== first.epoch) {
    problems.push(
      `The shares were made for the moment ${first.epoch}, and SOURCE_DATE_EPOCH is ${epoch}. Set it to ${first.epoch}, or build the shares with ${epoch}.`,
    );
  }
  for (const share of found.shares) {
    const broken = await brokenFile(share);
    if (broken === undefined) continue;
    problems.push(
      `Share ${shardLabel(share)} in ${share.folder} is not whole: ${broken} is missing or has changed. Hand it over again.`,
    );
  }
  return problems.length > 0 ? { problems } : { shares: found.shares, epoch: first.epoch };
}

/** Puts what is in `shares` where a build in `root` finds it: in what is kept between builds, and in the folder `handed`. */
export async function joinShares(root: string, shares: readonly Share[], handed: string): Promise<void> {
  await rm(join(root, handed), { recursive: true, force: true });
  await mkdir(join(root, handed), { recursive: true });
  for (const { folder } of shares) {
    for (const name of [pagesFolder, 'texts']) await addTo(join(folder, name), join(root, handed, name));
    for (const name of ['cards', 'pictures'] as const) await addTo(join(folder, name), join(root, caches[name]));
  }
  await joinKept(
    root,
    shares.map(({ folder }) => join(folder, 'kept')),
  );
}

async function openShares(folder: string): Promise<{ shares: Share[]; problems: string[] }> {
  const shares: Share[] = [];
  const problems: string[] = [];
  const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const { name } of found.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const text = await readFile(join(folder, name, labelName), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const label = readLabel(text);
    if (label !== undefined) {
      shares.push({ ...label, folder: join(folder, name) });
    } else {
      problems.push(`${join(folder, name, labelName)} can't be read. Hand that share over again.`);
    }
  }
  return { shares: shares.toSorted((a, b) => a.number - b.number), problems };
}

/** What `text` says of a share; undefined if it was not written by this command, or cut off on the way. */
function readLabel(text: string): Label | undefined {
  try {
    const { number, of, epoch, sources, files } = JSON.parse(text) as Record<keyof Label, unknown>;
    const isLabel =
      [number, of, epoch].every(Number.isInteger) && [sources, files].every((value) => value instanceof Object);
    return isLabel ? ({ number, of, epoch, sources, files } as Label) : undefined;
  } catch {
    return undefined; // No JSON, or nothing that has parts.
  }
}

/** Shares that are missing, or there twice, or of other divisions. */
function gaps(shares: readonly Share[], folder: string): string[] {
  const divisions = new Set(shares.map(({ of }) => of));
  if (divisions.size > 1) {
    const list = shares.map((share) => shardLabel(share)).join(', ');
    return [`The shares in ${folder} are of different divisions: ${list}. Leave those of one there.`];
  }
  const [of = 0] = divisions;
  return Array.from({ length: of }, (_, place) => place + 1).flatMap((number) => {
    const same = shares.filter((share) => share.number === number);
    const label = shardLabel({ number, of });
    if (same.length === 0)
      return [
        `Share ${label} is missing in ${folder}. Make it with npm run build -- --shard ${label}, and put it there.`,
      ];
    if (same.length === 1) return [];
    return [
      `Share ${label} is there more than once: ${same.map((share) => share.folder).join(', ')}. Leave one there.`,
    ];
  });
}

function differences(shares: readonly Share[], here: Sources): string[] {
  return shares.flatMap((share) => {
    const others = (Object.keys(otherSources) as (keyof Sources)[]).filter(
      (name) => share.sources[name] !== here[name],
    );
    if (others.length === 0) return [];
    const list = others.map((name) => otherSources[name]).join(', and ');
    return [
      `Share ${shardLabel(share)} in ${share.folder} was made of ${list}. Build all shares and join them from the same commit, each after npm ci.`,
    ];
  });
}

async function brokenFile({ folder, files }: Share): Promise<string | undefined> {
  for (const [file, digest] of Object.entries(files)) {
    if ((await digestOf(join(folder, file)).catch(() => undefined)) !== digest) return file;
  }
  return undefined;
}

async function readSources(root: string): Promise<Sources> {
  const { dates } = await lastChanges(root);
  return {
    code: await digestAll(root, [
      'src',
      'scripts/build.ts',
      'scripts/build-pages.ts',
      'astro.config.mjs',
      'package.json',
    ]),
    packages: await digestAll(root, ['package-lock.json'], process.version),
    content: await digestAll(root, ['content', 'public']),
    history: createHash('sha256')
      .update(JSON.stringify([...dates].toSorted()))
      .digest('base64url'),
  };
}

/** A digest of the files at or below `places`. */
async function digestAll(root: string, places: readonly string[], more = ''): Promise<string> {
  const hash = createHash('sha256').update(more);
  for (const place of places) {
    const isFolder = (await stat(join(root, place)).catch(() => undefined))?.isDirectory() === true;
    const files = isFolder ? (await filesIn(join(root, place))).map((file) => `${place}/${file}`) : [place];
    for (const file of files) hash.update(`${file}\n`).update(await digestOf(join(root, file)).catch(() => ''));
  }
  return hash.digest('base64url');
}

async function digestOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('base64url');
}

/** Paths of the files below `folder`, sorted, with `/`. */
async function filesIn(folder: string, pattern = '**/*'): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: folder, withFileTypes: true })) {
    if (file.isFile()) files.push(relative(folder, join(file.parentPath, file.name)).split(sep).join('/'));
  }
  return files.toSorted();
}

async function copyTo(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}

/** Adds the files of one folder to another; a share may have none of a kind. */
async function addTo(from: string, to: string): Promise<void> {
  for (const file of await filesIn(from)) await copyTo(join(from, file), join(to, file));
}

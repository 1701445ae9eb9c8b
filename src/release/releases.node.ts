import { lstat, readFile, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';

/** What a finished release says about itself, in its `release.json`. */
export interface Release {
  /** Name of its folder; names sort by age. */
  id: string;
  /** Moment at which it was begun, as ISO 8601. */
  made: string;
  /** The release that was live then; undefined for the first one. */
  replaces?: string | undefined;
}

/** The link that a host serves; it leads to the site of the live release. */
const live = 'current';

/** File of a release that says which one it is. It is written last, so a folder without it is not whole. */
export const releaseFile = 'release.json';

/** Folder of a release that holds the site. */
export const siteFolder = 'site';

/** What a release is called while it is made, and while it is removed. Such a folder is no release. */
export const unfinished = (id: string): string => `.making-${id}`;
const removed = (id: string): string => `.removing-${id}`;

/** All finished releases in the folder `releases`, newest first. */
export async function listReleases(releases: string): Promise<Release[]> {
  const found: Release[] = [];
  for (const entry of await readdir(releases, { withFileTypes: true }).catch(nothingYet)) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const about = await readRelease(join(releases, entry.name));
    if (about !== undefined) found.push({ ...about, id: entry.name });
  }
  return found.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** What the release in `folder` says about itself; undefined if it is none, or none that is whole. */
async function readRelease(folder: string): Promise<Release | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, releaseFile), 'utf8')) as Release;
  } catch {
    return undefined; // Not there, or cut off, as by a loss of power: the others are releases all the same.
  }
}

/** Id of the live release. Throws if something stands where the link should be that no release put there. */
export async function liveRelease(releases: string): Promise<string | undefined> {
  const link = join(releases, live);
  const target = await readlink(link).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new Error(`${link} is no link to a release. Move it away, then run the command again.`, { cause: error });
  });
  return target?.replaceAll('\\', '/').split('/').at(-2);
}

/** Makes `id` the live release in one step: a reader gets the old site or the new one, and never anything between. */
export async function switchTo(releases: string, id: string): Promise<void> {
  const next = join(releases, `.${live}-${id}`);
  await rm(next, { force: true });
  await symlink(join(id, siteFolder), next, 'dir');
  await rename(next, join(releases, live));
}

/** Removes what a release that was interrupted left behind. Nobody else may be at work: it wants the lock. */
export async function clearLeftovers(releases: string): Promise<void> {
  const ours = [unfinished(''), removed(''), `.${live}-`];
  for (const name of await readdir(releases)) {
    if (ours.some((start) => name.startsWith(start))) await removeAll(join(releases, name));
  }
}

/** Removes old releases but the newest `keep`, the live one, and the one that a rollback leads to. Gives their ids. */
export async function removeOld(releases: string, keep: number): Promise<string[]> {
  const all = await listReleases(releases);
  const current = await liveRelease(releases);
  const kept = new Set([current, all.find(({ id }) => id === current)?.replaces]);
  const old = all.slice(keep).filter(({ id }) => !kept.has(id));
  for (const { id } of old) {
    // Renamed first: whatever happens meanwhile, half a release is never taken for a whole one.
    await rename(join(releases, id), join(releases, removed(id)));
    await removeAll(join(releases, removed(id)));
  }
  return old.map(({ id }) => id);
}

/** Removes a file, or a folder with all that is in it. */
export async function removeAll(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

/** Whether there is anything at `path`, a link that leads nowhere included. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function nothingYet(error: unknown): [] {
  if (errorCode(error) === 'ENOENT') return [];
  throw error;
}

import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { takeLock } from './lock.node.ts';
import {
  clearLeftovers,
  isThere,
  listReleases,
  liveRelease,
  releaseFile,
  removeAll,
  removeOld,
  siteFolder,
  switchTo,
  unfinished,
} from './releases.node.ts';
import type { Release } from './releases.node.ts';

/** A release in the making. */
export interface Draft {
  /** Folder of all that belongs to it. */
  folder: string;
  /** Folder in it that will be served. */
  site: string;
  /** Folder of the live release; undefined if there is none yet. */
  before: string | undefined;
}

/** One thing to do for a release. What it throws ends the release. */
export interface Step {
  /** What is done, as in "stopped at: …". */
  name: string;
  run: (draft: Draft) => Promise<void>;
}

/** How a release or a rollback ended; `problem` and `remark` are sentences for the person who asked for it. */
export type Outcome = { kind: 'done'; id: string; remark?: string | undefined } | { kind: 'failed'; problem: string };

/** What a release needs to know. */
export interface Plan {
  /** Folder of all releases. */
  releases: string;
  /** Name of the new one; it must sort after all earlier names. */
  id: string;
  /** The moment at which it is made. */
  now: Date;
  /** What to do before the switch, in this order. */
  steps: readonly Step[];
  /** Number of releases that are kept, the new one included. */
  keep: number;
  /** Is told the name of each step as it begins. */
  tell: (step: string) => void;
}

/**
 * Makes a release in a folder that nobody sees, and makes it the live one in a single step when all went well. Whatever
 * goes wrong before, the live site stays as it was; what an interrupted release left is removed by the next one.
 */
export async function makeRelease({ releases, id, now, steps, keep, tell }: Plan): Promise<Outcome> {
  return locked(releases, async (isStillOurs) => {
    await clearLeftovers(releases);
    const replaces = await liveRelease(releases);
    const name = await freeName(releases, id);
    const folder = join(releases, unfinished(name));
    const before = replaces === undefined ? undefined : join(releases, replaces);
    const draft = { folder, site: join(folder, siteFolder), before };
    const about: Release = { id: name, made: now.toISOString(), replaces };
    const all: Step[] = [
      ...steps,
      {
        name: 'keep it',
        run: async () => {
          await writeFile(join(folder, releaseFile), `${JSON.stringify(about, undefined, 2)}\n`, { flush: true });
          if (!(await isStillOurs())) throw new Error('Another release took the lock meanwhile.');
          await rename(folder, join(releases, name));
        },
      },
      { name: 'switch over', run: () => switchTo(releases, name) },
    ];
    let current = 'make its folder';
    try {
      await mkdir(folder);
      await chmod(folder, 0o755); // whatever the mask of the person who builds
      for (const step of all) {
        current = step.name;
        tell(current);
        await step.run(draft);
      }
    } catch (error) {
      await removeAll(folder);
      await removeAll(join(releases, name)); // It is whole, but nobody asked for a release that is not live.
      return {
        kind: 'failed',
        problem: `The release stopped at: ${current}. ${reason(error, releases)} ${stillLive(replaces)}`,
      };
    }
    tell('remove old releases');
    try {
      await removeOld(releases, keep);
    } catch (error) {
      return { kind: 'done', id: name, remark: `Old releases could not be removed. ${reason(error, releases)}` };
    }
    return { kind: 'done', id: name, remark: await otherHeaders(releases, replaces, name) };
  });
}

/**
 * Makes an earlier release the live one again: `wanted`, or else the one that the live release replaced. `faultsOf` says
 * what is wrong with a release, which is then left alone.
 */
export async function rollBack(
  releases: string,
  wanted: string | undefined,
  faultsOf: (folder: string) => Promise<string[]>,
): Promise<Outcome> {
  if (!(await isThere(releases))) return { kind: 'failed', problem: `There is no release in ${releases}/ yet.` };
  return locked(releases, async () => {
    const all = await listReleases(releases);
    const current = await liveRelease(releases);
    const id = wanted ?? all.find((release) => release.id === current)?.replaces;
    const kept = all.map((release) => `\n  ${release.id}`).join('');
    if (all.length === 0) return { kind: 'failed', problem: `There is no release in ${releases}/ yet.` };
    if (id === undefined) {
      return { kind: 'failed', problem: `No release came before the live one. These are kept:${kept}` };
    }
    if (!all.some((release) => release.id === id)) {
      return { kind: 'failed', problem: `The release ${id} is not kept. These are:${kept}` };
    }
    const faults = await faultsOf(join(releases, id));
    if (faults.length > 0) {
      const some = faults.slice(0, 5).map((fault) => `\n  ${fault}`);
      return {
        kind: 'failed',
        problem: `The release ${id} is not what it was. ${stillLive(current)}${some.join('')}`,
      };
    }
    await switchTo(releases, id);
    return { kind: 'done', id, remark: await otherHeaders(releases, current, id) };
  });
}

/** What to tell a host after the switch from one release to another, if what it was told to send does not fit any more. */
async function otherHeaders(releases: string, from: string | undefined, to: string): Promise<string | undefined> {
  const read = (id: string) => readFile(join(releases, id, siteFolder, '_headers'), 'utf8').catch(() => undefined);
  const before = from === undefined ? undefined : await read(from);
  if (before === undefined || before === (await read(to))) return undefined;
  return `Its headers are other ones than before. A host that has them in a configuration of its own needs a new one: npm run hosts -- HOST ${releases}/current`;
}

/** Does `work` while nobody else makes a release in the folder `releases`. */
async function locked(
  releases: string,
  work: (isStillOurs: () => Promise<boolean>) => Promise<Outcome>,
): Promise<Outcome> {
  const file = join(releases, '.lock');
  try {
    if ((await mkdir(releases, { recursive: true })) !== undefined) await chmod(releases, 0o755);
    const lock = await takeLock(file);
    if (lock.kind === 'held') {
      return {
        kind: 'failed',
        problem: `Another release is being made, by ${lock.by}. Wait for it; if nothing runs there any more, remove ${file}.`,
      };
    }
    try {
      return await work(lock.isStillOurs);
    } finally {
      await lock.giveBack();
    }
  } catch (error) {
    return { kind: 'failed', problem: `${reason(error, releases)} The live site is as it was.` };
  }
}

/** The name, with a number behind it if another release of the same second has it. */
async function freeName(releases: string, id: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? id : `${id}-${number}`;
    if (!(await isThere(join(releases, name)))) return name;
  }
}

/** Why something went wrong in the folder `releases`, and what to do, in sentences. */
export function reason(error: unknown, releases: string): string {
  const code = errorCode(error) ?? '';
  if (code === 'ENOSPC') return `The disk of ${releases}/ is full. Make room, or keep fewer releases with --keep.`;
  const said = error instanceof Error ? error.message : String(error);
  const whole = /[.\n]$/.test(said) ? said : `${said}.`; // what the system says is no sentence
  const todo = { EACCES: rights, EPERM: rights, EROFS: rights, EEXIST: noFolder, ENOTDIR: noFolder, ENOENT: noFolder }[
    code
  ];
  return todo === undefined ? whole : `${whole} ${todo}`;
}

const rights = 'Let whoever releases write there, or name another folder with --into.';
const noFolder = 'Make a folder there, or name another one with --into.';

function stillLive(id: string | undefined): string {
  return id === undefined ? 'No release is live yet.' : `The release ${id} is still live.`;
}

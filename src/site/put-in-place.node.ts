import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes the folder `next` the one at `place`, in steps that take no time: the one that was there stays until then, and
 * comes back if the new one can't be put there. `next` may be on another disk, as where CI keeps `.cache/` on one. Tens of
 * thousands of files are removed several at a time: one after the other, each waits for the disk.
 */
export async function putInPlace(next: string, place: string): Promise<void> {
  const beside = join(dirname(place), `.${basename(place)}-next`);
  const last = join(dirname(place), `.${basename(place)}-last`);
  mkdirSync(dirname(place), { recursive: true });
  for (const folder of [beside, last]) await rm(folder, { recursive: true, force: true });
  moveFolder(next, beside);
  if (existsSync(place)) renameSync(place, last);
  try {
    renameSync(beside, place);
  } catch (error) {
    if (existsSync(last)) renameSync(last, place);
    throw error;
  }
  await rm(last, { recursive: true, force: true });
}

/** Whether a build may take a place: nothing is there, or an empty folder, or one with the file `mark`, as builds leave it. */
export function isFree(place: string, mark: string): boolean {
  if (!existsSync(place)) return true;
  return statSync(place).isDirectory() && (readdirSync(place).length === 0 || existsSync(join(place, mark)));
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    try {
      cpSync(from, to, { recursive: true });
    } catch (problem) {
      rmSync(to, { recursive: true, force: true }); // Half of it would keep a full disk full.
      throw problem;
    }
    rmSync(from, { recursive: true });
  }
}

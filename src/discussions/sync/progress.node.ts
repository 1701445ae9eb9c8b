import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { replaceFile } from '../../site/write-whole.node.ts';

/** How far a sync of all discussions came. */
export interface Progress {
  /** When it began first, as ISO 8601. */
  startedAt: string;
  /** Numbers of the discussions that it need not ask for again. */
  done: Set<number>;
}

const path = '.cache/discussions/all.json';
const shape = z.object({ startedAt: z.iso.datetime(), done: z.array(z.number()) });
const resumeWithin = 12 * 3600_000; // what was stopped longer ago begins anew

/** How far a sync of all in the project at `root` had come when it was stopped; none done if it began too long ago. */
export async function readProgress(root: string, now: Date): Promise<Progress> {
  const text = await readFile(join(root, path), 'utf8').catch(() => ''); // usually there is none
  const found = shape.safeParse(parseJson(text)).data;
  if (found !== undefined && now.getTime() - Date.parse(found.startedAt) < resumeWithin)
    return { startedAt: found.startedAt, done: new Set(found.done) };
  return { startedAt: now.toISOString(), done: new Set() };
}

/** Keeps how far a sync of all has come, for one that goes on. */
export async function writeProgress(root: string, { startedAt, done }: Progress): Promise<void> {
  await replaceFile(root, path, JSON.stringify({ startedAt, done: [...done] }));
}

/** A sync of all has come to its end: the next one begins anew. */
export async function forgetProgress(root: string): Promise<void> {
  await rm(join(root, path), { force: true });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a progress that can't be read is none
  }
}

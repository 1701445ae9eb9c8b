import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../../content-check/files.node.ts';
import { discussionSchema } from '../schema.ts';
import type { Discussion } from '../schema.ts';

/** A snapshot on disk; `discussion` is left out if the file can't be read as one. */
export interface StoredSnapshot {
  text: string;
  discussion?: Discussion;
}

/** Where the snapshot of a discussion is, from the project's root. */
export function snapshotPath(number: number): string {
  return `content/discussions/${number}.json`;
}

/** Whether GitHub can be asked about a thread: one without a snapshot, or whose words were written there. */
export function isOnGitHub(discussion: Discussion | undefined): boolean {
  return discussion === undefined || !(discussion.example || discussion.origin !== undefined);
}

/** All snapshots below `root` by the number that their files are named after. */
export async function readSnapshots(root: string): Promise<Map<number, StoredSnapshot>> {
  const snapshots = new Map<number, StoredSnapshot>();
  for (const path of await listFiles(root, 'content/discussions')) {
    const [, number] = /^content\/discussions\/([1-9]\d*)\.json$/.exec(path) ?? [];
    if (number === undefined) continue;
    const text = await readFile(join(root, path), 'utf8');
    const { data } = discussionSchema.safeParse(parseJson(text));
    snapshots.set(Number(number), { text, ...(data !== undefined && { discussion: data }) });
  }
  return snapshots;
}

/**
 * The text of a snapshot's file: one line a value, keys in the schema's order, so that a diff shows what was said.
 * The same discussion always gives the same bytes.
 */
export function formatSnapshot(discussion: Discussion): string {
  const { example, ...real } = discussionSchema.parse(discussion);
  return `${JSON.stringify(example ? { ...real, example } : real, undefined, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the content check says what is wrong with it; a sync replaces it
  }
}

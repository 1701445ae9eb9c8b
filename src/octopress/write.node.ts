import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRecord, recordName } from './present-site.node.ts';
import type { Written } from './present-site.ts';

/** A file to write, below the folder that holds `content/` and `public/`. */
export interface NewFile {
  path: string;
  bytes: Buffer;
  /** The blog and the file in it that it is made of; `all` for a file that all blogs share. */
  from: string;
}

/** What happened to a file, or would happen. */
export type FileState =
  | 'written'
  | 'unchanged'
  /** It was changed by hand after an import, was never ours, or is of another blog; it stays as it is. */
  | 'kept'
  /** As `kept`, but `force` put the import in its place. */
  | 'replaced'
  /** An earlier import made it under another ending, and nobody changed it since. */
  | 'removed'
  /** It could not be written; what was there is there still. */
  | 'failed';

/** What `from` says of files that imports of all blogs write together. */
export const shared = 'all';

interface Outcome {
  path: string;
  state: FileState;
  reason?: string;
}

/**
 * Writes the files below `root` unless somebody changed them since the last import, and says what became of each. The
 * record of what was written stands in `content`, and before the first file is written it names all of them: so an import
 * that was stopped knows its files again. With `dry` nothing is written.
 */
export function writeFiles(
  root: string,
  content: string,
  files: readonly NewFile[],
  { dry, force }: { dry: boolean; force: boolean },
): Outcome[] {
  const recordPath = join(root, content, recordName);
  const record = readRecord(recordPath);
  const outcomes: Outcome[] = [];
  const planned = writeEach(root, files, record, dry ? outcomes : [], { dry: true, force });
  if (dry || files.length === 0) return outcomes;
  attempt(outcomes, `${content}/${recordName}`, () => {
    writeRecord(recordPath, new Map([...record, ...planned]));
    writeRecord(recordPath, writeEach(root, files, record, outcomes, { dry, force }));
  });
  return outcomes;
}

/** The record after the files were written, or of what they will be with `dry`. `outcomes` gets what became of each. */
function writeEach(
  root: string,
  files: readonly NewFile[],
  record: ReadonlyMap<string, Written>,
  outcomes: Outcome[],
  { dry, force }: { dry: boolean; force: boolean },
): Map<string, Written> {
  const next = new Map(record);
  const writeOne = ({ path, bytes, from }: NewFile): void => {
    const target = join(root, path);
    const hash = hashOf(bytes);
    const isOurs = (name: string, found: string): boolean => {
      const known = record.get(name);
      const isKnown = known?.hash === found || known?.before === found;
      return isKnown && (known.from === from || from === shared);
    };
    const sibling = /\.mdx?$/.test(path) ? path.replace(/\.mdx?$/, path.endsWith('x') ? '.md' : '.mdx') : undefined;
    if (sibling !== undefined) {
      const other = hashAt(join(root, sibling));
      if (other !== undefined && (isOurs(sibling, other) || (force && record.get(sibling)?.from === from))) {
        if (!dry) rmSync(join(root, sibling));
        next.delete(sibling);
        outcomes.push({ path: sibling, state: 'removed' });
      } else if (other !== undefined) {
        // Two files of one name would be one address: the author's own stays.
        outcomes.push({ path: sibling, state: 'kept' });
        return;
      }
    }
    const there = hashAt(target);
    if (there === hash) outcomes.push({ path, state: 'unchanged' });
    else if (there !== undefined && !isOurs(path, there) && !force) {
      outcomes.push({ path, state: 'kept' });
      return;
    } else {
      if (!dry) {
        mkdirSync(dirname(target), { recursive: true });
        if (there === 'link') rmSync(target); // never through a link, which may lead anywhere
        replace(target, bytes);
      }
      outcomes.push({ path, state: there === undefined || isOurs(path, there) ? 'written' : 'replaced' });
    }
    // What two blogs have alike stays the first one's.
    const owner = there === hash ? record.get(path)?.from : undefined;
    const before = dry && there !== undefined && there !== hash && isOurs(path, there) ? { before: there } : {};
    next.set(path, { hash, ...before, from: owner ?? from });
  };
  for (const file of files) attempt(outcomes, file.path, () => writeOne(file));
  return next;
}

/** Does `work`. A full disk or a folder that is closed stops one file, and the report says so. */
function attempt(outcomes: Outcome[], path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    outcomes.push({ path, state: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}

function writeRecord(path: string, record: ReadonlyMap<string, Written>): void {
  const files = Object.fromEntries([...record].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const bytes = Buffer.from(`${JSON.stringify({ writtenBy: 'npm run import', files }, undefined, 1)}\n`);
  if (hashAt(path) === hashOf(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  replace(path, bytes);
}

/** Writes a file whole or not at all. The draft has one name in each folder, so the next import takes away one that was left. */
function replace(path: string, bytes: Buffer): void {
  const draft = join(dirname(path), '.import.draft');
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true }); // Half a file would keep a full disk full.
    throw error;
  }
}

/** The hash of a file; `link` for a link, whose target is not ours; undefined if there is nothing. */
function hashAt(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isFile() ? hashOf(readFileSync(path)) : 'link';
}

/** What tells the bytes of a file from all others. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

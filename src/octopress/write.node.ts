import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { redirectsSchema } from '../site/schema.ts';
import type { NewFile } from './blog.node.ts';

/** What happened to a file, or would happen. */
export type FileState =
  | 'written'
  | 'unchanged'
  /** It was changed by hand after an import, or was never ours; it stays as it is. */
  | 'kept'
  /** As `kept`, but `force` put the import in its place. */
  | 'replaced'
  /** An earlier import made it under another ending, and nobody changed it since. */
  | 'removed';

/** Name of the record of what an import wrote, below the content; the site does not read it. */
const recordName = '.imported.json';

/**
 * Writes the files below `root` unless somebody changed them since the last import, and says what became of each. The
 * record of what was written stands in `content`. With `dry` nothing is written.
 */
export function writeFiles(
  root: string,
  content: string,
  files: readonly NewFile[],
  { dry, force }: { dry: boolean; force: boolean },
): { path: string; state: FileState }[] {
  const recordPath = join(root, content, recordName);
  const record = readRecord(recordPath);
  const next = new Map(record);
  const outcomes: { path: string; state: FileState }[] = [];
  for (const { path, bytes } of files) {
    const target = join(root, path);
    const hash = hashOf(bytes);
    const sibling = /\.mdx?$/.test(path) ? path.replace(/\.mdx?$/, path.endsWith('x') ? '.md' : '.mdx') : undefined;
    if (sibling !== undefined) {
      const other = hashAt(join(root, sibling));
      if (other !== undefined && (other === record.get(sibling) || (force && record.has(sibling)))) {
        if (!dry) rmSync(join(root, sibling));
        next.delete(sibling);
        outcomes.push({ path: sibling, state: 'removed' });
      } else if (other !== undefined) {
        // Two files of one name would be one address: the author's own stays.
        outcomes.push({ path: sibling, state: 'kept' });
        continue;
      }
    }
    const there = hashAt(target);
    if (there === hash) outcomes.push({ path, state: 'unchanged' });
    else if (there !== undefined && there !== record.get(path) && !force) {
      outcomes.push({ path, state: 'kept' });
      continue;
    } else {
      if (!dry) {
        mkdirSync(dirname(target), { recursive: true });
        if (there === 'link') rmSync(target); // never through a link, which may lead anywhere
        writeFileSync(target, bytes);
      }
      outcomes.push({ path, state: there === undefined || there === record.get(path) ? 'written' : 'replaced' });
    }
    next.set(path, hash);
  }
  if (!dry && files.length > 0) {
    const sorted = Object.fromEntries([...next].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const text = `${JSON.stringify({ writtenBy: 'npm run import', files: sorted }, undefined, 1)}\n`;
    if (hashAt(recordPath) !== hashOf(Buffer.from(text))) {
      mkdirSync(dirname(recordPath), { recursive: true });
      writeFileSync(recordPath, text);
    }
  }
  return outcomes;
}

/** The old addresses that an import of another blog has left in `redirects.yaml` of the folder `content`. */
export function earlierRedirects(root: string, content: string): Record<string, string> {
  try {
    return redirectsSchema.parse(parse(readFileSync(join(root, content, 'redirects.yaml'), 'utf8')));
  } catch {
    return {}; // None yet, or one that somebody has to mend first: it will be kept as it is.
  }
}

function readRecord(path: string): Map<string, string> {
  try {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files?: Record<string, unknown> };
    return new Map(
      Object.entries(files ?? {}).flatMap(([name, hash]) => (typeof hash === 'string' ? [[name, hash]] : [])),
    );
  } catch {
    return new Map(); // The first import, or a broken record: then every file that is there counts as the author's.
  }
}

/** The hash of a file; `link` for a link, whose target is not ours; undefined if there is nothing. */
function hashAt(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isFile() ? hashOf(readFileSync(path)) : 'link';
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

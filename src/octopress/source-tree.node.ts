import { closeSync, fstatSync, lstatSync, openSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Bytes of a file, or why there are none, as a phrase that follows the file's name. */
export type FileBytes = { kind: 'found'; bytes: Buffer } | { kind: 'missing' } | { kind: 'refused'; reason: string };

const skippedFolders = new Set(['.git', '.sass-cache', 'node_modules', '_site', '_deploy', 'public', 'vendor']);
const maxDepth = 30; // folders of a blog; deeper is a loop or an attack
const maxFiles = 200_000; // the largest known Octopress blog has a tenth of it with all its pictures

/** A folder from which nothing outside it can be read, whatever names and links are in it. */
export class SourceTree {
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
  }

  /** The tree at `folder`. Throws if there is no such folder. */
  static open(folder: string): SourceTree {
    return new SourceTree(realpathSync(folder));
  }

  /** All files by path from the root with `/`, sorted. Links are listed as `refused`, unless they lead to a file inside. */
  list(): { files: string[]; refused: { path: string; reason: string }[] } {
    const files: string[] = [];
    const refused: { path: string; reason: string }[] = [];
    const walk = (folder: string, depth: number): void => {
      if (depth > maxDepth) {
        refused.push({ path: folder, reason: 'is nested too deeply' });
        return;
      }
      let entries: Dirent[];
      try {
        entries = readdirSync(join(this.#root, folder), { withFileTypes: true });
      } catch (error) {
        refused.push({ path: folder === '' ? '.' : folder, reason: whyUnreadable(error) });
        return;
      }
      for (const entry of entries) {
        if (files.length > maxFiles) return;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          const isCode = skippedFolders.has(entry.name) && (depth === 0 || entry.name !== 'public');
          if (!isCode) walk(path, depth + 1);
        } else if (entry.isFile()) files.push(path);
        else if (entry.isSymbolicLink()) {
          const reason = this.#whyNot(path);
          if (reason === undefined) files.push(path);
          else refused.push({ path, reason });
        }
      }
    };
    walk('', 0);
    return { files: files.toSorted(), refused };
  }

  /** The bytes of the file at `path`, from the root, unless it lies outside, is no plain file or is larger than `maxBytes`. */
  read(path: string, maxBytes: number): FileBytes {
    const inside = normalise(path);
    if (inside === undefined) return { kind: 'refused', reason: 'lies outside the blog' };
    const reason = this.#whyNot(inside);
    if (reason === 'is missing') return { kind: 'missing' };
    if (reason !== undefined) return { kind: 'refused', reason };
    let file: number;
    try {
      file = openSync(join(this.#root, inside), 'r');
    } catch (error) {
      return { kind: 'refused', reason: whyUnreadable(error) };
    }
    try {
      const { size } = fstatSync(file);
      if (size > maxBytes) {
        return { kind: 'refused', reason: `has ${megabytes(size)}, and ${megabytes(maxBytes)} is the most` };
      }
      return { kind: 'found', bytes: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  }

  #whyNot(path: string): string | undefined {
    const absolute = join(this.#root, path);
    try {
      const real = realpathSync(absolute);
      const away = relative(this.#root, real);
      if (away.startsWith('..') || isAbsolute(away)) return 'is a link that leads out of the blog';
      // Pipes and devices would never end.
      return lstatSync(real).isFile() ? undefined : 'is no plain file';
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return 'is missing';
      if (code === 'ELOOP') return 'is a link that leads to itself';
      if (code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') return 'is missing';
      return whyUnreadable(error);
    }
  }
}

function whyUnreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM' ? 'may not be read' : `can not be read (${String(code)})`;
}

/** `path` from the root of a tree without `.` and `..`; undefined if it leads out of it. */
export function normalise(path: string): string | undefined {
  if (path.includes('\0')) return undefined;
  const root = resolve(sep, 'tree');
  const inside = relative(root, resolve(root, path.replaceAll('\\', '/').replace(/^\/+/, '')));
  return inside.startsWith('..') || isAbsolute(inside) ? undefined : inside.replaceAll(sep, '/');
}

/** A size for a sentence: `4.2 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

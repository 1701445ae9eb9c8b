import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close } from 'pagefind';
import type { IndexFile } from 'pagefind';
import { parsePage } from '../site/built-pages.node.ts';
import { spareMemory } from '../site/spare-memory.node.ts';
import { byAge } from './ages.ts';
import { buildSearchIndex } from './index-pages.node.ts';
import type { BuiltPage, SearchIndex } from './index-pages.node.ts';
import { readPage } from './remarks.node.ts';
import type { ReadPage } from './remarks.node.ts';

/** Folder below that of the index, with a folder for each index of older pages, named by its content. */
const olderFolder = 'older';

/**
 * Writes the index of `pages` into the folder `target`, and says what is in it. Those of older pages come from the folder
 * `cache` if they are as they were, which keeps the ones of this build only: Pagefind itself keeps nothing.
 */
export async function writeSearchIndex(
  pages: readonly BuiltPage[],
  target: string,
  language: string,
  cache: string,
): Promise<{ pages: number; remarks: number }> {
  const { older, newest } = byAge(pages.map(known));
  const names: string[] = [];
  for (const group of older) {
    const name = nameOf(group, language);
    const kept = join(cache, name);
    if (!existsSync(kept)) {
      // What is said under a page changes more often than the page: it all goes to the newest.
      const silent = group.map((page) => withRead(page, { ...page.read, remarks: [] }));
      const { files } = await makeIndex(silent, language);
      const draft = `${kept}.draft`;
      rmSync(draft, { recursive: true, force: true });
      writeFiles(draft, files.filter(isOwn));
      renameSync(draft, kept);
    }
    cpSync(kept, join(target, olderFolder, name), { recursive: true });
    names.push(name);
  }
  for (const file of globSync('*', { cwd: cache })) {
    if (!names.includes(file)) rmSync(join(cache, file), { recursive: true });
  }
  const heard = older.flat().map((page) => withRead(page, { ...page.read, digest: '' }));
  const { files, ...count } = await makeIndex([...newest, ...heard], language, names);
  writeFiles(target, files);
  return { pages: count.pages + heard.length, remarks: count.remarks };
}

/** An index from a process of its own, since Pagefind holds on to what it took for one: that adds to what we have ourselves. */
async function makeIndex(...asked: Parameters<typeof buildSearchIndex>): Promise<SearchIndex> {
  spareMemory();
  try {
    return await buildSearchIndex(...asked);
  } finally {
    await close();
  }
}

type KnownPage = BuiltPage & { read: ReadPage };

function known(page: BuiltPage): KnownPage {
  return withRead(page, page.read ?? readPage(parsePage(page.html)));
}

/** A page with other things read in it. Its HTML may lie on a disk, and is asked for by whoever needs it. */
function withRead(page: BuiltPage, read: ReadPage): KnownPage {
  return {
    url: page.url,
    read,
    get html() {
      return page.html;
    },
  };
}

/** What an index has for itself; the program and the words of the site are there once. */
function isOwn({ path }: IndexFile): boolean {
  return /\.pf_\w+$|\.json$/.test(path) && path !== 'words.json';
}

/** A name that changes with all that the index of these pages is made of. */
function nameOf(group: readonly KnownPage[], language: string): string {
  const hash = createHash('sha256').update(language);
  const code = [
    new URL('index-pages.node.ts', import.meta.url),
    new URL('../package.json', import.meta.resolve('pagefind')),
  ];
  for (const file of code) hash.update(readFileSync(file));
  for (const { url, read } of group) hash.update(`${url} ${read.digest}\n`);
  return hash.digest('hex').slice(0, 16);
}

function writeFiles(folder: string, files: readonly IndexFile[]): void {
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { searchMarks } from './marks.ts';
import { writeSearchIndex } from './write-index.node.ts';

function page(year: number, number: number, text = 'Layers.', remark = '') {
  const marks = Object.entries(searchMarks({ kind: 'article', date: new Date(Date.UTC(year, 6, 1)) }))
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
  const html = `<html lang="en"><body><main><article ${marks}><h1>Day ${number} of ${year}</h1><p>${text}</p>${remark}</article></main></body></html>`;
  return { url: `/posts/${year}-${number}/`, html };
}

/** Writes indexes of pages into folders of their own, with one cache. */
function createWriter() {
  const folder = mkdtempSync(join(tmpdir(), 'index-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const cache = join(folder, 'cache');
  let runs = 0;
  return {
    cache,
    write: async (pages: ReturnType<typeof page>[]) => {
      const target = join(folder, String(runs++));
      mkdirSync(target);
      const count = await writeSearchIndex(pages, target, 'en', cache);
      return { ...count, files: globSync('**/*.*', { cwd: target }).toSorted(), target };
    },
  };
}

const year2014 = Array.from({ length: 2000 }, (_, number) => page(2014, number));

function entryOf(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: { en: { page_count: number } };
    older?: string[];
  };
}

test('a small site has one index, and keeps nothing', async () => {
  const { write, cache } = createWriter();
  const { target, pages } = await write([page(2014, 1), page(2015, 1)]);
  expect(pages).toBe(2);
  expect(entryOf(target).older).toBeUndefined();
  expect(existsSync(cache)).toBe(false);
});

test('the pages of years that are over have an index of their own, which the first file of the index names', async () => {
  const { write } = createWriter();
  const { target, files, pages } = await write([...year2014, page(2015, 1)]);
  expect(pages).toBe(2001);
  const [name = '', ...others] = entryOf(target).older ?? [];
  expect(others).toEqual([]);
  expect(entryOf(target).languages.en.page_count).toBe(1);
  expect(entryOf(join(target, 'older', name)).languages.en.page_count).toBe(2000);
  const older = files.filter((file) => file.startsWith('older'));
  expect(older.filter((file) => !/\.pf_(?:meta|fragment|index|filter)$/.test(file))).toEqual([
    `older/${name}/pagefind-entry.json`,
  ]);
});

test('an older index is taken as it is until one of its pages changes, whatever is written or said elsewhere', async () => {
  const { write, cache } = createWriter();
  const first = await write([...year2014, page(2015, 1)]);
  const names = entryOf(first.target).older;
  writeFileSync(join(cache, names?.[0] ?? '', 'mark.pf_meta'), ''); // which no index has that is made anew
  const remark = '<div data-pagefind-ignore="all"><p data-remark="comment-1">Thanks!</p></div>';
  const talk = await write([page(2014, 0, 'Layers.', remark), ...year2014.slice(1), page(2015, 1, 'Other.')]);
  expect(talk.files).toContain(`older/${names?.[0]}/mark.pf_meta`);
  expect(talk.remarks).toBe(1);
  expect(entryOf(talk.target).languages.en.page_count).toBe(2);

  const edited = await write([page(2014, 0, 'Snapshots.'), ...year2014.slice(1), page(2015, 1)]);
  expect(entryOf(edited.target).older).not.toEqual(names);
  expect(globSync('*', { cwd: cache })).toEqual(entryOf(edited.target).older);
});

test('words of older pages are among those that a misspelt one is held against', async () => {
  const { write } = createWriter();
  const { target } = await write([page(2014, 0, 'Thinpool.'), ...year2014.slice(1), page(2015, 1)]);
  expect(JSON.parse(readFileSync(join(target, 'words.json'), 'utf8'))).toContain('thinpool');
});

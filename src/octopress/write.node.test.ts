import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importBlog } from './blog.node.ts';
import { SourceTree } from './source-tree.node.ts';
import { writeFiles } from './write.node.ts';

const asUsual = { dry: false, force: false };
const imported = () =>
  importBlog(SourceTree.open(resolve('tests/fixtures/octopress/blog')), {
    kind: 'octopress',
    origin: 'https://new.example',
    out: 'content/posts',
  });
const { files } = imported();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'written-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second run changes nothing, also not the record', () => {
  writeFiles(folder, 'content', files, asUsual);
  const record = readFileSync(join(folder, 'content/.imported.json'), 'utf8');
  expect(new Set(writeFiles(folder, 'content', imported().files, asUsual).map(({ state }) => state))).toEqual(
    new Set(['unchanged']),
  );
  expect(readFileSync(join(folder, 'content/.imported.json'), 'utf8')).toBe(record);
});

test('a file that was changed by hand stays, unless force replaces it', () => {
  writeFiles(folder, 'content', files, asUsual);
  const path = 'content/posts/second-post.md';
  writeFileSync(join(folder, path), 'mine');
  expect(writeFiles(folder, 'content', files, asUsual)).toContainEqual({ path, state: 'kept' });
  expect(readFileSync(join(folder, path), 'utf8')).toBe('mine');
  expect(writeFiles(folder, 'content', files, { dry: true, force: true })).toContainEqual({
    path,
    state: 'replaced',
  });
  expect(readFileSync(join(folder, path), 'utf8')).toBe('mine');
  writeFiles(folder, 'content', files, { dry: false, force: true });
  expect(readFileSync(join(folder, path), 'utf8')).not.toBe('mine');
});

test('a post that needs another ending now leaves no second file', () => {
  writeFiles(folder, 'content', [{ path: 'content/posts/a.md', bytes: Buffer.from('a'), from: 'x a' }], asUsual);
  writeFiles(folder, 'content', [{ path: 'content/posts/a.mdx', bytes: Buffer.from('b'), from: 'x a' }], asUsual);
  expect(() => readFileSync(join(folder, 'content/posts/a.md'))).toThrow();
});

test('a file that can not be written is named, and the others are written', () => {
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/docs'), 'a file where a folder should be');
  const outcomes = writeFiles(folder, 'content', files, asUsual);
  expect(outcomes.find(({ path }) => path === 'content/docs/about.md')).toMatchObject({ state: 'failed' });
  expect(outcomes.find(({ path }) => path === 'content/posts/second-post.md')).toMatchObject({ state: 'written' });
});

test('with dry nothing is written', () => {
  const outcomes = writeFiles(folder, 'content', files, { dry: true, force: false });
  expect(outcomes.every(({ state }) => state === 'written')).toBe(true);
  expect(() => readFileSync(join(folder, 'content/.imported.json'))).toThrow();
});

test('nothing is written through a link', () => {
  const outside = join(folder, 'outside.md');
  writeFileSync(outside, 'theirs');
  mkdirSync(join(folder, 'content/posts'), { recursive: true });
  symlinkSync(outside, join(folder, 'content/posts/second-post.md'));
  writeFiles(folder, 'content', files, { dry: false, force: true });
  expect(readFileSync(outside, 'utf8')).toBe('theirs');
});

describe('an import that was killed', () => {
  const made = (text: string) => ['a', 'b', 'c'].map((name) => ({ name: `content/posts/${name}.md`, text }));
  const run = (text: string) =>
    writeFiles(
      folder,
      'content',
      made(text).map(({ name, text }) => ({ path: name, bytes: Buffer.from(text), from: 'x' })),
      asUsual,
    );
  /** Imports `text` in a process that is killed when the first of three files is written. */
  const runHalf = (text: string) => {
    const program = `
      import { readFileSync } from 'node:fs';
      import { writeFiles } from '${new URL('write.node.ts', import.meta.url).href}';
      const [root, files] = [${JSON.stringify(folder)}, ${JSON.stringify(made(text))}];
      const isWritten = () => { try { return readFileSync(root + '/' + files[0].name, 'utf8') === files[0].text } catch {} };
      writeFiles(root, 'content', files.map(({ name, text }) => ({
        path: name,
        get bytes() { if (isWritten()) process.kill(process.pid, 'SIGKILL'); return Buffer.from(text); },
        from: 'x',
      })), { dry: false, force: false });`;
    const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(signal).toBe('SIGKILL');
  };
  const states = (text: string) => run(text).map(({ state }) => state);

  test('knows the files that it wrote again, and those that it was about to replace', () => {
    runHalf('one');
    expect(states('two')).toEqual(['written', 'written', 'written']);
    runHalf('three');
    runHalf('four');
    expect(states('five')).toEqual(['written', 'written', 'written']);
    expect(states('five')).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(readFileSync(join(folder, 'content/.imported.json'), 'utf8')).not.toContain('before');
  });

  test('leaves what was written by hand since as it is', () => {
    run('one');
    runHalf('two');
    writeFileSync(join(folder, 'content/posts/b.md'), 'mine');
    expect(states('three')).toEqual(['written', 'kept', 'written']);
  });
});

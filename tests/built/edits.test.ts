import { readFileSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltSite } from '../built-site.ts';
import { otherContent, otherSite } from '../fixtures/other-owner.ts';
import { build, copyProject, removeProject, siteConfig, write } from './project-copy.ts';

const note = (title: string, text: string): string =>
  `---\ntitle: ${title}\ndate: 2020-01-01\ntags: [Layers]\nseries: All notes\n---\n${text}\n`;

const content = {
  ...otherContent,
  'content/posts/shown.md': note('Shown everywhere', 'A note.'),
  'content/posts/linking.md': note('A linking note', 'See [the other](/posts/shown/).'),
  'content/posts/gone.md': note('A note that goes', 'Some words.'),
  'content/posts/old-name.md': note('A note that moves', 'Other words.'),
  'content/posts/between.md': '---\ntitle: A note between\ndate: 2015-01-01\n---\nSo that the next is no neighbour.\n',
  'content/posts/told.mdx':
    '---\ntitle: A note with an output\ndate: 2012-01-01\ntags: [Outputs]\n---\n```console\n$ pull\ndm-1: writeback error on inode 135, offset 3723493376\n```\n',
  'content/posts/apart.md': '---\ntitle: A note apart\ndate: 2010-01-01\n---\nNothing in common.\n',
};

let root = '';
let output = '';
let before = new Map<string, Buffer>();
let after = new Map<string, Buffer>();

beforeAll(async () => {
  root = await copyProject({ ...content, 'src/site.config.ts': await siteConfig(otherSite) });
  const first = await build(root);
  expect(first, first.output).toMatchObject({ code: 0 });
  before = filesOf(root);
  renameSync(join(root, 'content/posts/old-name.md'), join(root, 'content/posts/new-name.md'));
  await rm(join(root, 'content/posts/gone.md'));
  const error = 'content/errors/no-space.mdx';
  await write(root, {
    'content/posts/shown.md': note('Called anew', 'A note.'),
    [error]: (otherContent[error] ?? '').replace(
      /^messages: \[/m,
      "$&'dm-<n>: writeback error on inode <n>, offset <n>', ",
    ),
  });
  const built = await build(root);
  expect(built, built.output).toMatchObject({ code: 0 });
  output = built.output;
  after = filesOf(root);
}, 120_000);

afterAll(() => removeProject(root));

/** All files of the built site, by path. */
function filesOf(folder: string): Map<string, Buffer> {
  const site = new BuiltSite(join(folder, 'dist'), otherSite.base);
  return new Map(site.files().map((file) => [file, readFileSync(join(site.folder, file))]));
}

/** Paths of the files that hold `words` as text. */
function showing(files: ReadonlyMap<string, Buffer>, words: string): string[] {
  const found = [...files].filter(([, bytes]) => bytes.includes(words));
  // A file that is named after its content has another name then.
  return found.map(([file]) => file.replace(/\.[\w-]{8}\.json$/, '.*.json'));
}

test('a new title stands wherever the old one stood', () => {
  const places = showing(before, 'Shown everywhere');
  for (const page of [
    'posts/index.html',
    'posts/linking/index.html',
    'posts/old-name/index.html',
    'tags/layers/index.html',
  ])
    expect(places).toContain(page);
  const gone = (file: string) => /^posts\/(?:gone|old-name)/.test(file);
  expect(showing(after, 'Called anew').filter((file) => !file.includes('new-name'))).toEqual(
    places.filter((file) => !gone(file)),
  );
  expect(showing(after, 'Shown everywhere')).toEqual([]);
});

test('nothing is left of an article that was deleted, and of the old name of another', () => {
  expect(showing(before, 'A note that goes')).not.toEqual([]);
  expect([...showing(after, 'A note that goes'), ...showing(after, 'posts/old-name')]).toEqual([]);
  expect([...after.keys()].filter((file) => /posts\/(?:gone|old-name)/.test(file))).toEqual([]);
  expect(after.has('posts/new-name/index.html')).toBe(true);
});

test('an output in MDX leads to the page of an error that has its message now, in the feed of its tag too', () => {
  for (const file of ['posts/told/index.html', 'tags/outputs/atom.xml'])
    expect(after.get(file)?.toString()).toMatch(/errors\/no-space\/">dm-1: writeback/);
});

test('pages that show nothing of it are taken from the last build', () => {
  expect(output).toMatch(/posts\/apart\/index\.html[^\n]*\(restored\)/);
});

test('a build from nothing gives the same bytes', async () => {
  for (const folder of ['.cache', '.astro']) await rm(join(root, folder), { recursive: true, force: true });
  const built = await build(root);
  expect(built, built.output).toMatchObject({ code: 0 });
  expect(built.output).not.toContain('(restored)');
  const anew = filesOf(root);
  expect([...after.keys()]).toEqual([...anew.keys()]);
  expect([...anew].filter(([file, bytes]) => after.get(file)?.equals(bytes) !== true).map(([file]) => file)).toEqual(
    [],
  );
}, 120_000);

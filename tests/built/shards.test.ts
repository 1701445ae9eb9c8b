import { globSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltSite } from '../built-site.ts';
import { otherContent, otherSite } from '../fixtures/other-owner.ts';
import { build, copyProject, removeProject, siteConfig, write } from './project-copy.ts';

const moment = { SOURCE_DATE_EPOCH: '1750000000' };
const note = (title: string, text: string): string =>
  `---\ntitle: ${title}\ndate: 2020-01-01\ntags: [Layers]\n---\n${text}\n`;
const content = {
  ...otherContent,
  'content/posts/shown.md': note('A note in one share', 'A note, with `df -h` and **words**.\n\n```sh\ndf -h\n```'),
  'content/posts/linking.md': note('A note that links', 'See [the other](/posts/shown/).'),
  'content/posts/grüße.md': note('Grüße', 'See [the other](/posts/shown/).'),
};

let root = '';
let elsewhere = '';
let whole = new Map<string, Buffer>();
let joined: Awaited<ReturnType<typeof build>>;

beforeAll(async () => {
  const files = { ...content, 'src/site.config.ts': await siteConfig(otherSite) };
  root = await copyProject(files);
  elsewhere = await copyProject(files);
  await buildAlone(root, []);
  whole = filesOf();
  renameSync(join(root, 'dist'), join(root, 'whole'));
  await buildAlone(root, ['--shard', '1/2']);
  await buildAlone(elsewhere, ['--shard', '2/2', '--out', join(root, 'shares/from another machine')], {
    TZ: 'Asia/Kathmandu',
  });
  await forget(root);
  joined = await build(root, {}, ['--join', 'shares']);
}, 180_000);

afterAll(async () => {
  await removeProject(root);
  await removeProject(elsewhere);
});

/** Builds in `folder` as a machine does that has nothing of earlier builds. */
async function buildAlone(folder: string, options: string[], variables: NodeJS.ProcessEnv = {}): Promise<void> {
  await forget(folder);
  const built = await build(folder, { ...moment, ...variables }, options);
  expect(built, built.output).toMatchObject({ code: 0 });
}

async function forget(folder: string): Promise<void> {
  for (const name of ['.cache', '.astro']) await rm(join(folder, name), { recursive: true, force: true });
}

function filesOf(): Map<string, Buffer> {
  const site = new BuiltSite(join(root, 'dist'), otherSite.base);
  return new Map(site.files().map((file) => [file, readFileSync(join(site.folder, file))]));
}

test('shares that two machines built are joined into the bytes of a whole build', () => {
  expect(joined, joined.output).toMatchObject({ code: 0 });
  const files = filesOf();
  expect([...files.keys()]).toEqual([...whole.keys()]);
  expect([...whole].filter(([file, bytes]) => files.get(file)?.equals(bytes) !== true).map(([file]) => file)).toEqual(
    [],
  );
});

test('each page of a text is in one share alone, with its text', () => {
  const of = (kind: string) =>
    readdirSync(join(root, 'shares')).flatMap((share) => globSync(kind, { cwd: join(root, 'shares', share) }));
  const pages = of('pages/posts/*/index.html');
  expect(pages.toSorted()).toEqual(
    ['first-note', 'second-note', 'shown', 'linking', 'grüße'].map((id) => `pages/posts/${id}/index.html`).toSorted(),
  );
  expect(of('texts/posts/shown.*.json')).toHaveLength(1);
  expect(of('pages/index.html')).toEqual([]);
});

test('what cannot be joined is named with what to do, and the site stays as it was', async () => {
  const before = filesOf();
  await write(root, { 'content/posts/shown.md': note('Edited since', 'Text.') });
  const edited = await build(root, {}, ['--join', 'shares']);
  expect(edited.output).toMatch(/^Share 1\/2 in shares\/1-of-2 was made of other content\. Build all shares/m);
  const none = await build(root, {}, ['--join', 'nowhere']);
  expect(none.output).toMatch(/^There are no shares in nowhere\. Put the folders/);
  const wrong = await build(root, moment, ['--shard', '5/4']);
  expect(wrong.output).toMatch(/^'5\/4' names no share\. Write which one of how many/);
  const timeless = await build(root, {}, ['--shard', '1/2']);
  expect(timeless.output).toMatch(/^SOURCE_DATE_EPOCH is not set: .* such as SOURCE_DATE_EPOCH=/);
  expect([edited, none, wrong, timeless].map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  expect(filesOf()).toEqual(before);
}, 60_000);

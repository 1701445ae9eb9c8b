import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKept } from './kept.node.ts';
import { joinShares, readShares, writeShare } from './shares.node.ts';

let root = '';
let shares = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shares-'));
  shares = join(root, 'handed over');
  await write({ 'src/a.ts': 'code', 'content/posts/a.md': 'text', 'package-lock.json': '{}' });
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

/** Builds a share that has one page, one text and one value of its own. */
async function share(number: number, of = 2, epoch = 100): Promise<void> {
  for (const folder of ['built', '.cache/texts']) await rm(join(root, folder), { recursive: true, force: true });
  await write({
    [`built/posts/${number}/index.html`]: `page ${number}`,
    'built/robots.txt': 'no page',
    [`.cache/texts/posts/${number}.x.json`]: '{}',
  });
  const kept = await openKept(root, 'pages');
  for (const text of ['in both', `in ${number}`]) kept.of(text, () => `made of what is ${text}`);
  await kept.close();
  await writeShare(root, join(root, 'built'), join(shares, `${number}-of-${of}`), { shard: { number, of }, epoch });
}

async function problems(epoch?: number): Promise<string[]> {
  const found = await readShares(root, shares, epoch);
  return 'problems' in found ? found.problems.map((problem) => problem.replaceAll(root, 'ROOT')) : [];
}

test('whole shares of the same sources are joined, with all values that each has kept', async () => {
  await share(1);
  await share(2);
  await rm(join(root, '.cache'), { recursive: true });
  const found = await readShares(root, shares, undefined);
  if ('problems' in found) throw new Error(found.problems.join('\n'));
  expect(found).toMatchObject({ epoch: 100, shares: [{ number: 1 }, { number: 2 }] });
  await joinShares(root, found.shares, '.cache/handed');
  expect((await readdir(join(root, '.cache/handed'), { recursive: true })).toSorted()).toEqual(
    [
      'pages',
      'pages/posts',
      'pages/posts/1',
      'pages/posts/1/index.html',
      'pages/posts/2',
      'pages/posts/2/index.html',
      'texts',
      'texts/posts',
      'texts/posts/1.x.json',
      'texts/posts/2.x.json',
    ].toSorted(),
  );
  const kept = await openKept(root, 'pages');
  const made = ['in both', 'in 1', 'in 2', 'in none'].map((text) => kept.of(text, () => 'made here'));
  expect(made).toEqual([...['in both', 'in 1', 'in 2'].map((text) => `made of what is ${text}`), 'made here']);
});

test('what older code kept on the machine of a share is not joined', async () => {
  await write({ '.cache/kept/texts/a.json': '"older code"\n["a","made by it"]' });
  await share(1, 1);
  const found = await readShares(root, shares, undefined);
  if ('problems' in found) throw new Error(found.problems.join('\n'));
  await rm(join(root, '.cache'), { recursive: true });
  await joinShares(root, found.shares, '.cache/handed');
  expect(await readdir(join(root, '.cache/kept'))).toEqual(['pages']);
});

test('a share that is missing is named, with the command that makes it', async () => {
  await share(1, 3);
  await share(3, 3);
  expect(await problems()).toEqual([
    'Share 2/3 is missing in ROOT/handed over. Make it with npm run build -- --shard 2/3, and put it there.',
  ]);
});

test('a share that is there twice, and one of another division, can not be joined', async () => {
  await share(1);
  await share(2);
  await cp(join(shares, '2-of-2'), join(shares, 'copy'), { recursive: true });
  expect(await problems()).toEqual([
    'Share 2/2 is there more than once: ROOT/handed over/2-of-2, ROOT/handed over/copy. Leave one there.',
  ]);
  await rm(join(shares, 'copy'), { recursive: true });
  await share(1, 3);
  expect(await problems()).toEqual([
    'The shares in ROOT/handed over are of different divisions: 1/2, 1/3, 2/2. Leave those of one there.',
  ]);
});

test.each([
  ['src/a.ts', 'other code'],
  ['package-lock.json', 'other packages or another Node.js'],
  ['content/posts/a.md', 'other content'],
])('shares are not joined where %s is another one', async (file, what) => {
  await share(1, 1);
  await write({ [file]: 'changed' });
  expect(await problems()).toEqual([
    `Share 1/1 in ROOT/handed over/1-of-1 was made of ${what}. Build all shares and join them from the same commit, each after npm ci.`,
  ]);
});

test('shares of different moments are not joined, nor for another moment than theirs', async () => {
  await share(1);
  await share(2, 2, 101);
  expect(await problems()).toEqual([
    'The shares were made for different moments: 100 (share 1/2), 101 (share 2/2). Build all of them with the same SOURCE_DATE_EPOCH.',
  ]);
  await share(2);
  expect(await problems(100)).toEqual([]);
  expect(await problems(99)).toEqual([
    'The shares were made for the moment 100, and SOURCE_DATE_EPOCH is 99. Set it to 100, or build the shares with 99.',
  ]);
});

test('a file that was lost or changed on the way is found', async () => {
  await share(1, 1);
  await writeFile(join(shares, '1-of-1/pages/posts/1/index.html'), 'pag');
  const told = 'is not whole: pages/posts/1/index.html is missing or has changed. Hand it over again.';
  expect(await problems()).toEqual([`Share 1/1 in ROOT/handed over/1-of-1 ${told}`]);
  await rm(join(shares, '1-of-1/pages/posts/1/index.html'));
  expect(await problems()).toEqual([`Share 1/1 in ROOT/handed over/1-of-1 ${told}`]);
});

test.each(['{ "number": 1', '{}', '[]', 'null'])('a label %s is no label, and says so', async (label) => {
  await share(1, 1);
  await writeFile(join(shares, '1-of-1/share.json'), label);
  expect(await problems()).toEqual(["ROOT/handed over/1-of-1/share.json can't be read. Hand that share over again."]);
});

test('a folder without shares, or none at all, says what to put there', async () => {
  const told = /^There are no shares in ROOT\/handed over\. Put the folders/;
  expect(await problems()).toEqual([expect.stringMatching(told)]);
  await mkdir(shares);
  expect(await problems()).toEqual([expect.stringMatching(told)]);
});

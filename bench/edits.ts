/**
 * Whether a build after random edits gives the same bytes as a build from nothing: the proof that each page is made anew
 * when something changes that it shows, and that nothing of a page is left that has gone.
 */
import { copyFile, cp, glob, mkdir, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDice, fileOf, inventArticles } from './archive.ts';
import type { Dice } from './archive.ts';
import { copyWithArchive, runBuild } from './build.ts';

/** Edits a small archive at random, and compares the builds. Sets the exit code if any of them differ. */
export async function compareEdits(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '40' },
      count: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      /** After how many edits, each followed by a build, a build from nothing is compared. */
      every: { type: 'string', default: '1' },
    },
  });
  // Both begin with the same history, since pages say when they last changed.
  const [root, fresh] = [
    await copyWithArchive(Number(values.articles)),
    await copyWithArchive(Number(values.articles)),
  ];
  const dice = createDice(Number(values.seed));
  let wrong = 0;
  try {
    await runBuild(root);
    for (let number = 1; number <= Number(values.count); number += 1) {
      const edit = await editAtRandom(root, dice, number);
      await runBuild(root);
      if (number % Number(values.every) !== 0) {
        console.log(`${number}. ${edit}`);
        continue;
      }
      await buildFromNothing(root, fresh);
      const different = await differences(join(root, 'dist'), join(fresh, 'dist'));
      console.log(`${number}. ${edit}: ${different.length === 0 ? 'the same bytes' : different.join(', ')}`);
      wrong += Number(different.length > 0);
    }
  } finally {
    for (const folder of [root, fresh]) await rm(folder, { recursive: true, force: true });
  }
  console.log(wrong === 0 ? 'No build differs from one from nothing.' : `${wrong} builds differ.`);
  if (wrong > 0) process.exitCode = 1;
}

/** Builds the content of `root` in `fresh`, where nothing is kept but pictures, which depend on their words alone. */
async function buildFromNothing(root: string, fresh: string): Promise<void> {
  await rm(join(fresh, 'content'), { recursive: true });
  await cp(join(root, 'content'), join(fresh, 'content'), { recursive: true });
  for (const name of await readdir(join(fresh, '.cache')).catch(() => [])) {
    if (name !== 'cards') await rm(join(fresh, '.cache', name), { recursive: true });
  }
  await mkdir(join(fresh, '.cache/cards'), { recursive: true });
  for await (const card of glob('*.png', { cwd: join(root, '.cache/cards') })) {
    await copyFile(join(root, '.cache/cards', card), join(fresh, '.cache/cards', card));
  }
  await runBuild(fresh);
}

/** Names of the files that only one of two folders has, or that differ. */
export async function differences(one: string, other: string): Promise<string[]> {
  const names = new Set<string>();
  for (const folder of [one, other]) {
    for await (const file of glob('**/*', { cwd: folder, withFileTypes: true })) {
      if (file.isFile()) names.add(join(file.parentPath, file.name).slice(folder.length + 1));
    }
  }
  const different: string[] = [];
  for (const name of [...names].toSorted()) {
    const [a, b] = await Promise.all([one, other].map((folder) => readFile(join(folder, name)).catch(() => undefined)));
    if (a === undefined || b === undefined || !a.equals(b)) different.push(name);
  }
  return different;
}

type Edit = (root: string, dice: Dice, number: number) => Promise<string>;

const posts = 'content/posts';

const edits: Edit[] = [
  async (root, dice, number) => {
    const file = await anArticle(root, dice);
    await change(root, file, (text) => `${text}\nWhat was said ${number} times is still true.\n`);
    return `a sentence more in ${file}`;
  },
  async (root, dice, number) => {
    const file = await anArticle(root, dice);
    await change(root, file, (text) => text.replace(/^title: .*$/m, `title: "Another name, ${number}"`));
    return `another title for ${file}`;
  },
  async (root, dice) => {
    const file = await anArticle(root, dice);
    const tag = dice.pick(['Docker', 'zfs', 'A new subject', 'kernel']);
    await change(root, file, (text) => text.replace(/^tags: .*$/m, `tags: [${tag}]`));
    return `the tag ${tag} alone for ${file}`;
  },
  async (root, dice) => {
    const file = await anArticle(root, dice);
    const day = `20${12 + dice.roll(14)}-0${1 + dice.roll(9)}-${10 + dice.roll(18)}`;
    await change(root, file, (text) => text.replace(/^date: .*$/m, `date: ${day}`));
    return `the date ${day} for ${file}`;
  },
  async (root, dice) => {
    const file = await anArticle(root, dice);
    await change(root, file, (text) =>
      text.replace(/^series: .*\n/m, '').replace(/^(?=tags: )/m, 'series: "A story in parts"\n'),
    );
    return `a series for ${file}`;
  },
  async (root, dice) => {
    const file = await anArticle(root, dice);
    await unlink(join(root, posts, file));
    await unlinkAll(root, file.replace('.md', ''), '/posts/');
    return `without ${file}`;
  },
  async (root, dice, number) => {
    const file = await anArticle(root, dice);
    const name = `moved-${number}.md`;
    await rename(join(root, posts, file), join(root, posts, name));
    await unlinkAll(root, file.replace('.md', ''), `/posts/moved-${number}/`);
    return `${name} in place of ${file}`;
  },
  async (root, _, number) => {
    const [article] = inventArticles(1, { seed: 1000 + number });
    if (article === undefined) return 'nothing';
    await writeFile(join(root, posts, `new-${number}.md`), fileOf({ ...article, title: `New, ${number}` }));
    return `new-${number}.md more`;
  },
  async (root, _, number) => {
    const file = 'content/docs/set-a-quota.md';
    await writeFile(
      join(root, file),
      (await readFile(join(root, file), 'utf8')).replace(/^title: .*$/m, `title: Set a quota, ${number}`),
    );
    return 'another title for a guide';
  },
  async (root, _, number) => {
    const file = 'content/drivers/docker-aufs.yaml';
    await writeFile(
      join(root, file),
      (await readFile(join(root, file), 'utf8')).replace(/^title: .*$/m, `title: aufs of Docker, ${number}`),
    );
    return 'another title for a driver';
  },
  async (root, dice) => {
    const file = 'content/errors/no-space-zfs-quota.mdx';
    const words = dice.pick(['device or resource busy', 'invalid argument', 'file exists']);
    await writeFile(
      join(root, file),
      (await readFile(join(root, file), 'utf8')).replace(
        /^messages:\n/m,
        `messages:\n  - 'failed to create thin-pool for <name>: ${words}, ${dice.roll(99)}'\n`,
      ),
    );
    return `a message more of a known error`;
  },
];

/** Does one thing that authors do, and says what. */
async function editAtRandom(root: string, dice: Dice, number: number): Promise<string> {
  return dice.pick(edits)(root, dice, number);
}

async function anArticle(root: string, { pick }: Dice): Promise<string> {
  const files = (await readdir(join(root, posts))).filter((file) => /-\d+\.md$/.test(file));
  return pick(files.toSorted());
}

async function change(root: string, file: string, edit: (text: string) => string): Promise<void> {
  const path = join(root, posts, file);
  await writeFile(path, edit(await readFile(path, 'utf8')));
}

/** Leads links to the article with `id` to another address. */
async function unlinkAll(root: string, id: string, instead: string): Promise<void> {
  for (const file of await readdir(join(root, posts))) {
    await change(root, file, (text) => text.replaceAll(`/posts/${id}/`, instead));
  }
}

import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFiles } from './files.node.ts';
import { freshStore } from './fresh-store.node.ts';

const schema = 'src/drivers/schema.ts';
const stores = ['.cache/astro/data-store.json', '.astro/data-store.json'];
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'store-'));
  await write(schema, 'export const schema = 1;\n');
  await begin();
});

afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** Begins a build, and returns what it says. */
async function begin(others = ''): Promise<string[]> {
  const said: string[] = [];
  const folder = (path: string) => pathToFileURL(`${join(root, path)}/`);
  const config = { cacheDir: folder('.cache/astro'), root: folder('.') };
  // The hook looks at these two and at nothing else of what Astro passes.
  const run = freshStore(root, others).hooks['astro:config:setup'] as unknown as (options: object) => Promise<void>;
  await run({ config, logger: { info: (text: string) => void said.push(text) } });
  return said;
}

/** Builds once, so that there are stores, changes a file, and begins the next build. */
async function buildAgain(change: () => Promise<void>): Promise<{ kept: string[]; said: string[] }> {
  for (const store of stores) await write(store, '[]');
  await change();
  const said = await begin();
  return { kept: stores.filter((store) => existsSync(join(root, store))), said };
}

test('stored content stays if no schema has changed', async () => {
  const { kept, said } = await buildAgain(() => write('src/drivers/comparison.ts', 'export const table = 1;\n'));
  expect({ kept, said }).toEqual({ kept: stores, said: [] });
});

test.each([
  ['a schema has changed', schema, 'export const schema = 2;\n'],
  ['a schema has been added', 'src/posts/schema.ts', ''],
  ['the packages have changed', 'package-lock.json', '{}'],
])('stored content of the build and of npm run dev goes once %s', async (_, path, text) => {
  expect(await buildAgain(() => write(path, text))).toEqual({
    kept: [],
    said: ['What reads the content has changed: all of it is read again.'],
  });
  expect((await buildAgain(() => Promise.resolve())).kept).toEqual(stores);
});

test('stored content goes if nobody knows by which schema it was read', async () => {
  const { kept, said } = await buildAgain(() => rm(join(root, '.cache/schemas')));
  expect({ kept, said }).toEqual({ kept: [], said: [] });
});

test('a fresh clone has no stores, and needs none', async () => {
  await rm(join(root, '.cache'), { recursive: true });
  expect(await begin()).toEqual([]);
});

/** Paths of a module of this project and of all that it takes from others. */
async function withImports(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8');
  const imports = [...text.matchAll(/ from '(\.[^']+)'/g)].map(([, to = '']) => join(dirname(path), to));
  return [path, ...(await Promise.all(imports.map(withImports))).flat()];
}

test('stored content goes with a change in any module of which a schema is made', async () => {
  const schemas = (await listFiles(resolve('.'), 'src')).filter((path) => path.endsWith('/schema.ts'));
  const modules = new Set((await Promise.all(schemas.map(withImports))).flat().map((path) => relative('.', path)));
  expect(modules).toContain('src/drivers/version-pattern.ts');
  await cp('src', join(root, 'src'), { recursive: true });
  await begin();
  for (const path of modules) {
    const { kept } = await buildAgain(async () => write(path, `${await readFile(path, 'utf8')}\n`));
    expect({ path, kept }).toEqual({ path, kept: [] });
  }
});

test('it goes as well once the Markdown pipeline has changed, or what else the HTML depends on', async () => {
  expect((await buildAgain(() => write('src/markdown/tables.node.ts', ''))).kept).toEqual([]);
  for (const store of stores) await write(store, '[]');
  await begin('one more known error');
  expect(stores.filter((store) => existsSync(join(root, store)))).toEqual([]);
});

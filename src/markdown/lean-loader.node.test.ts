import type { Loader, LoaderContext } from 'astro/loaders';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handedName, isOwn, shardName } from '../site/shard.ts';
import { leanLoader, withText } from './lean-loader.node.ts';

type Store = LoaderContext['store'];
type Entry = NonNullable<ReturnType<Store['get']>>;

const before = process.cwd();
let root = '';
let entries = new Map<string, Entry>();

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lean-'));
  process.chdir(root);
  entries = new Map();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  process.chdir(before);
  await rm(root, { recursive: true });
});

const facts = { links: ['/a/'], drivers: [], minutes: 1 };

/** Loads `texts` by id, as Astro's loader does: those that are in the store already are left alone. */
async function load(texts: Record<string, string>, more: Partial<LoaderContext> = {}): Promise<string[]> {
  const read: string[] = [];
  const plain: Loader = {
    name: 'plain',
    load: ({ store }) => {
      for (const [id, text] of Object.entries(texts)) {
        if (store.get(id)?.digest === text) continue;
        read.push(id);
        const rendered = { html: `<p>${text}</p>`, metadata: { headings: [], imagePaths: [] } };
        store.set({ id, data: { title: id }, body: text, digest: text, rendered });
      }
      for (const id of store.keys()) if (!(id in texts)) store.delete(id);
      return Promise.resolve();
    },
  };
  await loadWith(plain, more);
  return read;
}

async function loadWith(loader: Loader, more: object): Promise<void> {
  const store = {
    get: (id: string) => entries.get(id),
    set: (entry: Entry) => !!entries.set(entry.id, entry),
    delete: (id: string) => void entries.delete(id),
    keys: () => [...entries.keys()],
    values: () => [...entries.values()],
  };
  // The loader asks for these and for nothing else of what Astro passes.
  const context = { collection: 'posts', config: { root: pathToFileURL(`${root}/`) }, store, ...more };
  await leanLoader(loader, () => facts).load(context as unknown as LoaderContext);
}

/** Loads texts as Astro's loader does, which asks the type of a file for its HTML: the ids of those that were rendered. */
async function render(ids: readonly string[]): Promise<string[]> {
  const made: string[] = [];
  const type = {
    getRenderFunction: () =>
      Promise.resolve(({ id }: { id: string }) => {
        made.push(id);
        return Promise.resolve({ html: `<p>${id}</p>`, metadata: {} });
      }),
  };
  const asking = {
    name: 'asking',
    load: async ({ store, entryTypes }: LoaderContext & { entryTypes: Map<string, typeof type> }) => {
      const make = await entryTypes.get('.md')?.getRenderFunction();
      for (const id of ids) {
        const entry = { id, data: { title: id }, body: id, digest: 'd' };
        const rendered = await make?.(entry);
        store.set({ ...entry, ...(rendered && { rendered }) });
      }
    },
  };
  await loadWith(asking as Loader, { entryTypes: new Map([['.md', type]]) });
  return made;
}

async function htmlOf(id: string): Promise<string | undefined> {
  const entry = entries.get(id);
  return entry && (await withText({ ...entry, collection: 'posts' })).rendered?.html;
}

test('a text is not in the store, and its page has it all the same', async () => {
  await load({ one: 'First words' });
  expect(JSON.stringify([...entries.values()])).not.toContain('First words</p>');
  expect(entries.get('one')).toMatchObject({ data: { title: 'one' }, rendered: { metadata: { facts } } });
  expect(await htmlOf('one')).toBe('<p>First words</p>');
});

test('an edited text replaces the old one, and nothing is left of one that was deleted', async () => {
  await load({ one: 'a', two: 'b' });
  expect(await load({ one: 'c' })).toEqual(['one']);
  expect(await htmlOf('one')).toBe('<p>c</p>');
  expect(await readdir('.cache/texts/posts')).toEqual(['one.c.json']);
});

test('a text whose file somebody deleted is read again', async () => {
  await load({ one: 'a' });
  await rm('.cache', { recursive: true });
  expect(await load({ one: 'a' })).toEqual(['one']);
  expect(await htmlOf('one')).toBe('<p>a</p>');
});

test('the same HTML has the same digest, and another one another', async () => {
  const digest = () => entries.get('one')?.rendered?.metadata?.['html'];
  await load({ one: 'a' });
  const first = digest();
  await load({ one: 'b' });
  expect(digest()).not.toBe(first);
  await load({ one: 'a' });
  expect(digest()).toBe(first);
});

test('npm run dev reads its texts from files too, which a build beside it leaves alone', async () => {
  const dev = { watcher: {} as never };
  await load({ one: 'a' }, dev);
  expect(entries.get('one')?.rendered?.html).toBe('');
  const inDev = entries;
  entries = new Map(); // of a build
  await load({ two: 'b' });
  entries = inDev;
  expect(await htmlOf('one')).toBe('<p>a</p>');
});

test('a share of a build makes the HTML of its own texts, knows the others, and never shows an old form of them', async () => {
  const ids = Array.from({ length: 10 }, (_, place) => `text-${place}`);
  const own = ids.filter((id) => isOwn(`posts/${id}`, { number: 1, of: 2 }));
  const other = ids.find((id) => !own.includes(id)) ?? '';
  expect(await render(ids)).toEqual(ids);
  vi.stubEnv(shardName, '1/2');
  expect(await render(ids)).toEqual(own);
  expect(entries.get(other)).toMatchObject({ data: { title: other }, rendered: { metadata: { facts } } });
  await expect(htmlOf(other)).rejects.toThrow(`The text of ${other} in posts is made in another share.`);
  expect(await readdir('.cache/texts/posts')).toEqual(own.map((id) => `${id}.d.json`).toSorted());
  vi.unstubAllEnvs();
  expect(await render(ids)).toEqual(ids);
  expect(await htmlOf(other)).toBe(`<p>${other}</p>`);
});

test('a build that joins shares makes only the HTML that nobody handed over', async () => {
  await mkdir('handed/texts/posts', { recursive: true });
  await writeFile('handed/texts/posts/one.d.json', '{ "html": "<p>made elsewhere</p>", "metadata": {} }');
  vi.stubEnv(handedName, 'handed');
  expect(await render(['one', 'two'])).toEqual(['two']);
  expect([await htmlOf('one'), await htmlOf('two')]).toEqual(['<p>made elsewhere</p>', '<p>two</p>']);
});

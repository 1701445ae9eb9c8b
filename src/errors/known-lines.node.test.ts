import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { knownLines, readCatalogue } from './known-lines.node.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'known-'));
  await mkdir(join(root, 'content/errors'), { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(root, 'content/errors', name), text);
const full = `---\ntitle: Full\nmessages:\n  - 'write <path>: no space left on device'\ndrivers: []\n---\n\nText\n`;

test('a message in an output leads to the page of its error, from its first letter to its last', async () => {
  await write('full.mdx', full);
  const find = knownLines(await readCatalogue(root));
  const text = 'Pulling layer\nfailed: write /a/b: no space left on device\n';
  const [found] = find(text, '/x/content/posts/a.md');
  expect(found?.href).toBe('/errors/full/');
  expect(text.slice(found?.from, found?.to)).toBe('write /a/b: no space left on device');
});

test('what only resembles a message leads nowhere, and the page of an error not to itself', async () => {
  await write('full.mdx', full);
  const find = knownLines(await readCatalogue(root));
  expect(find('there is no space left here', 'a.md')).toEqual([]);
  const message = 'write /a/b: no space left on device';
  expect(find(message, join(root, 'content/errors/full.mdx'))).toEqual([]);
  expect(find(message, 'C:\\site\\content\\errors\\full.mdx')).toEqual([]);
  expect(find(message, 'content/errors/other.md')).toHaveLength(1);
});

test('a file that the content check objects to is left out, and the others are read', async () => {
  await write('full.mdx', full);
  await write('no-front-matter.md', 'Text');
  await write('bad-yaml.md', '---\nmessages: [\n---\n');
  await write('no-list.md', '---\nmessages: one\ndrivers: []\n---\n');
  await write('notes.txt', 'x');
  expect((await readCatalogue(root)).map(({ id }) => id)).toEqual(['full']);
  expect(await readCatalogue(join(root, 'nowhere'))).toEqual([]);
});

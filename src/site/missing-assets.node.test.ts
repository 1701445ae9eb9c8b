import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missingAssets } from './missing-assets.node.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'site-'));
  await mkdir(join(root, '_astro'));
  await mkdir(join(root, 'posts'));
  await writeFile(join(root, '_astro/there.js'), '');
});

afterEach(() => rm(root, { recursive: true }));

test('scripts and styles that no page can load are named once, under a base too', async () => {
  await writeFile(
    join(root, 'index.html'),
    '<script src="/_astro/there.js"></script><link rel="stylesheet" href="/_astro/gone.css">',
  );
  await writeFile(join(root, 'posts/index.html'), '<script type="module" src="/docs/_astro/old.js"></script>');
  await writeFile(join(root, 'posts/other.html'), '<script type="module" src="/docs/_astro/old.js"></script>');
  expect(missingAssets(root)).toEqual(['_astro/gone.css', '_astro/old.js']);
});

test('a whole site misses nothing', async () => {
  await writeFile(join(root, 'index.html'), '<script src="/_astro/there.js"></script><a href="/posts/">posts</a>');
  expect(missingAssets(root)).toEqual([]);
});

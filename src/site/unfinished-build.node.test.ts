import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unfinishedBuild } from './unfinished-build.node.ts';

let root = '';
const note = '.cache/astro/incremental-build.json';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'unfinished-'));
  await mkdir(join(root, '.cache/astro'), { recursive: true });
  await writeFile(join(root, note), '{}');
});

afterEach(() => rm(root, { recursive: true }));

/** Runs the steps of a build up to one of them. */
async function build(...steps: ('astro:config:setup' | 'astro:build:start' | 'astro:build:generated')[]) {
  const { hooks } = unfinishedBuild(root);
  const options = {
    command: 'build',
    config: { cacheDir: pathToFileURL(`${root}/.cache/astro/`) },
    logger: { info: () => undefined },
  };
  // The hooks look at these and at nothing else of what Astro passes.
  for (const step of steps) await (hooks[step] as unknown as (given: typeof options) => Promise<void>)(options);
}

test('what is kept of pages goes if the build before was stopped while it made them', async () => {
  await build('astro:config:setup', 'astro:build:start');
  expect(existsSync(join(root, note))).toBe(true);
  await build('astro:config:setup');
  expect(existsSync(join(root, note))).toBe(false);
});

test('it stays after a build that made all pages, and after one that was stopped before the first', async () => {
  await build('astro:config:setup', 'astro:build:start', 'astro:build:generated');
  await build('astro:config:setup');
  await build('astro:config:setup');
  expect(existsSync(join(root, note))).toBe(true);
});

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { endBuild, pagesOnlyName, withoutEnd } from './build-end.node.ts';
import type { EndIntegration } from './build-end.node.ts';

const says = (name: string): EndIntegration => ({
  name,
  hooks: {
    'astro:config:setup': () => undefined,
    'astro:build:done': async ({ dir, logger }) => {
      await Promise.resolve();
      logger.info(`saw ${dir.href}`);
    },
  },
});

test('Astro gets integrations with their end, and without it if that comes later', () => {
  const hooksIn = (env: Record<string, string>) =>
    withoutEnd([says('index')], env).flatMap(({ hooks }) => Object.keys(hooks));
  expect(hooksIn({})).toEqual(['astro:config:setup', 'astro:build:done']);
  expect(hooksIn({ [pagesOnlyName]: 'yes' })).toEqual(['astro:config:setup']);
});

test('what is made of built pages is made one after the other, in their folder, and says whose its lines are', async () => {
  const built = await mkdtemp(join(tmpdir(), 'built-'));
  const lines: unknown[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(line));
  await endBuild([says('first'), says('second')], built);
  log.mockRestore();
  const folder = `${pathToFileURL(built).href}/`;
  expect(lines).toEqual([`[first] saw ${folder}`, `[second] saw ${folder}`]);
});

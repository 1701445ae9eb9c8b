import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptMdx } from './kept-mdx.node.ts';
import { markdownProcessor } from './pipeline.node.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kept-mdx-'));
});

afterEach(() => rm(root, { recursive: true }));

/** What a build makes of a file of MDX, and whether it had to compile it. */
async function build(text: string, others = '', frontmatter: Record<string, unknown> = { title: 'A' }) {
  const { integration, keep } = keptMdx(root, others);
  const ours = markdownProcessor();
  let compiled = 0;
  const createMdxRenderer: typeof ours.createMdxRenderer = async (shared, options) => {
    const renderer = await ours.createMdxRenderer?.(shared, options);
    if (renderer === undefined) throw new Error('The processor knows no MDX.');
    return {
      process: (...given) => {
        compiled += 1;
        return renderer.process(...given);
      },
    };
  };
  const run = async (hook: 'astro:build:start' | 'astro:build:done') =>
    // The hooks look at nothing of what Astro passes.
    (integration.hooks[hook] as unknown as () => Promise<void>)();
  await run('astro:build:start');
  const renderer = await keep({ ...ours, createMdxRenderer }).createMdxRenderer?.({}, { optimize: false });
  const rendered = await renderer?.process(text, join(root, 'a.mdx'), frontmatter);
  await run('astro:build:done');
  return { rendered, compiled };
}

test('a file that has not changed is compiled once, and is the same in the next build', async () => {
  const first = await build('# A\n\n[b](/b/)');
  expect(first.compiled).toBe(1);
  expect(first.rendered?.code).toContain('href: "/b/"');
  expect(await build('# A\n\n[b](/b/)')).toEqual({ ...first, compiled: 0 });
});

test('it is compiled again with other words, another front matter, or another thing that it shows', async () => {
  await build('# A');
  expect((await build('# B')).compiled).toBe(1);
  await build('# A');
  expect((await build('# A', '', { title: 'B' })).compiled).toBe(1);
  await build('# A');
  expect((await build('# A', 'an error of that name')).compiled).toBe(1);
});

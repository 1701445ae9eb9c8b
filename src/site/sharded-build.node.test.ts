import type { AstroPrerenderer, HookParameters, RouteData } from 'astro';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { handedName, shardName } from './shard.ts';
import { shardedBuild } from './sharded-build.node.ts';

let handed = '';

beforeEach(async () => {
  handed = await mkdtemp(join(tmpdir(), 'handed-'));
});

afterEach(async () => {
  await rm(handed, { recursive: true });
});

const route = (type: RouteData['type']) => ({ type }) as RouteData; // nothing else of it is asked for
const all = [
  ...Array.from({ length: 20 }, (_, place) => ({
    pathname: `/posts/${place}`,
    route: route('page'),
    cacheKey: 'key',
  })),
  { pathname: '/', route: route('page') },
  { pathname: '/tags/a/atom.xml', route: route('endpoint'), cacheKey: 'key' },
];

/** What Astro would render with, in a build with the variables `env`. */
async function prerendererOf(env: Record<string, string>): Promise<AstroPrerenderer> {
  let prerenderer: AstroPrerenderer = {
    name: 'whole',
    getStaticPaths: () => Promise.resolve(all),
    render: () => Promise.resolve(new Response('made here')),
  };
  const setPrerenderer: HookParameters<'astro:build:start'>['setPrerenderer'] = (given) => {
    prerenderer = typeof given === 'function' ? given(prerenderer) : given;
  };
  await shardedBuild('/base/', env).hooks['astro:build:start']?.({
    setPrerenderer,
  } as HookParameters<'astro:build:start'>);
  return prerenderer;
}

async function pathsOf(env: Record<string, string>): Promise<string[]> {
  return (await (await prerendererOf(env)).getStaticPaths()).map(({ pathname }) => pathname);
}

test('shares have the pages with a key between them, each once, and leave lists and feeds to the whole build', async () => {
  const paths = [...(await pathsOf({ [shardName]: '1/2' })), ...(await pathsOf({ [shardName]: '2/2' }))];
  expect(paths.toSorted()).toEqual(
    all
      .slice(0, 20)
      .flatMap(({ pathname }) => pathname)
      .toSorted(),
  );
  expect(await pathsOf({})).toHaveLength(all.length);
});

test('a page that was handed over is not rendered again, whatever letters are in its address', async () => {
  await mkdir(join(handed, 'pages/posts/grüße'), { recursive: true });
  await writeFile(join(handed, 'pages/posts/grüße/index.html'), 'made elsewhere');
  const { render } = await prerendererOf({ [handedName]: handed });
  const bodyOf = async (path: string, type: RouteData['type'] = 'page') => {
    const result = await render(new Request(`http://localhost/base/${path}`), { routeData: route(type) });
    return result instanceof Response ? result.text() : undefined;
  };
  expect(await bodyOf('posts/gr%C3%BC%C3%9Fe/')).toBe('made elsewhere');
  expect(await bodyOf('posts/other/')).toBe('made here');
  expect(await bodyOf('posts/gr%C3%BC%C3%9Fe/', 'endpoint')).toBe('made here');
});

import type { AstroIntegration } from 'astro';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handedName, isOwn, shardIn } from './shard.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What of a share or of joined shares holds built pages, by their paths as in the site. */
export const pagesFolder = 'pages';

/**
 * Renders no more than this machine's share of a build, if `env` asks for one, and takes from joined shares what they
 * rendered. Shares are made of pages with a `cacheKey`, each of which shows one text; what lists others is made when the
 * shares are joined.
 */
export function shardedBuild(base: string, env: Environment): AstroIntegration {
  const shard = shardIn(env);
  const handed = env[handedName];
  return {
    name: 'sharded-build',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        if (shard !== undefined) {
          setPrerenderer((whole) => ({
            ...whole,
            getStaticPaths: async () => {
              const paths = await whole.getStaticPaths();
              return paths.filter(
                ({ pathname, route, cacheKey }) =>
                  cacheKey !== undefined && route.type === 'page' && isOwn(pathname, shard),
              );
            },
          }));
        } else if (handed !== undefined) {
          setPrerenderer((whole) => ({
            ...whole,
            render: async (request, options) => {
              const page = options.routeData.type === 'page' ? await handedPage(handed, request, base) : undefined;
              return page === undefined ? whole.render(request, options) : new Response(page);
            },
          }));
        }
      },
    },
  };
}

async function handedPage(handed: string, { url }: Request, base: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const path = decodeURI(new URL(url).pathname).slice(base.length);
  return readFile(join(handed, pagesFolder, path, 'index.html')).catch(() => undefined);
}

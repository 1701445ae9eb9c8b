/** How long our peers take to build the invented archive, beside our own build of it, in one run. */
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inventArticles } from './archive.ts';
import { copyWithArchive, editOne, runBuild, sizeOf } from './build.ts';
import type { Cost } from './build.ts';
import { commandOf, prepare } from './peer-sites.ts';
import type { Engine, PlainPage } from './peer-sites.ts';

/** One site: built from nothing, and again after a sentence was added to an article. */
export interface Building {
  site: string;
  articles: number;
  cold: Cost;
  edited: Cost;
  files: number;
  bytes: number;
}

/**
 * Builds an archive of so many articles with us and with each engine, with the search index of each. Ours holds all that
 * this site has besides: its own pages, feeds, pictures for previews, Markdown views, and the checks of the content.
 */
export async function measureBuilding(engines: readonly Engine[], articles: number): Promise<Building[]> {
  const measured = [await buildOurs(articles)];
  const pages: PlainPage[] = [...inventArticles(articles)].map(({ id, title, description, body }) => ({
    path: `/posts/${id}/`,
    title,
    description,
    body,
  }));
  for (const engine of engines) {
    try {
      measured.push(await buildPeer(engine, pages));
    } catch (cause) {
      console.error(`${engine.name} is left out: ${String(cause)}`);
    }
  }
  return measured;
}

async function buildOurs(articles: number): Promise<Building> {
  const root = await copyWithArchive(articles);
  try {
    const cold = await runBuild(root);
    await editOne(root, articles);
    const edited = await runBuild(root);
    return { site: 'ours', articles, cold, edited, ...(await sizeOf(join(root, 'dist'))) };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function buildPeer(engine: Engine, pages: readonly PlainPage[]): Promise<Building> {
  const project = prepare(engine, pages, 'archive');
  try {
    const command = ['node', ...commandOf(engine, project)];
    const cold = await runBuild(project, command);
    const edited = [...engine.projectOf(pages).keys()].findLast((path) => path.endsWith('.md')) ?? '';
    await appendFile(join(project, edited), '\nAnd that was all that there was to be said about it.\n');
    const again = await runBuild(project, command);
    const size = await sizeOf(join(project, engine.output));
    return { site: engine.name, articles: pages.length, cold, edited: again, ...size };
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

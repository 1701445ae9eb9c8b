import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { site } from '../site.config.ts';
import { typeOf } from '../site/answers.ts';
import { askedPath } from '../site/asked-path.node.ts';
import type { EndIntegration } from '../site/build-end.node.ts';
import { parsePage } from '../site/built-pages.node.ts';
import { counted } from '../site/counted.ts';
import { absoluteUrl, pathOf } from '../site/urls.ts';
import { writeParts } from '../site/write-parts.node.ts';
import { writeWhole } from '../site/write-whole.node.ts';
import { createCards } from './card.node.ts';
import { readLook } from './drawing.node.ts';
import type { Look } from './drawing.node.ts';
import { drawIcons } from './icons.node.ts';
import { machineView, markdownFile, wholeText } from './markdown-view.node.ts';
import type { MachineView } from './markdown-view.node.ts';

/** How many pictures are in work together: enough that no core waits for another one. */
const atOnce = 8;

/**
 * Writes what programs read beside the built `pages` of the project in `root`: each page as Markdown at its address and
 * `.md`, all texts in `llms-full.txt`, and the site's sign in all sizes.
 * `npm run dev` answers for the Markdown of a page when it is asked.
 */
export function machineViews(
  root: string,
  pages: ReadonlyMap<string, { view: MachineView | undefined }>,
): EndIntegration {
  return {
    name: 'machine-views',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const built = fileURLToPath(dir);
        const texts = new Map<string, string>();
        for (const [file, page] of pages) {
          const { view } = page;
          page.view = undefined; // All Markdown of the site is too much to hold on to.
          if (view === undefined) continue;
          const target = markdownFile(file);
          writeFileSync(join(built, target), view.markdown);
          texts.set(absoluteUrl(`/${target}`), view.markdown);
        }
        const list = await readFile(join(built, pathOf.llms), 'utf8');
        writeParts(
          join(built, pathOf.llmsFull),
          wholeText(list, (url) => texts.get(url)),
        );
        for (const [file, icon] of await drawIcons(await readLook(root))) {
          if (!existsSync(join(root, 'public', file))) await writeFile(join(built, file), icon); // An owner may have drawn it.
        }
        logger.info(`${counted(texts.size, 'page')} can be read as Markdown.`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = askedPath(request);
          const [origin] = server.resolvedUrls?.local ?? [];
          if (origin === undefined || !path.startsWith(site.base) || !path.endsWith('.md')) {
            next();
            return;
          }
          const page = path === `${site.base}index.md` ? site.base : path.replace(/\.md$/, '/');
          fetch(new URL(page, origin))
            .then(async (answer) => {
              const view = answer.ok ? machineView(parsePage(await answer.text())) : undefined;
              response.writeHead(view === undefined ? 404 : 200, { 'Content-Type': typeOf(path) });
              response.end(view?.markdown);
            })
            .catch(next);
        });
      },
    },
  };
}

/** Draws a picture of each of the built `pages` for previews of links. */
export function previewCards(
  root: string,
  pages: ReadonlyMap<string, { view: MachineView | undefined }>,
): EndIntegration {
  return {
    name: 'preview-cards',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const views = [...pages.values()].flatMap(({ view }) => view ?? []);
        const look = await readLook(root);
        const { drawn, untitled } = await writeCards(views, look, fileURLToPath(dir), join(root, '.cache/cards'));
        logger.info(`${counted(drawn, 'picture')} for previews of links drawn anew.`);
        const [first] = untitled;
        if (first !== undefined) {
          logger.warn(
            `${counted(untitled.length, 'picture')} for previews of links have no title, such as that of ${first.url}: no font of this machine has ${first.unknown.join(' ')}. Install one and build again.`,
          );
        }
      },
    },
  };
}

/**
 * Puts the pictures of `views` below `built`. One that was drawn before is taken from `cache`, which keeps those of this
 * build only. `untitled` are the pages whose title has letters that this machine can't draw.
 */
async function writeCards(
  views: readonly MachineView[],
  look: Look,
  built: string,
  cache: string,
): Promise<{ drawn: number; untitled: { url: string; unknown: string[] }[] }> {
  const draw = createCards(site.name, look);
  const kept = new Set<string>();
  const untitled: { url: string; unknown: string[] }[] = [];
  let drawn = 0;
  await mkdir(cache, { recursive: true });
  // The face by its bytes, not its path: a picture drawn in one folder is as good in another.
  const face = createHash('sha256').update(await readFile(look.font.file));
  const code = ['card.node.ts', 'png.node.ts'].map((file) => readFile(new URL(file, import.meta.url), 'utf8'));
  const state = JSON.stringify([
    site.name,
    { ...look, font: look.font.name },
    face.digest('hex'),
    await Promise.all(code),
    [sharp.versions, process.version],
  ]);
  const writeCard = async ({ title, url, card }: MachineView): Promise<void> => {
    if (card === undefined) return;
    const name = `${createHash('sha256').update(`${title}\n${state}`).digest('base64url')}.png`;
    const target = join(built, decodeURI(new URL(card).pathname).slice(site.base.length));
    mkdirSync(dirname(target), { recursive: true });
    kept.add(name);
    if (existsSync(join(cache, name))) {
      copyFileSync(join(cache, name), target);
      return;
    }
    const { png, unknown } = await draw(title);
    await writeFile(target, png);
    drawn += 1;
    // Another machine, or this one with another font, may do better.
    if (unknown.length > 0) untitled.push({ url, unknown });
    else await writeWhole(join(cache, name), png);
  };
  for (let next = 0; next < views.length; next += atOnce) {
    await Promise.all(views.slice(next, next + atOnce).map(writeCard));
  }
  for await (const file of glob('*.png', { cwd: cache })) if (!kept.has(file)) await rm(join(cache, file));
  return { drawn, untitled };
}

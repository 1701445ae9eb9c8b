import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, glob, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { typeOf } from '../site/answers.ts';
import { askedPath } from '../site/asked-path.node.ts';
import type { EndIntegration } from '../site/build-end.node.ts';
import { writeWhole } from '../site/write-whole.node.ts';
import { pictureHash, readPicture } from './picture-file.node.ts';
import { fileAt, versionAt } from './picture-versions.ts';
import type { Version } from './picture-versions.ts';

/** Tells what is drawn by other versions of the libraries, which may be other bytes, from what is drawn by these. */
const drawnBy = createHash('sha256').update(JSON.stringify(sharp.versions)).digest('hex').slice(0, 10);

/** The addresses of pictures that stand in a page, each once. */
export function picturesIn(_: unknown, html: string): string[] {
  return [...new Set(html.match(/\/pictures\/[^\s"',<>]+/g))];
}

/**
 * Draws the versions of pictures that the built `pages` of the project in `root` show, and no others: a draft's pictures
 * stay where they are. Those of the last build are kept. `npm run dev` draws what is asked for.
 */
export function drawnPictures(
  root: string,
  base: string,
  pages: ReadonlyMap<string, { pictures: string[] }>,
): EndIntegration {
  return {
    name: 'pictures',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const built = fileURLToPath(dir);
        const { shown, unread } = versionsIn(pages, root);
        for (const file of unread) {
          logger.warn(`${file} can't be read as a picture, so readers get it as it is. Open it, and save it again.`);
          await mkdir(dirname(join(built, 'pictures', file)), { recursive: true });
          await copyFile(join(root, file), join(built, 'pictures', file));
        }
        const cache = join(root, '.cache/astro/pictures');
        const drawn = await writeVersions(shown, { root, built, cache });
        if (shown.size > 0)
          logger.info(`${shown.size} versions of pictures are in the site; ${drawn} of them drawn anew.`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = askedPath(request);
          const version = path.startsWith(base) ? versionAt(`/${path.slice(base.length)}`) : undefined;
          if (version === undefined) {
            next();
            return;
          }
          readFile(join(root, version.file))
            .then(async (bytes) => {
              const body = await draw(bytes, version, root);
              response.writeHead(200, { 'Content-Type': typeOf(path) });
              response.end(body);
            })
            .catch(next);
        });
      },
    },
  };
}

/** What the `pages` show: versions, by the path of each in the site, and files that could not be read. */
function versionsIn(
  pages: ReadonlyMap<string, { pictures: string[] }>,
  root: string,
): { shown: Map<string, Version>; unread: Set<string> } {
  const shown = new Map<string, Version>();
  const unread = new Set<string>();
  for (const address of new Set(Array.from(pages.values(), ({ pictures }) => pictures).flat())) {
    const version = versionAt(address);
    if (version !== undefined) shown.set(decodeURIComponent(address), version);
    const file = version === undefined ? fileAt(address) : undefined;
    if (file !== undefined && existsSync(join(root, file))) unread.add(file);
  }
  return { shown, unread };
}

/** Puts `versions` below `built`, from the cache or drawn anew, and forgets those of pages that are gone. How many were drawn. */
async function writeVersions(
  versions: ReadonlyMap<string, Version>,
  { root, built, cache }: { root: string; built: string; cache: string },
): Promise<number> {
  await mkdir(cache, { recursive: true });
  const kept = new Set<string>();
  let drawn = 0;
  for (const [path, version] of versions) {
    const { file, hash, width, ending } = version;
    const name = `${hash}.${width}.${drawnBy}.${ending}`;
    const target = join(built, path);
    kept.add(name);
    await mkdir(dirname(target), { recursive: true });
    const isKept = await copyFile(join(cache, name), target).then(
      () => true,
      () => false, // It was not drawn yet.
    );
    if (isKept) continue;
    const bytes = await readFile(join(root, file));
    if (pictureHash(bytes) !== hash) throw new Error(`${file} changed while the site was built. Build it again.`);
    await writeWhole(join(cache, name), await draw(bytes, version, root));
    await copyFile(join(cache, name), target);
    drawn += 1;
  }
  for await (const name of glob('*.*', { cwd: cache })) if (!kept.has(name)) await rm(join(cache, name));
  return drawn;
}

/** A version as bytes. Without what a camera wrote into the file, such as the place. */
async function draw(bytes: Buffer, { file, width, ending }: Version, root: string): Promise<Buffer> {
  const picture = await readPicture(root, file);
  if (picture === undefined || (picture.kind !== 'still' && ending === picture.ending)) return bytes;
  const sized = sharp(bytes).autoOrient().resize({ width, withoutEnlargement: true });
  switch (ending) {
    case 'avif':
      // A third of the time of the default effort, and two of a hundred bytes more.
      return sized.avif({ quality: 55, effort: 3 }).toBuffer();
    case 'webp':
      return sized.webp({ quality: 82, smartSubsample: true }).toBuffer();
    case 'jpg':
      return sized.jpeg({ quality: 82, mozjpeg: true }).toBuffer();
    default:
      // A screenshot of few colours is three times as large with all of them.
      return sized.png({ palette: (await sharp(bytes).metadata()).isPalette }).toBuffer();
  }
}

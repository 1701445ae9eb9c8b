import { createHash } from 'node:crypto';
import { glob, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import sharp from 'sharp';
import { pictureEnding } from './picture-versions.ts';

/** What has to be known of a picture before it can be shown. */
export interface PictureFile {
  /** Path from the root of the project. */
  file: string;
  /** In pixels, as it is seen: a photo that lies on its side is turned. */
  width: number;
  height: number;
  /** Ending of its format in lower case: `jpg`. */
  ending: string;
  /**
   * `still` pictures are drawn in several sizes and formats. A `drawing` has lines instead of dots, and a `moving`
   * picture would stop: both are shown as they are.
   */
  kind: 'still' | 'drawing' | 'moving';
  /** Digest of its bytes. */
  hash: string;
}

const drawingSettings = 2; // Count it up when versions are drawn in another way, so that browsers fetch them anew.

const read = new Map<string, Promise<PictureFile | undefined>>();

/** The picture at `file`, a path from `root`; nothing if there is none, or none that can be read. */
export async function readPicture(root: string, file: string): Promise<PictureFile | undefined> {
  const path = join(root, file);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  const key = `${path} ${found.mtimeMs} ${found.size}`;
  const picture = read.get(key) ?? look(path, file);
  read.set(key, picture);
  return picture;
}

/** The first ten signs of the digest of a picture's bytes, which its addresses hold. */
export function pictureHash(bytes: Uint8Array): string {
  return createHash('sha256').update(`${drawingSettings}\n`).update(bytes).digest('hex').slice(0, 10);
}

/** A digest of all pictures below `root`, which pages show the sizes of. */
export async function picturesDigest(root: string): Promise<string> {
  const hash = createHash('sha256');
  const files: string[] = [];
  for await (const file of glob('{content,public}/**/*.*', { cwd: root }))
    if (pictureEnding.test(file)) files.push(file);
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(await readFile(join(root, file)));
  return hash.digest('base64url');
}

async function look(path: string, file: string): Promise<PictureFile | undefined> {
  const bytes = await readFile(path);
  try {
    const { autoOrient, format, pages = 1 } = await sharp(bytes).metadata();
    const kind = format === 'svg' ? 'drawing' : pages > 1 || isMovingPng(bytes) ? 'moving' : 'still';
    const ending = extname(file).slice(1).toLowerCase().replace('jpeg', 'jpg');
    return { file, ...autoOrient, ending, kind, hash: pictureHash(bytes) };
  } catch {
    return undefined; // The content check names what is no picture.
  }
}

/** A PNG that moves says so before its first frame (`acTL`); whoever knows nothing of it, as sharp does, sees that frame. */
function isMovingPng(bytes: Buffer): boolean {
  const control = bytes.indexOf('acTL');
  return bytes.subarray(1, 4).toString('latin1') === 'PNG' && control > 0 && control < bytes.indexOf('IDAT');
}

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPicture } from './picture-file.node.ts';
import { versionPath } from './picture-versions.ts';

let root = '';
let address = '';
/** Node.js and what it needs to draw the picture at `address`, after `before`. */
const drawing = (before = '') => [
  process.execPath,
  '--input-type=module',
  '-e',
  `${before}
  const { drawnPictures } = await import(${JSON.stringify(new URL('drawn-pictures.node.ts', import.meta.url).href)});
  const pages = new Map([['/', { pictures: [${JSON.stringify(address)}] }]]);
  await drawnPictures(${JSON.stringify(root)}, '/', pages).hooks['astro:build:done']({
    dir: new URL(${JSON.stringify(`${pathToFileURL(root).href}/built/`)}),
    logger: console,
  });`,
];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'));
  mkdirSync(join(root, 'public'));
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  await sharp({ create: { width: 400, height: 400, channels: 3, background: 'grey', noise } })
    .png()
    .toFile(join(root, 'public/noise.png'));
  const { hash = '' } = (await readPicture(root, 'public/noise.png')) ?? {};
  address = versionPath({ file: 'public/noise.png', width: 400, hash, ending: 'webp' });
});
afterEach(() => rmSync(root, { recursive: true }));

test('a picture that a full disk broke off is drawn anew by the next build', async () => {
  // No file may have more than some kilobytes, which ends a write in its middle.
  expect(spawnSync('sh', ['-c', 'ulimit -f 16 && exec "$@"', 'sh', ...drawing()]).status).not.toBe(0);
  execFileSync(process.execPath, drawing().slice(1));
  const { data } = await sharp(readFileSync(join(root, 'built', address)))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data).toHaveLength(400 * 400 * 3);
});

test('a picture that another version of a library drew is drawn anew, and once', () => {
  const drawn = (before?: string) => execFileSync(process.execPath, drawing(before).slice(1), { encoding: 'utf8' });
  drawn("const { default: sharp } = await import('sharp'); sharp.versions.webp = '0.1.0';");
  expect(drawn()).toContain('1 of them drawn anew');
  expect(drawn()).toContain('0 of them drawn anew');
});

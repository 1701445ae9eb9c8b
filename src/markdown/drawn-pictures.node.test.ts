import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readPicture } from './picture-file.node.ts';
import { versionPath } from './picture-versions.ts';

test('a picture that a full disk broke off is drawn anew by the next build', async () => {
  const root = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    mkdirSync(join(root, 'public'));
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    await sharp({ create: { width: 400, height: 400, channels: 3, background: 'grey', noise } })
      .png()
      .toFile(join(root, 'public/noise.png'));
    const { hash = '' } = (await readPicture(root, 'public/noise.png')) ?? {};
    const address = versionPath({ file: 'public/noise.png', width: 400, hash, ending: 'webp' });
    const code = `
      const { drawnPictures } = await import(${JSON.stringify(new URL('drawn-pictures.node.ts', import.meta.url).href)});
      const pages = new Map([['/', { pictures: [${JSON.stringify(address)}] }]]);
      await drawnPictures(${JSON.stringify(root)}, '/', pages).hooks['astro:build:done']({
        dir: new URL(${JSON.stringify(`${pathToFileURL(root).href}/built/`)}),
        logger: console,
      });`;
    const node = [process.execPath, '--input-type=module', '-e', code];
    // No file may have more than some kilobytes, which ends a write in its middle.
    expect(spawnSync('sh', ['-c', 'ulimit -f 16 && exec "$@"', 'sh', ...node]).status).not.toBe(0);
    execFileSync(process.execPath, node.slice(1));
    const { data } = await sharp(readFileSync(join(root, 'built', address)))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data).toHaveLength(400 * 400 * 3);
  } finally {
    rmSync(root, { recursive: true });
  }
});

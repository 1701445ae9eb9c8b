import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import { isPackable, typeOf } from '../site/answers.ts';
import { filesBelow, hashOf } from './manifest.node.ts';
import type { Manifest } from './manifest.node.ts';

/** The ways to compress a file, by the ending that hosts look for beside it. */
const ways: readonly { ending: string; compress: (bytes: Buffer) => Promise<Buffer> }[] = [
  { ending: '.br', compress: brotli },
  { ending: '.zst', compress: zstd },
  { ending: '.gz', compress: gzipped },
];

const atOnce = 4; // Node.js compresses in as many threads

/** What a release has of compressed files already: its folder of the site, and what its manifest says. */
export interface Earlier {
  site: string;
  manifest: Manifest;
}

/**
 * Puts brotli, zstd and gzip forms beside each text of the site in the folder `site`. A form that is there already stays,
 * one that would be no smaller than the text is left out, and those of an `earlier` release are taken if text and
 * compressors are the same. The same text gives the same bytes. Gives the numbers of files made and taken.
 */
export async function compressSite(
  site: string,
  compressors: Manifest['compressors'],
  earlier?: Earlier,
): Promise<{ made: number; taken: number }> {
  const files = await filesBelow(site);
  const present = new Set(files);
  const texts = files.filter((file) => isPackable(typeOf(file)));
  const isSame = JSON.stringify(earlier?.manifest.compressors) === JSON.stringify(compressors);
  const known = new Map(isSame ? earlier?.manifest.files.map((file) => [file.path, file]) : []);
  const count = { made: 0, taken: 0 };
  const next = async (): Promise<void> => {
    for (let file = texts.shift(); file !== undefined; file = texts.shift()) {
      const bytes = await readFile(join(site, file));
      const isKnown = known.get(file)?.sha256 === hashOf(bytes);
      for (const { ending, compress } of ways) {
        const target = `${file}${ending}`;
        if (present.has(target)) continue;
        if (isKnown && earlier !== undefined) {
          const kept = known.get(target);
          if (kept === undefined) continue; // It saved nothing.
          if (await take(join(earlier.site, target), kept.sha256, join(site, target))) {
            count.taken += 1;
            continue;
          }
        }
        const compressed = await compress(bytes);
        if (compressed.length >= bytes.length) continue;
        await writeFile(join(site, target), compressed);
        count.made += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return count;
}

/** Copies a file if it is there and its bytes are still those that `sha256` says. */
async function take(from: string, sha256: string, to: string): Promise<boolean> {
  const bytes = await readFile(from).catch(() => undefined); // Then it is made anew.
  if (bytes === undefined || hashOf(bytes) !== sha256) return false;
  await writeFile(to, bytes);
  return true;
}

async function brotli(bytes: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}

async function zstd(bytes: Buffer): Promise<Buffer> {
  const params = {
    [constants.ZSTD_c_compressionLevel]: 19,
    [constants.ZSTD_c_windowLog]: 23, // browsers take no window over 8 MiB (RFC 9659)
  };
  return promisify(zstdCompress)(bytes, { params });
}

/** Without the name and the time of a file, which Node.js leaves out; the system, which it writes, is made unknown. */
async function gzipped(bytes: Buffer): Promise<Buffer> {
  const compressed = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
  compressed[9] = 255; // RFC 1952: operating system unknown
  return compressed;
}

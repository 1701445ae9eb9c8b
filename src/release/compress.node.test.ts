import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { compressSite } from './compress.node.ts';
import { compressorsOf, differences, filesBelow, hashOf, sealedFiles } from './manifest.node.ts';
import type { Manifest } from './manifest.node.ts';

const place = mkdtempSync(join(tmpdir(), 'compress-'));
afterAll(() => rmSync(place, { recursive: true }));

const text = 'A layer lies on a layer. '.repeat(200);
const with3 = (file: string): string[] => ['', '.br', '.gz', '.zst'].map((ending) => file + ending);
const compressors = compressorsOf(process.versions);
let site = '';
let number = 0;

beforeEach(() => {
  site = join(place, `${(number += 1)}`);
  mkdirSync(join(site, 'a'), { recursive: true });
  writeFileSync(join(site, 'a/index.html'), text);
  writeFileSync(join(site, 'picture.png'), text);
  writeFileSync(join(site, 'short.txt'), 'a');
});

/** What a manifest says of the site as it is now. */
async function manifestOf(folder: string, others: Partial<Manifest> = {}): Promise<Manifest> {
  const files = await sealedFiles(folder);
  return {
    changed: false,
    sourceDateEpoch: 0,
    node: '',
    platform: '',
    lockfile: '',
    packages: {},
    compressors,
    files,
    ...others,
  };
}

test('a text gets its three forms beside it; a picture, and a text that would be no smaller, get none', async () => {
  expect(await compressSite(site, compressors)).toEqual({ made: 3, taken: 0 });
  expect(await filesBelow(site)).toEqual([...with3('a/index.html'), 'picture.png', 'short.txt']);
  const form = (ending: string): Buffer => readFileSync(join(site, `a/index.html${ending}`));
  expect(brotliDecompressSync(form('.br')).toString()).toBe(text);
  expect(gunzipSync(form('.gz')).toString()).toBe(text);
  expect(zstdDecompressSync(form('.zst')).toString()).toBe(text);
});

test('the same text gives the same bytes, and gzip tells no time, name or system', async () => {
  await compressSite(site, compressors);
  const first = await manifestOf(site);
  rmSync(site, { recursive: true });
  mkdirSync(join(site, 'a'), { recursive: true });
  writeFileSync(join(site, 'a/index.html'), text);
  await compressSite(site, compressors);
  const hash = Object.fromEntries(first.files.map(({ path, sha256 }) => [path, sha256]));
  for (const file of with3('a/index.html')) expect(hashOf(readFileSync(join(site, file)))).toBe(hash[file]);
  expect([...readFileSync(join(site, 'a/index.html.gz')).subarray(3, 10)]).toEqual([0, 0, 0, 0, 0, 2, 255]);
});

test('a form that is there already stays as it is', async () => {
  writeFileSync(join(site, 'a/index.html.br'), 'by hand');
  expect(await compressSite(site, compressors)).toEqual({ made: 2, taken: 0 });
  expect(readFileSync(join(site, 'a/index.html.br'), 'utf8')).toBe('by hand');
});

test('the forms of the last release are taken for the same text, and made anew for another one', async () => {
  await compressSite(site, compressors);
  const earlier = { site, manifest: await manifestOf(site) };
  const next = `${site}-next`;
  mkdirSync(join(next, 'a'), { recursive: true });
  writeFileSync(join(next, 'a/index.html'), text);
  writeFileSync(join(next, 'short.txt'), `${text}!`);
  expect(await compressSite(next, compressors, earlier)).toEqual({ made: 3, taken: 3 });
  expect(readFileSync(join(next, 'a/index.html.br'))).toEqual(readFileSync(join(site, 'a/index.html.br')));
});

test.each([
  ['are not what its manifest says', (): void => writeFileSync(join(site, 'a/index.html.br'), 'rotten'), {}],
  ['were made by another compressor', (): void => undefined, { compressors: { ...compressors, brotli: '0' } }],
])('forms of the last release that %s are made anew', async (_, spoil, others) => {
  await compressSite(site, compressors);
  const earlier = { site, manifest: await manifestOf(site, others) };
  spoil();
  const next = `${site}-next`;
  mkdirSync(join(next, 'a'), { recursive: true });
  writeFileSync(join(next, 'a/index.html'), text);
  await compressSite(next, compressors, earlier);
  expect(brotliDecompressSync(readFileSync(join(next, 'a/index.html.br'))).toString()).toBe(text);
});

test('a manifest has every file with its size and hash, and everybody may read the files', async () => {
  const mask = process.umask(0o077);
  mkdirSync(join(site, 'private'));
  writeFileSync(join(site, 'private/page.html'), 'é');
  process.umask(mask);
  const files = await sealedFiles(site);
  expect(files.map(({ path }) => path)).toEqual(['a/index.html', 'picture.png', 'private/page.html', 'short.txt']);
  expect(files[2]).toEqual({
    path: 'private/page.html',
    bytes: 2,
    sha256: '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c',
  });
  expect(statSync(join(site, 'private')).mode & 0o777).toBe(0o755);
  expect(statSync(join(site, 'private/page.html')).mode & 0o777).toBe(0o644);
});

test('a file that was changed, lost or added since its manifest is named', async () => {
  const { files } = await manifestOf(site);
  expect(await differences(site, files)).toEqual([]);
  writeFileSync(join(site, 'a/index.html'), 'other');
  rmSync(join(site, 'short.txt'));
  writeFileSync(join(site, 'new.html'), 'new');
  expect(await differences(site, files)).toEqual([
    'new.html is not its own.',
    'a/index.html has other bytes.',
    'short.txt is missing.',
  ]);
});

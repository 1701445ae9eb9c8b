import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtFolder } from '../built-site.ts';
import { cloneProject, command, removeProject } from './project-copy.ts';

const patience = 400_000; // ms; a whole build without any cache on a busy machine
const clockAhead = pathToFileURL('tests/fixtures/clock-ahead.mjs').href;
const epoch = Math.floor(statSync(builtFolder).mtimeMs / 1000);

const memory = '/dev/shm';
let root = '';
let away = '';
let printed = '';
let code = 1;

/** Makes a release of the same sources elsewhere, onto another disk if there is one: other folder, time zone, language, mask of rights and year; no cache. */
beforeAll(async () => {
  root = await cloneProject();
  away = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'releases-'));
  symlinkSync(away, join(root, 'releases'));
  const mask = process.umask(0o077);
  ({ code, output: printed } = await command(root, ['release', '--no-tests', '--no-compress'], {
    TZ: 'Asia/Kathmandu',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    NODE_OPTIONS: `--import=${clockAhead}`,
    SOURCE_DATE_EPOCH: String(epoch),
  }).finally(() => process.umask(mask)));
}, patience);

afterAll(async () => {
  await removeProject(root);
  rmSync(away, { recursive: true });
});

/** All files below `folder`, sorted, each with the hash of its bytes. */
function hashes(folder: string): string[] {
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  return files.toSorted().map((file) => `${file} ${hashOf(join(folder, file))}`);
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

test('the same sources give the same bytes in another folder, time zone, language and year, from an empty cache', () => {
  expect([code, printed]).toEqual([0, expect.stringContaining('is live in releases/current.')]);
  expect(hashes(join(root, 'releases/current'))).toEqual(hashes(builtFolder));
});

test('a release says what it was made of, with the hash of each file', () => {
  const folder = dirname(realpathSync(join(root, 'releases/current')));
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    sourceDateEpoch: number;
    node: string;
    lockfile: string;
    packages: Record<string, string>;
    files: { path: string; bytes: number; sha256: string }[];
  };
  expect(manifest).toMatchObject({ sourceDateEpoch: epoch, lockfile: hashOf('package-lock.json') });
  expect(manifest.node).toMatch(/^v24\./);
  expect(manifest.packages['astro']).toMatch(/^7\./);
  expect(manifest.files.map(({ path }) => path)).toContain('index.html');
  for (const { path, bytes, sha256 } of manifest.files) {
    expect([path, statSync(join(folder, 'site', path)).size]).toEqual([path, bytes]);
    expect([path, hashOf(join(folder, 'site', path))]).toEqual([path, sha256]);
  }
  const bom = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')) as { components: { name: string }[] };
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'mind-the-driver' } } });
  expect(bom).not.toHaveProperty('serialNumber');
  expect(bom.components.map(({ name }) => name)).toContain('astro');
});

test(
  'content with a problem, a wrong moment, and a rollback to nowhere leave the live site as it was',
  async () => {
    const before = readlinkSync(join(root, 'releases/current'));
    const bad = join(root, 'content/posts/bad.md');
    writeFileSync(bad, '---\ntitle: Bad\ndate: 2020-01-01\n---\nSee [nothing](/nothing/).\n');
    const failed = await command(root, ['release', '--no-tests']);
    rmSync(bad);
    expect(failed.output).toMatch(/^content\/posts\/bad\.md:5:\d+ {2}broken-link {2}/m);
    expect(failed.output).toMatch(/The release stopped at: build\. .* is still live\.\s*$/);
    const wrong = await command(root, ['release'], { SOURCE_DATE_EPOCH: 'soon' });
    expect(wrong.output).toContain("SOURCE_DATE_EPOCH is 'soon', which is no moment.");
    const back = await command(root, ['release', '--rollback']);
    expect(back.output).toContain('No release came before the live one.');
    expect([failed.code, wrong.code, back.code]).toEqual([1, 1, 1]);
    expect(readlinkSync(join(root, 'releases/current'))).toBe(before);
    const { output } = await command(root, ['release', '--list']);
    expect(output.trim()).toMatch(/^live {2}\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ/);
    expect(output.trim().split('\n')).toHaveLength(1);
  },
  patience,
);

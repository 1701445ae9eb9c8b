import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** A folder in which another build is being made. */
function busyFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(root, '.cache'));
  const other = { pid: process.pid, host: hostname(), began: '', token: 'other' };
  writeFileSync(join(root, '.cache/build.lock'), JSON.stringify(other));
  return root;
}

function build(root: string, ...words: string[]) {
  return spawnSync(process.execPath, [resolve('scripts/build.ts'), ...words], { cwd: root, encoding: 'utf8' });
}

test('a build that another one would disturb does not begin', () => {
  const root = busyFolder();
  const { status, stderr } = build(root);
  expect(stderr).toMatch(
    new RegExp(`^Another build is being made, by process ${process.pid} on .*build\\.lock\\.$`, 'm'),
  );
  expect(status).toBe(1);
  expect(readdirSync(root, { recursive: true })).toEqual(['.cache', join('.cache', 'build.lock')]);
  rmSync(root, { recursive: true });
});

test('a build in a folder whose name Vite takes for an address does not begin', () => {
  const root = mkdtempSync(join(tmpdir(), 'build-a%20b-'));
  const { status, stderr } = build(root);
  expect(stderr).toMatch(
    /^The path .* has a %, .* Rename that folder or move the project, then run the command again\.$/m,
  );
  expect(status).toBe(1);
  expect(readdirSync(root)).toEqual([]);
  rmSync(root, { recursive: true });
});

test('a build does not take the place of what no build has left there', () => {
  const root = busyFolder();
  const places = {
    'notes.txt': /^notes\.txt holds something else than a build, which would be lost\. Name a folder .*\n$/,
    photos: /^photos holds something else/,
    empty: /^Another build is being made/,
    site: /^Another build is being made/,
  };
  for (const folder of ['photos', 'empty', 'site']) mkdirSync(join(root, folder));
  for (const file of ['notes.txt', 'photos/1.jpg', 'site/_headers']) writeFileSync(join(root, file), '');
  for (const [place, said] of Object.entries(places)) expect(build(root, '--out', place).stderr).toMatch(said);
  rmSync(root, { recursive: true });
});

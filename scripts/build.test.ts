import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

test('a build that another one would disturb does not begin', () => {
  const root = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(root, '.cache'));
  const other = { pid: process.pid, host: hostname(), began: '', token: 'other' };
  writeFileSync(join(root, '.cache/build.lock'), JSON.stringify(other));
  const { status, stderr } = spawnSync(process.execPath, [resolve('scripts/build.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(
    new RegExp(`^Another build is being made, by process ${process.pid} on .*build\\.lock\\.$`, 'm'),
  );
  expect(status).toBe(1);
  expect(readdirSync(root, { recursive: true })).toEqual(['.cache', join('.cache', 'build.lock')]);
  rmSync(root, { recursive: true });
});

test('a build in a folder whose name Vite takes for an address does not begin', () => {
  const root = mkdtempSync(join(tmpdir(), 'build-a%20b-'));
  const { status, stderr } = spawnSync(process.execPath, [resolve('scripts/build.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(
    /^The path .* has a %, .* Rename that folder or move the project, then run the command again\.$/m,
  );
  expect(status).toBe(1);
  expect(readdirSync(root)).toEqual([]);
  rmSync(root, { recursive: true });
});

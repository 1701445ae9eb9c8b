import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

test('where nothing can be written, one line says so', () => {
  const here = mkdtempSync(join(tmpdir(), 'hosts-'));
  try {
    mkdirSync(join(here, 'dist'));
    writeFileSync(join(here, 'dist/_headers'), '/*\n  A: b\n');
    writeFileSync(join(here, '.cache'), '');
    const { status, stderr } = spawnSync(process.execPath, [resolve('scripts/hosts.ts'), 'nginx'], {
      cwd: here,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^\.cache\/hosts\/nginx\/ could not be written: .*\n$/);
    expect(status).toBe(1);
  } finally {
    rmSync(here, { recursive: true });
  }
});

test('a folder that is named from here is found by a server that begins elsewhere', () => {
  const here = realpathSync(mkdtempSync(join(tmpdir(), 'hosts-')));
  try {
    mkdirSync(join(here, 'dist'));
    writeFileSync(join(here, 'dist/_headers'), '/*\n  A: b\n');
    const words = [resolve('scripts/hosts.ts'), 'nginx', '--host', 'a.example', '--folder', 'releases/current/'];
    const { stderr } = spawnSync(process.execPath, words, { cwd: here, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(readFileSync(join(here, '.cache/hosts/nginx/a.example.conf'), 'utf8')).toContain(
      `alias "${here}/releases/current/";`,
    );
  } finally {
    rmSync(here, { recursive: true });
  }
});

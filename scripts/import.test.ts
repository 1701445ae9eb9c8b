import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('an import that is only to be tried writes nothing, also where npm took --dry-run for its own', () => {
  const here = mkdtempSync(join(tmpdir(), 'import-'));
  try {
    const out = join(here, 'posts');
    const words = ['scripts/import.ts', 'octopress', 'tests/fixtures/octopress/blog', '--out', out];
    const env = { ...process.env, npm_config_dry_run: 'true' };
    expect(spawnSync(process.execPath, words, { encoding: 'utf8', env }).stdout).toMatch(/\d+ posts and \d+ pages/);
    expect(existsSync(out)).toBe(false);
  } finally {
    rmSync(here, { recursive: true });
  }
});

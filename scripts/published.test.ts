import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

test('a list of addresses that can’t be read is named and stays, since nobody else knows what was out', () => {
  const root = mkdtempSync(join(tmpdir(), 'published-'));
  const file = join(root, 'content/published.yaml');
  const merged = '/: []\n<<<<<<< HEAD\n/posts/old/: [a]\n=======\n/posts/older/: []\n>>>>>>> theirs\n';
  try {
    mkdirSync(join(root, 'content'));
    writeFileSync(file, merged);
    const { status, stderr } = spawnSync(process.execPath, [resolve('scripts/published.ts')], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(readFileSync(file, 'utf8')).toBe(merged);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('content/published.yaml:2:') });
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('a disk that takes no more leaves the list as it was', () => {
  const root = mkdtempSync(join(tmpdir(), 'published-'));
  const file = join(root, 'content/published.yaml');
  try {
    mkdirSync(join(root, 'content'));
    writeFileSync(file, '/posts/old/: []\n');
    // The shell allows files of no byte.
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 0; "$0" "$1"', process.execPath, resolve('scripts/published.ts')],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    expect(readFileSync(file, 'utf8')).toBe('/posts/old/: []\n');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'EFBIG: file too large, write\nThe list stays as it was.\n',
    });
  } finally {
    rmSync(root, { recursive: true });
  }
});

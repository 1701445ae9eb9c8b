import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFile } from './write-whole.node.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'whole-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('a text is put where another one was, and nothing else is left', async () => {
  await replaceFile(root, 'content/a.yaml', 'old');
  await replaceFile(root, 'content/a.yaml', 'new');
  expect(readFileSync(join(root, 'content/a.yaml'), 'utf8')).toBe('new');
  expect(readdirSync(join(root, 'content'))).toEqual(['a.yaml']);
});

test('what can not be written leaves no draft', async () => {
  mkdirSync(join(root, 'content/a.yaml/b'), { recursive: true });
  await expect(replaceFile(root, 'content/a.yaml', 'new')).rejects.toThrow('EISDIR');
  expect(readdirSync(join(root, 'content'))).toEqual(['a.yaml']);
});

const memory = '/dev/shm';
const hasOtherDisk = existsSync(memory) && statSync(memory).dev !== statSync(tmpdir()).dev;

test.runIf(hasOtherDisk)('.cache may be on another disk', async () => {
  const away = mkdtempSync(join(memory, 'whole-'));
  try {
    symlinkSync(away, join(root, '.cache'));
    await replaceFile(root, 'content/a.yaml', 'new');
    expect(readFileSync(join(root, 'content/a.yaml'), 'utf8')).toBe('new');
  } finally {
    rmSync(away, { recursive: true });
  }
});

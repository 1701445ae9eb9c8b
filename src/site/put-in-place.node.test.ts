import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putInPlace } from './put-in-place.node.ts';

let root = '';
let next = '';
let place = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'place-'));
  place = join(root, 'dist');
  next = join(root, 'next');
  write(next, 'new');
  write(place, 'old');
});

afterEach(() => rmSync(root, { recursive: true }));

function write(folder: string, text: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), text);
}

const page = () => readFileSync(join(place, 'index.html'), 'utf8');

test('the new folder is where the old one was, and nothing else is left', async () => {
  await putInPlace(next, place);
  expect(page()).toBe('new');
  expect(readdirSync(root)).toEqual(['dist']);
});

test('the first one needs none before it', async () => {
  rmSync(place, { recursive: true });
  await putInPlace(next, place);
  expect(page()).toBe('new');
});

test('folders on the way there are made', async () => {
  await putInPlace(next, join(root, 'a/b/dist'));
  expect(readFileSync(join(root, 'a/b/dist/index.html'), 'utf8')).toBe('new');
});

test('what an interrupted one left is no hindrance', async () => {
  write(join(root, '.dist-next'), 'half');
  write(join(root, '.dist-last'), 'older');
  await putInPlace(next, place);
  expect(page()).toBe('new');
  expect(readdirSync(root)).toEqual(['dist']);
});

test('the old folder stays if there is no new one', async () => {
  await expect(putInPlace(join(root, 'nothing'), place)).rejects.toThrow('ENOENT');
  expect(page()).toBe('old');
});

const memory = '/dev/shm';
const hasOtherDisk = existsSync(memory) && statSync(memory).dev !== statSync(tmpdir()).dev;

test.runIf(hasOtherDisk)('the new folder may be on another disk', async () => {
  const away = mkdtempSync(join(memory, 'place-'));
  write(join(away, 'next'), 'from afar');
  await putInPlace(join(away, 'next'), place);
  expect(page()).toBe('from afar');
  expect(readdirSync(root)).toEqual(['dist', 'next']);
  expect(readdirSync(away)).toEqual([]);
  rmSync(away, { recursive: true });
});

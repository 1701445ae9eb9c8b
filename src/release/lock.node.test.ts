import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { takeLock } from './lock.node.ts';

const place = mkdtempSync(join(tmpdir(), 'lock-'));
const file = join(place, '.lock');
afterAll(() => rmSync(place, { recursive: true }));
beforeEach(() => rmSync(file, { force: true }));

const gone = spawnSync(process.execPath, ['--eval', '']).pid;
const holder = (values: object): string =>
  JSON.stringify({ pid: process.pid, host: hostname(), began: '', token: 'theirs', ...values });

test('a lock is held until it is given back', async () => {
  const first = await takeLock(file);
  expect(await takeLock(file)).toEqual({ kind: 'held', by: `process ${process.pid} on ${hostname()}` });
  if (first.kind === 'taken') await first.giveBack();
  expect(existsSync(file)).toBe(false);
  expect((await takeLock(file)).kind).toBe('taken');
});

test.each([
  ['of a process that is gone', holder({ pid: gone })],
  ['of a process whose number another one has by now', holder({ began: '1' })],
])('the lock %s is taken over, without a rest', async (_, text) => {
  writeFileSync(file, text);
  expect((await takeLock(file)).kind).toBe('taken');
  expect(readFileSync(file, 'utf8')).not.toContain('theirs');
  expect(readdirSync(place)).toEqual(['.lock']);
});

test('the lock of another machine is never taken over', async () => {
  writeFileSync(file, holder({ pid: gone, host: 'elsewhere' }));
  expect(await takeLock(file)).toEqual({ kind: 'held', by: `process ${gone} on elsewhere` });
});

test('a lock that is being written is held, and one that never was written to its end is taken over', async () => {
  writeFileSync(file, '');
  expect(await takeLock(file)).toEqual({ kind: 'held', by: 'a process that just began' });
  utimesSync(file, 0, 0);
  expect((await takeLock(file)).kind).toBe('taken');
});

test('of many that find a dead lock at once, one takes it', async () => {
  writeFileSync(file, holder({ pid: gone }));
  const locks = await Promise.all(Array.from({ length: 20 }, () => takeLock(file)));
  const held = await Promise.all(locks.map(async (lock) => lock.kind === 'taken' && (await lock.isStillOurs())));
  expect(held.filter(Boolean)).toHaveLength(1);
});

test('a lock that another one took over is not given back for it', async () => {
  const ours = await takeLock(file);
  writeFileSync(file, holder({}));
  if (ours.kind !== 'taken') throw new Error('The lock was not taken.');
  expect(await ours.isStillOurs()).toBe(false);
  await ours.giveBack();
  expect(readFileSync(file, 'utf8')).toContain('theirs');
});

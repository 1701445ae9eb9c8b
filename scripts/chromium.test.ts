import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findChromium, installChromium } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
const program = join(folder, 'chromium');
const text = join(folder, 'read-me');
const nowhere = join(folder, 'nowhere');
writeFileSync(program, '');
chmodSync(program, 0o755);
writeFileSync(text, '');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the browser that CHROME_PATH names goes before the usual places', () => {
  expect(findChromium(program, ['/bin/sh'])).toBe(program);
});

test.each([
  ['nothing', nowhere],
  ['a file that is no program', text],
  ['an empty name', ''],
])('if CHROME_PATH names %s, the usual places are looked at', (_name, wanted) => {
  expect(findChromium(wanted, [nowhere, program])).toBe(program);
});

test('where there is none, that is said by undefined, and nobody but root installs one', () => {
  expect(findChromium(nowhere, [nowhere])).toBeUndefined();
  expect(installChromium(1000)).toBeUndefined();
});

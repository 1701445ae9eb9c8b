import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeParts } from './write-parts.node.ts';

test('a file has all parts in their order, and nothing of what was there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parts-'));
  try {
    const file = join(folder, 'text');
    await writeFile(file, 'much longer than the parts');
    writeParts(file, ['a', '', 'ü\n']);
    expect(await readFile(file, 'utf8')).toBe('aü\n');
  } finally {
    await rm(folder, { recursive: true });
  }
});

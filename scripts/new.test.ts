import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

test('what a terminal printed begins an error, however long it is and with no error there yet', () => {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  try {
    const message = 'failed to register layer: no space left on device\n'.repeat(20);
    execFileSync(process.execPath, [resolve('scripts/new.ts'), 'error', message], { cwd: root });
    expect(readdirSync(join(root, 'content/errors'))).toHaveLength(1);
  } finally {
    rmSync(root, { recursive: true });
  }
});

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

test('a preview of a link that another version of a library drew is drawn anew, and once', () => {
  const root = mkdtempSync(join(tmpdir(), 'cards-'));
  const drawn = (before = '') =>
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `${before}
        const { previewCards } = await import(${JSON.stringify(new URL('integration.node.ts', import.meta.url).href)});
        const view = { title: 'Layers', url: 'https://mind.example/a/', card: 'https://mind.example/a.png' };
        await previewCards(${JSON.stringify(root)}, new Map([['a', { view }]])).hooks['astro:build:done']({
          dir: new URL(${JSON.stringify(`${pathToFileURL(root).href}/built/`)}),
          logger: console,
        });`,
      ],
      { encoding: 'utf8' },
    );
  try {
    cpSync('public/icon.svg', join(root, 'public/icon.svg'));
    drawn("const { default: sharp } = await import('sharp'); sharp.versions.pango = '0.1.0';");
    expect(drawn()).toContain('1 picture for previews of links drawn anew.');
    expect(drawn()).toContain('0 pictures for previews of links drawn anew.');
  } finally {
    rmSync(root, { recursive: true });
  }
});

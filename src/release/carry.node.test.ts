import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { carryOver } from './carry.node.ts';
import { filesBelow, sealedFiles } from './manifest.node.ts';
import type { Manifest } from './manifest.node.ts';

const place = mkdtempSync(join(tmpdir(), 'carry-'));
afterAll(() => rmSync(place, { recursive: true }));

let number = 0;
/** The folder of a site with these files. */
function siteOf(files: Record<string, string>): string {
  const site = join(place, `${(number += 1)}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  return site;
}

async function releaseOf(site: string, carried = new Set<string>()): Promise<{ site: string; manifest: Manifest }> {
  return { site, manifest: { files: await sealedFiles(site, carried) } as Manifest };
}

test('a page that was opened before the switch finds its scripts and its part of the index, in all their forms', async () => {
  const before = await releaseOf(
    siteOf({
      'index.html': 'old',
      '_astro/box.AAA.js': 'old script',
      '_astro/box.AAA.js.br': 'old script, compressed',
      'pagefind/index/en_1.pf_index': 'old part',
      'pagefind/pagefind-entry.json': 'old list',
      '_astro/same.CCC.css': 'same',
    }),
  );
  const site = siteOf({ 'index.html': 'new', '_astro/box.BBB.js': 'new script', '_astro/same.CCC.css': 'same' });
  expect([...(await carryOver(site, before))]).toEqual([
    '_astro/box.AAA.js',
    '_astro/box.AAA.js.br',
    'pagefind/index/en_1.pf_index',
  ]);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('new');
  expect(readFileSync(join(site, '_astro/box.AAA.js'), 'utf8')).toBe('old script');
  expect(await filesBelow(site)).not.toContain('pagefind/pagefind-entry.json');
});

test('what was carried once is not carried again, so that nothing piles up', async () => {
  const before = await releaseOf(
    siteOf({ '_astro/a.js': 'of the release before it', '_astro/b.js': 'its own' }),
    new Set(['_astro/a.js']),
  );
  expect([...(await carryOver(siteOf({ 'index.html': '' }), before))]).toEqual(['_astro/b.js']);
});

test('a file that somebody changed or removed since is left', async () => {
  const before = await releaseOf(siteOf({ '_astro/a.js': 'a', '_astro/b.js': 'b' }));
  writeFileSync(join(before.site, '_astro/a.js'), 'other');
  rmSync(join(before.site, '_astro/b.js'));
  expect([...(await carryOver(siteOf({ 'index.html': '' }), before))]).toEqual([]);
});

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names of the scripts and styles that the pages of a built site ask for and that are not there, sorted. Astro's
 * incremental build takes a page over from the last build if its own sources are as they were; the name of a script
 * that it loads may have changed all the same.
 */
export function missingAssets(root: string): string[] {
  const asked = new Set<string>();
  for (const file of globSync('**/*.html', { cwd: root })) {
    const html = readFileSync(join(root, file), 'utf8');
    for (const [, name = ''] of html.matchAll(/(?:src|href)="[^"]*?(_astro\/[^"#?]+)"/g)) asked.add(name);
  }
  return [...asked].filter((name) => !existsSync(join(root, name))).toSorted();
}

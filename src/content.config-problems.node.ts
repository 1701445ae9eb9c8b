/** The problems of `src/site.config.ts`, at their places. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lineStarts, positionAt } from './content-check/position.ts';
import type { Problem } from './content-check/problem.ts';
import type { SiteConfig } from './site.config.ts';
import { configFaults } from './site/config-faults.ts';

/** What a new owner changes to make the site theirs. */
export const configFile = 'src/site.config.ts';

/** What is wrong in the configuration. Its values are those that were imported, and only their places come from its text. */
export async function configProblems(root: string, config: Partial<SiteConfig>): Promise<Problem[]> {
  const text = await readFile(join(root, configFile), 'utf8').catch(() => '');
  if (text === '') return []; // Content that lies elsewhere has a configuration of its own.
  const starts = lineStarts(text);
  return configFaults(config).map(({ key, message, hint }) => {
    const offset = key.split('.').reduce(
      (at, name) => {
        const found = new RegExp(`\\b${name}["']?:\\s*`, 'g');
        found.lastIndex = at;
        return found.exec(text) === null ? at : found.lastIndex;
      },
      Math.max(0, text.indexOf('export const site')),
    );
    return { file: configFile, ...positionAt(starts, offset), rule: 'site-config', message, hint };
  });
}

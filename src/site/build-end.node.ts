import type { AstroIntegration } from 'astro';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The variable by which a build tells Astro to make pages only, because what is made of them comes later. */
export const pagesOnlyName = 'MTD_PAGES_ONLY';

/** The folder of the built pages, and what takes the lines that people shall read. */
interface BuildEnd {
  dir: URL;
  logger: Record<'info' | 'warn', (line: string) => void>;
}

/** An integration that makes something of built pages, and needs nothing else of Astro for it. */
export interface EndIntegration extends AstroIntegration {
  hooks: AstroIntegration['hooks'] & { 'astro:build:done': (end: BuildEnd) => Promise<void> };
}

/** `integrations` as Astro takes them: with their end, unless `env` says that it comes later. */
export function withoutEnd(
  integrations: readonly EndIntegration[],
  env: Readonly<Record<string, string | undefined>>,
): AstroIntegration[] {
  if (env[pagesOnlyName] === undefined) return [...integrations];
  return integrations.map(({ name, hooks: { 'astro:build:done': _, ...hooks } }) => ({ name, hooks }));
}

/** Makes of the pages that were built in the folder `built` what `integrations` make of them, one after the other. */
export async function endBuild(integrations: readonly EndIntegration[], built: string): Promise<void> {
  const dir = pathToFileURL(`${resolve(built)}/`);
  for (const { name, hooks } of integrations) {
    const named = (line: string) => `[${name}] ${line}`;
    const logger = {
      info: (line: string) => console.log(named(line)),
      warn: (line: string) => console.warn(named(line)),
    };
    await hooks['astro:build:done']({ dir, logger });
  }
}

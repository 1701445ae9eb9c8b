import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { redirectsSchema } from '../site/schema.ts';
import { readFrontMatter } from './front-matter.node.ts';
import type { PresentSite, Written } from './present-site.ts';

/** Name of the record of what imports wrote, below the content; the site does not read it. */
export const recordName = '.imported.json';

const collections = ['posts', 'docs', 'errors', 'drivers'] as const;

/** The site below `root` as it is before an import, with its content in the folder `content`. Writes nothing. */
export function readPresentSite(root: string, content: string): PresentSite {
  const written = readRecord(join(root, content, recordName));
  const entries = collections.flatMap((collection) =>
    namesIn(join(root, content, collection)).map((name) => ({ collection, path: `${content}/${collection}/${name}` })),
  );
  const aliases = entries.flatMap(({ path }) => {
    if (!/\.mdx?$/.test(path)) return [];
    const values = readFrontMatter(readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n'))?.values['aliases'];
    return Array.isArray(values) ? values.map((alias) => [String(alias), path] as const) : [];
  });
  return { written, entries, aliases: new Map(aliases), redirects: readRedirects(join(root, content)) };
}

function namesIn(folder: string): string[] {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? entry.name : []));
}

/** What imports wrote, by path from the root of the site. */
export function readRecord(path: string): Map<string, Written> {
  try {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files?: Record<string, Partial<Written>> };
    return new Map(
      Object.entries(files ?? {}).flatMap(([name, { hash, before, from }]) =>
        typeof hash === 'string' && typeof from === 'string'
          ? [[name, { hash, ...(typeof before === 'string' && { before }), from }]]
          : [],
      ),
    );
  } catch {
    return new Map(); // The first import, or a broken record: then every file that is there counts as the author's.
  }
}

/** The old addresses that an import of another blog has left in `redirects.yaml`. */
function readRedirects(content: string): Record<string, string> {
  try {
    return redirectsSchema.parse(parse(readFileSync(join(content, 'redirects.yaml'), 'utf8')));
  } catch {
    return {}; // None yet, or one that somebody has to mend first: it will be kept as it is.
  }
}

import type { Collection, Settings } from './settings.ts';
import { relativeTo } from './source-paths.ts';

/** What a file of an old blog is, told by its path. */
export interface OldPlace {
  kind: 'post' | 'draft' | 'page';
  /** The collection of Jekyll that it belongs to; its files are pages. */
  collection: (Collection & { name: string }) | undefined;
}

const textEnding = /^(?:markdown|mkdown|mdown|mkdn|mkd|md|pandoc|html?|textile|org|rst|adoc|asciidoc)$/;
const datedName = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/;

/** Whether `file` lies in a folder of that name, at any depth. */
export function isIn(file: string, folder: string): boolean {
  return `/${file}`.includes(`/${folder}/`);
}

/**
 * What `file` is in a blog whose source begins at `base`; undefined if it is nothing to read. Without folders of posts,
 * what is called like one at the root is a post.
 */
export function placeOf(file: string, base: string, settings: Settings, hasFolders: boolean): OldPlace | undefined {
  const collection = collectionOf(relativeTo(file, base), settings);
  if (collection !== undefined) return { kind: 'page', collection };
  const kind = kindOf(file, base, settings, hasFolders);
  return kind && { kind, collection };
}

function kindOf(file: string, base: string, settings: Settings, hasFolders: boolean): OldPlace['kind'] | undefined {
  if (isIn(file, settings.engine.postFolder)) return 'post';
  if (isIn(file, '_drafts')) return 'draft';
  if (!hasFolders && !file.includes('/') && nameParts(file, settings, true)) return 'post';
  if (base !== '' && !file.startsWith(`${base}/`)) return undefined;
  const inside = relativeTo(file, base);
  const isPage = nameParts(inside, settings, false) && !/(?:^|\/)[_.]/.test(inside);
  return isPage && !/^(?:README|CHANGELOG|CONTRIBUTING|LICENSE)\b/i.test(inside) ? 'page' : undefined;
}

function collectionOf(inside: string, settings: Settings): OldPlace['collection'] {
  const name = nameParts(inside, settings, false) && /^_([^/]+)\//.exec(inside)?.[1];
  const found = name === undefined ? undefined : settings.collections.get(name);
  return name === undefined || found === undefined ? undefined : { name, ...found };
}

/** The parts of a file's name: `2013-1-5`, `a-title` and `markdown`. Undefined if it needs a day and has none. */
export function nameParts(
  file: string,
  settings: Settings,
  needsDay: boolean,
): { day: string | undefined; slug: string; ending: string } | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1).toLowerCase();
  if (dot < 1 || !(textEnding.test(ending) || settings.markdownEndings.includes(ending))) return undefined;
  const [, day, slug = name.slice(0, dot)] = datedName.exec(name.slice(0, dot)) ?? [];
  return needsDay && day === undefined ? undefined : { day, slug, ending };
}

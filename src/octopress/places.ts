import type { Collection, Settings } from './settings.ts';
import { relativeTo } from './source-paths.ts';

/** What a file of an old blog is, told by its path. */
export interface OldPlace {
  kind: 'post' | 'draft' | 'page';
  /** The collection of Jekyll that it belongs to; its files are pages. */
  collection: (Collection & { name: string }) | undefined;
}

const ending = String.raw`\.(markdown|mkdown|mdown|mkdn|mkd|md|pandoc|html?|textile|org|rst|adoc|asciidoc)$`;
const textFile = new RegExp(ending, 'i');
const postName = new RegExp(String.raw`^(\d{4}-\d{1,2}-\d{1,2})-(.+)${ending}`, 'i');
const draftName = new RegExp(String.raw`^(?:(\d{4}-\d{1,2}-\d{1,2})-)?(.+)${ending}`, 'i');
const inCollection = new RegExp(`^_([^/]+)/.+${ending}`, 'i');

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
  const kind = kindOf(file, base, settings.engine.postFolder, hasFolders);
  return kind && { kind, collection };
}

function kindOf(file: string, base: string, postFolder: string, hasFolders: boolean): OldPlace['kind'] | undefined {
  if (isIn(file, postFolder)) return 'post';
  if (isIn(file, '_drafts')) return 'draft';
  if (!hasFolders && !file.includes('/') && postName.test(file)) return 'post';
  if (base !== '' && !file.startsWith(`${base}/`)) return undefined;
  const inside = relativeTo(file, base);
  const isPage = textFile.test(inside) && !/(?:^|\/)[_.]/.test(inside);
  return isPage && !/^(?:README|CHANGELOG|CONTRIBUTING|LICENSE)\b/i.test(inside) ? 'page' : undefined;
}

function collectionOf(inside: string, { collections }: Settings): OldPlace['collection'] {
  const name = inCollection.exec(inside)?.[1];
  const found = name === undefined ? undefined : collections.get(name);
  return name === undefined || found === undefined ? undefined : { name, ...found };
}

/** The parts of a file's name: `2013-1-5`, `a-title` and `markdown`. Undefined if it needs a day and has none. */
export function nameParts(
  file: string,
  needsDay: boolean,
): { day: string | undefined; slug: string; ending: string } | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const [whole, day, slug = '', last = ''] = (needsDay ? postName : draftName).exec(name) ?? [];
  return whole === undefined ? undefined : { day, slug, ending: last.toLowerCase() };
}

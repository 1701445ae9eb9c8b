import { parseDocument } from 'yaml';
import type { DocumentOptions, ParseOptions, SchemaOptions } from 'yaml';
import type { OldFile } from './post-context.ts';

const maxAliases = 50; // of one file; more is a bomb
const options: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  uniqueKeys: false,
  logLevel: 'silent',
  // Days and times stay as they were typed.
  customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !tag.tag.endsWith(':timestamp')),
};

/**
 * What the files in `folder`, which is Jekyll's `_data/`, hold by their names: those of `talks/2013.yml` are
 * `talks.2013`. Who asks for a file that can not be read here gets an error, since it was not empty on the old site.
 */
export function readData(paths: Iterable<string>, folder: string, read: (path: string) => OldFile): object {
  const all: object = Object.create(null) as object;
  for (const path of paths) {
    const [, name, ending = ''] = /^(.+)\.(ya?ml|json|csv|tsv)$/.exec(path.startsWith(folder) ? path : '') ?? [];
    if (name === undefined) continue;
    const keys = name.slice(folder.length).split('/').map(keyOf);
    const last = keys.pop() ?? '';
    const parent = keys.reduce(folderIn, all);
    const value = ending.endsWith('sv') ? undefined : valueOf(read(path));
    Object.defineProperty(parent, last, { ...(value ?? unknown), enumerable: true, configurable: true });
  }
  return all;
}

const unknown: PropertyDescriptor = {
  get: () => {
    throw new Error('Only the old site could read this.');
  },
};

function valueOf(file: OldFile): PropertyDescriptor | undefined {
  if (file.kind === 'none') return undefined;
  try {
    const document = parseDocument(file.text, options);
    return document.errors.length > 0 ? undefined : { value: document.toJS({ maxAliasCount: maxAliases }) as unknown };
  } catch {
    return undefined; // Too many aliases.
  }
}

/** The folder of that name in `data`, made if it is not there. */
function folderIn(data: object, name: string): object {
  const known: unknown = Object.getOwnPropertyDescriptor(data, name)?.value;
  if (typeof known === 'object' && known !== null) return known;
  const fresh = Object.create(null) as object;
  Object.defineProperty(data, name, { value: fresh, enumerable: true, configurable: true });
  return fresh;
}

/** The name by which templates asked for a file or a folder. */
function keyOf(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}_\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '_');
}

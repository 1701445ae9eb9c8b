/**
 * Keeps the texts of a collection out of what Astro loads at once. Astro writes, bundles and compiles the Markdown and
 * HTML of all pages as one module in every build, also if a single page has changed; here they are files that only those
 * pages read which show them.
 */
import type { Loader, LoaderContext } from 'astro/loaders';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handedName, isOwn, shardIn } from '../site/shard.ts';
import type { Shard } from '../site/shard.ts';

/** What Astro makes of a Markdown file: its HTML, and its headings among the rest. */
export type Rendered = NonNullable<NonNullable<ReturnType<LoaderContext['store']['get']>>['rendered']>;

/** What Astro's own loader asks for the HTML of a file, by its ending. It is not in the types that Astro publishes. */
type EntryTypes = ReadonlyMap<string, { getRenderFunction?: (config: unknown) => Promise<RenderFunction> }>;
type RenderFunction = (entry: Omit<Kept, 'collection'>) => Promise<Rendered | undefined>;

/** What other pages want to know of a text without reading it. */
export interface TextFacts {
  /** Paths of this site to which it leads. */
  links: string[];
  /** Ids of drivers that it compares or links to. */
  drivers: string[];
  /** Minutes that reading it takes. */
  minutes: number;
}

/** What is needed of an entry to find its text. */
interface Kept {
  collection: string;
  id: string;
  digest?: string | number | undefined;
  rendered?: Rendered | undefined;
}

/** From the root of the project, in which Astro runs. `astro dev` has a store of its own, so a build may clear its own meanwhile. */
const folderOf = { build: '.cache/texts', dev: '.cache/texts-in-dev' };
const elsewhere = 'made in another share'; // in place of the digest of a text

/**
 * `loader` without the texts. Of each text stays what `factsOf` says of it, in `rendered.metadata.facts`, and a digest of
 * its HTML in `rendered.metadata.html`, by which a page knows whether it has to be made anew.
 */
export function leanLoader(
  loader: Loader,
  factsOf: (text: string, id: string, frontmatter: Record<string, unknown> | undefined) => TextFacts,
): Loader {
  return {
    ...loader,
    name: `lean ${loader.name}`,
    load: async (context) => {
      const isBuild = context.watcher === undefined;
      const shard = isBuild ? shardIn(process.env) : undefined;
      const folder = isBuild ? folderOf.build : folderOf.dev;
      const own = fileURLToPath(new URL(`${folder}/${context.collection}/`, context.config.root));
      await forgetLost(own, context.store);
      const set: LoaderContext['store']['set'] = (entry) => {
        const { body = '', rendered, ...rest } = entry;
        const html = rendered === undefined ? undefined : JSON.stringify(rendered);
        const isElsewhere = entry.deferredRender !== true && !isOwn(`${context.collection}/${entry.id}`, shard);
        if (html !== undefined) writeFileSync(join(own, fileName(entry)), html);
        // A later build would take an old one for its own.
        if (isElsewhere) rmSync(join(own, fileName(entry)), { force: true });
        const metadata = {
          facts: factsOf(body, entry.id, rendered?.metadata?.frontmatter),
          ...(html !== undefined && { html: createHash('sha256').update(html).digest('base64url'), folder }),
          ...(isElsewhere && { html: elsewhere }),
        };
        return context.store.set({ ...rest, rendered: { html: '', metadata } });
      };
      await loader.load({ ...context, ...(isBuild && shared(context, shard)), store: { ...context.store, set } });
      await removeOthers(own, context.store);
    },
  };
}

/** The entry with its HTML as Astro's `render()` wants it. */
export async function withText<Entry extends Kept>(entry: Entry): Promise<Entry> {
  // The HTML of MDX is a module.
  const { html, folder } = entry.rendered?.metadata ?? {};
  if (html === undefined) return entry;
  if (html === elsewhere) {
    throw new Error(
      `The text of ${entry.id} in ${entry.collection} is made in another share. A page with a cacheKey may show no text but its own; without the key it is made when the shares are joined.`,
    );
  }
  const text = await readFile(join(String(folder), entry.collection, fileName(entry)), 'utf8');
  return { ...entry, rendered: JSON.parse(text) as Rendered };
}

/**
 * The types of files with what shares of a build leave out: a share makes no HTML of texts whose pages are not its own, and
 * a build that joins shares takes it from them.
 */
function shared(
  { entryTypes, collection }: LoaderContext & { entryTypes?: EntryTypes },
  shard: Shard | undefined,
): { entryTypes?: EntryTypes } {
  const handed = process.env[handedName];
  if (entryTypes === undefined || (shard === undefined && handed === undefined)) return {};
  const take: (render: RenderFunction) => RenderFunction = (render) => async (entry) => {
    if (!isOwn(`${collection}/${entry.id}`, shard)) return undefined;
    if (handed === undefined) return render(entry);
    const text = await readFile(join(handed, 'texts', collection, fileName(entry)), 'utf8').catch(() => undefined);
    return text === undefined ? render(entry) : (JSON.parse(text) as Rendered);
  };
  const types = new Map(entryTypes);
  for (const [ending, type] of entryTypes) {
    const { getRenderFunction: make } = type;
    if (make) types.set(ending, { ...type, getRenderFunction: async (config) => take(await make(config)) });
  }
  return { entryTypes: types };
}

/** The same file with other words has another name, so that a text never goes with another one's entry. */
function fileName({ id, digest = '' }: Pick<Kept, 'id' | 'digest'>): string {
  return `${encodeURIComponent(id)}.${digest}.json`;
}

/** Entries whose text somebody deleted are loaded anew. */
async function forgetLost(own: string, store: LoaderContext['store']): Promise<void> {
  await mkdir(own, { recursive: true });
  const there = new Set(await readdir(own));
  for (const entry of store.values()) {
    if (entry.deferredRender !== true && !there.has(fileName(entry))) store.delete(entry.id);
  }
}

async function removeOthers(own: string, store: LoaderContext['store']): Promise<void> {
  const wanted = new Set(store.values().map(fileName));
  for (const name of await readdir(own)) if (!wanted.has(name)) await rm(join(own, name));
}

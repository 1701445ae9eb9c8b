import { fileOf } from '../site/redirects.ts';
import { pathOf } from '../site/urls.ts';

/** A file that an import wrote. */
export interface Written {
  /** Of its bytes as they were written. */
  hash: string;
  /** Of the bytes that an import was about to replace; while it runs, and after one that was stopped, they may be there still. */
  before?: string;
  /** The blog and the file in it that it was made of. */
  from: string;
}

/** The new site before an import. */
export interface PresentSite {
  /** What earlier imports wrote, by path from the root of the site. */
  written: ReadonlyMap<string, Written>;
  entries: readonly { collection: 'posts' | 'docs' | 'errors' | 'drivers'; path: string }[];
  /** Old addresses with the file that names them. */
  aliases: ReadonlyMap<string, string>;
  redirects: Readonly<Record<string, string>>;
}

/** A site that has nothing yet. */
export const emptySite: PresentSite = { written: new Map(), entries: [], aliases: new Map(), redirects: {} };

/** The files that answer the addresses of a site's own pages, which no old address may take. */
export function ownFiles({ entries }: PresentSite): Set<string> {
  const single = Object.values(pathOf).filter((path) => typeof path === 'string');
  const others = ['/sitemap-index.xml', '/robots.txt', '/404.html', '/_redirects', '/_headers'];
  const addresses = { posts: pathOf.post, docs: pathOf.guide, errors: pathOf.error, drivers: pathOf.driver };
  const ofEntries = entries.flatMap(({ collection, path }) => filesOf(addresses[collection](idOf(path))));
  return new Set([...[...single, ...pathOf.dataFiles, ...others].map(fileOf), ...ofEntries]);
}

/** The files that a page of its own brings: itself, its Markdown, and its picture for previews. */
export function filesOf(path: string): string[] {
  return [path, pathOf.markdown(path), pathOf.card(path)].map(fileOf);
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

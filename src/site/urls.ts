import { site } from '../site.config.ts';
import type { SiteConfig } from '../site.config.ts';

/** Paths of this site without its base: the one place that knows what an address looks like. */
export const pathOf = {
  home: '/',
  posts: '/posts/',
  post: (id: string) => `/posts/${id}/`,
  /** An article that is not out yet, for those who know its token. */
  preview: (token: string) => `/preview/${token}/`,
  tags: '/tags/',
  tag: (slug: string) => `/tags/${slug}/`,
  guides: '/docs/',
  guide: (id: string) => `/docs/${id}/`,
  drivers: '/drivers/',
  driver: (id: string) => `/drivers/${id}/`,
  chooser: '/drivers/choose/',
  dockerInfo: '/docker-info/',
  errors: '/errors/',
  error: (id: string) => `/errors/${id}/`,
  search: '/search/',
  searchStyle: '/search.css',
  /** The folder of Pagefind's index. */
  searchIndex: '/pagefind/',
  /** What works without network; in the place of pages that are not kept, too. */
  offline: '/offline/',
  /** The worker that keeps pages for the time without network. */
  keeper: '/keeper.js',
  /** The feed of the comments under the page at `path`. */
  comments: (path: string) => `${path}comments.atom`,
  /** The Markdown of the page at `path`. */
  markdown: (path: string) => (path === '/' ? '/index.md' : path.replace(/\/$/, '.md')),
  feed: '/atom.xml',
  rss: '/rss.xml',
  jsonFeed: '/feed.json',
  /** The feed of the articles of a tag. */
  tagFeed: (slug: string) => `/tags/${slug}/atom.xml`,
  /** The picture of the page at `path` for previews of links. */
  card: (path: string) => `/cards${path === '/' ? '/index' : path.replace(/\/$/, '')}.png`,
  manifest: '/site.webmanifest',
  openSearch: '/opensearch.xml',
  securityContact: '/.well-known/security.txt',
  llms: '/llms.txt',
  llmsFull: '/llms-full.txt',
  data: '/data/',
  dataFiles: [
    '/data/drivers.json',
    '/data/drivers.csv',
    '/data/facts.json',
    '/data/engines.json',
    '/data/distributions.json',
    '/data/history.json',
    '/data/errors.json',
    '/data/messages.json',
    '/data/advice.json',
    '/data/scopes.json',
    '/data/schemas/drivers.json',
    '/data/schemas/facts.json',
    '/data/schemas/engines.json',
    '/data/schemas/distributions.json',
    '/data/schemas/errors.json',
  ],
  errorMessages: '/data/messages.json',
  errorScopes: '/data/scopes.json',
  adviceData: '/data/advice.json',
  driverData: (id: string) => `/data/drivers/${id}.json`,
} as const;

/** `path` as a link on this site, with its base: `/drivers/` is `/docs/drivers/` under the base `/docs/`. */
export function href(path: string, { base }: Pick<SiteConfig, 'base'> = site): string {
  return base + path.replace(/^\//, '');
}

/** `path` with scheme, host and base, for feeds and for machines. */
export function absoluteUrl(path: string, config: Pick<SiteConfig, 'base' | 'origin'> = site): string {
  return config.origin + href(path, config);
}

/** Whether `address` leads out of this site: it begins with a scheme, or names a host. */
export function isElsewhere(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address);
}

import { decoded } from '../site/decoded.ts';
import { fileOf } from '../site/redirects.ts';
import { unescaped } from '../site/old-path.ts';
import { oldPath } from '../site/schema.ts';
import { slugOf } from '../site/slug.ts';
import { pathOf } from '../site/urls.ts';
import { categoryFolder, withoutIndex } from './addresses.ts';
import { namesIn } from './categories.ts';
import { isReadable } from './old-posts.node.ts';
import type { NoteAt, OldEntry } from './old-posts.node.ts';
import { filesOf, ownFiles } from './present-site.ts';
import type { PresentSite } from './present-site.ts';
import type { Settings } from './settings.ts';

/** The site to which old addresses lead. */
interface NewSite {
  /** Of the old blog. */
  settings: Settings;
  present: PresentSite;
  /** Old addresses of feeds, with the category that each was about. */
  feeds: ReadonlyMap<string, string | undefined>;
  /** Path of a post or page on the new site. */
  newPath: (entry: OldEntry) => string;
  /** Its file, without ending. */
  fileOfEntry: (entry: OldEntry) => string;
  note: NoteAt;
}

/** Where each address of an old blog leads now. */
export class NewAddresses {
  /** Old addresses that belong to no article, and where they lead. */
  readonly redirects = new Map<string, string>();
  readonly #root: string;
  readonly #moved = new Map<string, string>();
  readonly #fresh = new Set<string>();
  /** Posts by day and name, for links that are older than the blog's last form of addresses. */
  readonly #byDay = new Map<string, string>();
  readonly #drafts = new Set<string>();
  readonly #entryPaths = new Map<string, string>();
  readonly #aliases = new Map<OldEntry, string[]>();

  /** `leading` are pages that only led to another. */
  constructor(
    entries: readonly OldEntry[],
    leading: readonly OldEntry[],
    { settings, present, feeds, newPath, fileOfEntry, note }: NewSite,
  ) {
    const { redirects } = this;
    const { root, categoryFolder: folder, values } = settings;
    this.#root = root;
    const own = ownFiles(present);
    for (const entry of entries) for (const file of filesOf(newPath(entry))) own.add(file);
    for (const { tags, draft } of entries)
      if (!draft)
        for (const slug of tags.map(slugOf)) own.add(fileOf(pathOf.tag(slug))).add(fileOf(pathOf.tagFeed(slug)));
    const taken = new Map<string, string>();
    const ours = new Set(entries.flatMap((entry) => ['md', 'mdx'].map((end) => `${fileOfEntry(entry)}.${end}`)));
    for (const [alias, path] of present.aliases) if (!ours.has(path)) taken.set(fileOf(alias), path);
    for (const entry of entries) {
      const path = newPath(entry);
      // Links of the old blog lead to its own article, whoever answers the address in the end.
      for (const written of entry.addresses) {
        const address = unescaped(written) ?? written;
        if (!this.#moved.has(address)) this.#moved.set(address, path);
      }
      const say = (was: string, became: string): void =>
        note(entry.file, entry.text, entry.offsetOf('permalink'), was, became, true);
      const isFree = (address: string): boolean => {
        const file = fileOf(address);
        if (file === fileOf(path)) return false;
        if (!isPath(address)) {
          if (address === entry.addresses[0])
            say(`address ${address}`, 'nothing: it is no path that a file of this site could have');
          return false;
        }
        const isOwn = own.has(file);
        const holder = taken.get(file);
        if (!isOwn && holder === undefined) taken.set(file, entry.file);
        if (!isOwn && holder === undefined) return true;
        const reason = isOwn ? 'this site has a page of its own there' : `it is already one of ${String(holder)}`;
        if (holder !== entry.file) say(`address ${address}`, `nothing: ${reason}`);
        return false;
      };
      const free = [...entry.addresses, ...earlierAddresses(entry, root)].filter(isFree);
      this.#aliases.set(
        entry,
        free.map((address) => unescaped(address) ?? address),
      );
      if (entry.draft) this.#drafts.add(path);
      this.#fresh.add(path);
      const day = dayAndName(entry.file);
      if (day !== undefined) this.#byDay.set(day, path);
      this.#entryPaths.set(entry.file, path);
    }
    const lead = (path: string, to: string): void => {
      if (path === to || this.#moved.has(path)) return;
      this.#moved.set(path, to);
      if (isPath(path) && !own.has(fileOf(path)) && !taken.has(fileOf(path))) redirects.set(path, to);
    };
    const add = (from: string, to: string): void => lead(root + from, to);
    for (const { file, text, addresses, leadsTo = '', offsetOf } of leading) {
      const target = this.#ofAddress(leadsTo, addresses[0] ?? '/', settings);
      for (const address of target === undefined ? [] : addresses) lead(address, target ?? '');
      const became = target ?? `nothing: it only led to ${leadsTo}, which does not come along`;
      note(file, text, offsetOf('redirect_to'), 'page that leads on', became, target === undefined);
    }
    const posts = entries.filter((entry) => entry.kind === 'post' && !entry.draft && isReadable(entry));
    for (const entry of posts) {
      for (const name of [...namesIn(entry.values['categories']), ...namesIn(entry.values['category'])]) {
        const slug = slugOf(name);
        if (slug === '' || !entry.tags.some((tag) => slugOf(tag) === slug)) continue;
        for (const spelling of new Set([categoryFolder(name), name.toLowerCase().replaceAll(' ', '-')])) {
          if (spelling === '' || /[/?#]/.test(spelling)) continue;
          add(`/${folder}/${spelling}/`, pathOf.tag(slug));
          add(`/${folder}/${spelling}/atom.xml`, pathOf.tagFeed(slug));
        }
      }
    }
    const paginate = Number(values['paginate']) || 10;
    const pages = Math.min(500, Math.ceil(posts.length / paginate));
    for (let page = 2; page <= pages; page += 1) {
      for (const list of ['/blog/page', '/page', '/posts']) add(`${list}/${page}/`, pathOf.posts);
    }
    add('/', pathOf.home);
    for (const list of ['/blog/archives/', '/archives/', '/archive/', '/blog/']) add(list, pathOf.posts);
    const slugs = new Set(posts.flatMap(({ tags }) => tags.map(slugOf)));
    for (const [feed, category] of feeds) {
      const slug = category === undefined ? '' : slugOf(category);
      add(feed, slugs.has(slug) ? pathOf.tagFeed(slug) : pathOf.feed);
    }
    for (const [from, to] of Object.entries(present.redirects)) {
      if (!own.has(fileOf(from)) && !taken.has(fileOf(from)) && !redirects.has(from)) redirects.set(from, to);
    }
    this.#moved.set(`${root}/`, pathOf.home);
    this.#moved.set(`${root}/atom.xml`, pathOf.feed);
  }

  /** The new path for an address of the old site that stands on the page at the old path `from`. */
  #ofAddress(address: string, from: string, { url = '' }: Settings): string | undefined {
    const site = URL.parse(url)?.origin ?? 'http://old.invalid';
    const whole = URL.parse(address, site + from);
    return whole?.origin === site ? this.find(withoutIndex(decoded(whole.pathname))) : undefined;
  }

  /** Old addresses that lead to `entry`. */
  aliasesOf(entry: OldEntry): readonly string[] {
    return this.#aliases.get(entry) ?? [];
  }

  /** The new path of the post or page that the old blog's `file` became. */
  pathOfFile(file: string): string | undefined {
    return this.#entryPaths.get(file);
  }

  /** Whether `address` is one of the new site, and `path`, which it stands for, none of the old one. */
  isNew(address: string, path: string): boolean {
    return this.#fresh.has(address.replace(/#.*$/, '')) && !this.#moved.has(path);
  }

  /** Whether a post or page of the old blog is at the new `path`; lists of them have no headings of the old ones. */
  hasText(path: string): boolean {
    return this.#fresh.has(path);
  }

  /** Whether the page at the new `path` is a draft, which nobody sees. */
  isDraft(path: string): boolean {
    return this.#drafts.has(path);
  }

  /** The new path for the old `path`, whatever its ending; undefined if nothing that came along was there. */
  find(path: string): string | undefined {
    const spellings = [
      path,
      `${path}/`,
      path.replace(/\/$/, ''),
      path.replace(/\/$/, '.html'),
      path.replace(/\.html$/, '/'),
      this.#root + path,
      `${this.#root}${path}/`,
    ];
    for (const spelling of spellings) {
      const moved = this.#moved.get(spelling);
      if (moved !== undefined) return moved;
    }
    return this.#byDay.get(dayAndName(path) ?? '');
  }
}

/** `2014/7/24/a-post` of an address or a file with that day and name; undefined if it has none. */
function dayAndName(path: string): string | undefined {
  const [, year, month, day, name = ''] =
    /(?:^|\/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})[-/]([^/]+?)(?:\.\w+)?\/?$/.exec(path) ?? [];
  return year === undefined ? undefined : `${year}/${Number(month)}/${Number(day)}/${name.toLowerCase()}`;
}

/** Addresses that an article had before the ones that its blog gave it: of WordPress, and of plugins that led on. */
function earlierAddresses({ kind, values }: OldEntry, root: string): string[] {
  const urls = kind === 'post' ? ['wordpress_url', 'guid'].flatMap((key) => pathIn(values[key])) : [];
  const paths = ['redirect_from', 'alias', 'aliases'].flatMap((key) => namesIn(values[key]));
  // The plugins added the slash that an author had left out, and wrote below the site's root.
  const below = paths.filter((path) => !/^\w+:/.test(path)).map((path) => `${root}/${path.replace(/^\/+/, '')}`);
  return [...urls, ...below.map(withoutIndex)];
}

function pathIn(address: unknown): string[] {
  const url = typeof address === 'string' ? URL.parse(address) : null;
  return url?.search !== '' || url.pathname === '/' ? [] : [withoutIndex(decoded(url.pathname))];
}

/** Whether a path may be a file of the new site: the old one's settings and posts are not to be trusted. */
function isPath(path: string): boolean {
  return path !== '/' && !/\p{Cc}/u.test(path) && oldPath.safeParse(path).success;
}

import { Context } from 'liquidjs';
import type { Liquid } from 'liquidjs';
import { stringify } from 'yaml';
import { lineStarts, positionAt } from '../content-check/position.ts';
import { isKnownLanguage } from '../markdown/highlight.node.ts';
import { pathOf } from '../site/urls.ts';
import { decoded, withoutIndex } from './addresses.ts';
import { fenced } from './code-options.ts';
import { convert } from './convert.node.ts';
import { decodeText } from './decode.node.ts';
import type { Threads } from './disqus.node.ts';
import { liquidFor } from './liquid.node.ts';
import { withoutLostAnchors } from './lost-anchors.node.ts';
import type { Written } from './lost-anchors.node.ts';
import { NewAddresses } from './new-addresses.node.ts';
import { newFrontMatter } from './new-front-matter.node.ts';
import { feedIn } from './old-feeds.ts';
import { distinct, readEntries, relativeTo } from './old-posts.node.ts';
import type { OldEntry } from './old-posts.node.ts';
import type { LinkTarget, OldFile, PictureTarget, PostContext } from './post-context.ts';
import { emptySite } from './present-site.ts';
import type { PresentSite } from './present-site.ts';
import { PublishedFiles } from './published-files.node.ts';
import type { ReportLine } from './report.ts';
import { sortLines } from './report.ts';
import { readSettings } from './settings.node.ts';
import type { BlogKind } from './engines.ts';
import type { Settings } from './settings.ts';
import { Slots } from './slots.ts';
import { normalise } from './source-tree.node.ts';
import type { SourceTree } from './source-tree.node.ts';
import { isTimeout, withinSeconds } from './within-seconds.node.ts';
import { shared } from './write.node.ts';

/** A file to write, below the folder that holds `content/` and `public/`. */
export interface NewFile {
  path: string;
  bytes: Buffer;
  /** The blog and the file in it that it is made of; `all` for a file that all blogs share. */
  from: string;
}

/** What an old blog becomes. */
export interface ImportedBlog {
  files: NewFile[];
  lines: ReportLine[];
  posts: number;
  pages: number;
}

export interface ImportOptions {
  kind: BlogKind;
  /** Scheme and host of the new site. */
  origin: string;
  /** Where articles go: `content/posts`. */
  out: string;
  /** The site as it is; what is there of another blog stays, with its old addresses. */
  present?: PresentSite;
  /** Threads of a Disqus export. */
  threads?: Threads | undefined;
  /** Time after which a post stays unread; 30 if not given. */
  secondsPerPost?: number;
  /** Called after each post. */
  progress?: (done: number, of: number) => void;
}

const maxIncludeBytes = 500_000; // a file taken into a post; more is no partial and no listing
const secondsPerPost = 30; // a hundred times what the longest real post takes
const shortPostChars = 20_000;
const maxPostChars = 950_000; // the site's check stops at a million bytes
/** All that an old blog in `tree` becomes. Writes nothing; bad files are reported and never throw. */
export function importBlog(tree: SourceTree, options: ImportOptions): ImportedBlog {
  return new Blog(tree, options).import();
}

class Blog {
  readonly #tree: SourceTree;
  readonly #options: ImportOptions;
  readonly #lines: ReportLine[] = [];
  readonly #files: ReadonlySet<string>;
  readonly #settings: Settings;
  /** Folder of the source from the root of the tree: `source`, or nothing. */
  readonly #base: string;
  readonly #published: PublishedFiles;
  #addresses: NewAddresses | undefined;
  readonly #present: PresentSite;
  /** What tells this blog from others in the record. */
  readonly #name: string;
  readonly #engine: Liquid;
  readonly #starts = new Map<string, number[]>();

  constructor(tree: SourceTree, options: ImportOptions) {
    this.#tree = tree;
    this.#options = options;
    this.#present = options.present ?? emptySite;
    const { files, refused } = tree.list();
    this.#files = new Set(files);
    for (const { path, reason } of refused) this.#note(path, '', 0, 'link', `nothing: it ${reason}`, true);
    const config = this.#readText('_config.yml');
    const { settings, issues } = readSettings(config.kind === 'found' ? config.text : undefined, options.kind);
    this.#settings = settings;
    this.#engine = liquidFor(settings);
    const { title } = settings.values;
    this.#name = `${settings.url ?? (typeof title === 'string' ? title : '')}${settings.root}`;
    for (const issue of issues) this.#note('_config.yml', '', 0, 'settings', issue, true);
    if (config.kind === 'none')
      this.#note('_config.yml', '', 0, 'settings', `the engine’s own: the file ${config.reason}`, true);
    const named = settings.values['source'];
    const source = typeof named === 'string' ? (normalise(named) ?? '') : settings.engine.source;
    this.#base = files.some((file) => file.startsWith(`${source}/`)) ? source : '';
    this.#published = new PublishedFiles({
      tree,
      files: this.#files,
      base: this.#base,
      settings,
      present: this.#present,
      fromOf: (file) => this.#fromOf(file),
      note: this.#note,
    });
  }

  import(): ImportedBlog {
    const found = readEntries(this.#tree, [...this.#files], this.#base, this.#settings, this.#note);
    const entries = distinct(found, (entry, id) => this.#otherAt(entry, id), this.#note);
    const addresses = (this.#addresses = new NewAddresses(entries, {
      settings: this.#settings,
      present: this.#present,
      feeds: this.#oldFeeds(),
      newPath: (entry) => this.#newPath(entry),
      fileOfEntry: (entry) => `${this.#folderOf(entry)}/${entry.id}`,
      note: this.#note,
    }));
    const { progress } = this.#options;
    const files: NewFile[] = [];
    const written = entries.flatMap((entry, index) => {
      const file = this.#convertSafely(entry);
      progress?.(index + 1, entries.length);
      return file ?? [];
    });
    for (const { entry, syntax, text } of withoutLostAnchors(written, (entry) => this.#newPath(entry), this.#note)) {
      const path = `${this.#folderOf(entry)}/${entry.id}.${syntax}`;
      files.push({ path, bytes: Buffer.from(text), from: this.#fromOf(entry.file) });
    }
    for (const [file, { path, bytes }] of this.#published.all)
      files.push({ path: `public/${path}`, bytes, from: this.#fromOf(file) });
    const content = this.#contentFolder();
    for (const { name, text } of this.#options.threads?.files ?? []) {
      files.push({ path: `${content}/discussions/${name}`, bytes: Buffer.from(text), from: this.#fromOf('Disqus') });
    }
    if (addresses.redirects.size > 0) {
      const text = `# Addresses of the old site that are no article, and where they lead now.\n${stringify(Object.fromEntries([...addresses.redirects].toSorted()), { lineWidth: 0 })}`;
      files.push({ path: `${content}/redirects.yaml`, bytes: Buffer.from(text), from: shared });
    }
    const posts = written.filter(({ entry }) => entry.kind === 'post').length;
    return { files, lines: sortLines(this.#lines), posts, pages: written.length - posts };
  }

  #note = (file: string, text: string, at: number, was: string, became: string, person = false): void => {
    const starts = this.#starts.get(file) ?? lineStarts(text);
    this.#starts.set(file, starts);
    const clean = (words: string): string =>
      words
        .replace(/[\uE000\uE001]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    this.#lines.push({ file, ...positionAt(starts, Math.max(0, at)), was: clean(was), became: clean(became), person });
  };

  #fromOf(file: string): string {
    return `${this.#name} ${file}`;
  }

  /** What has the name already that an article would get, if that is no import of it: two would be one address. */
  #otherAt(entry: OldEntry, id: string): string | undefined {
    const path = `${this.#folderOf(entry)}/${id}`;
    const { written, entries, aliases } = this.#present;
    for (const candidate of [`${path}.md`, `${path}.mdx`]) {
      const known = written.get(candidate);
      if (known !== undefined && known.from !== this.#fromOf(entry.file)) return known.from;
      // Without a record of it, an article that led on from the same address came from here.
      const isThere = known === undefined && entries.some((one) => one.path === candidate);
      if (isThere && !entry.addresses.some((address) => aliases.get(address) === candidate)) return candidate;
    }
    return undefined;
  }

  #contentFolder(): string {
    return this.#options.out.split('/').slice(0, -1).join('/') || '.';
  }

  #folderOf({ kind }: OldEntry): string {
    return kind === 'post' ? this.#options.out : `${this.#contentFolder()}/docs`;
  }

  #newPath({ kind, id }: OldEntry): string {
    return kind === 'post' ? pathOf.post(id) : pathOf.guide(id);
  }

  /** Addresses where feeds of the old site were, with the category that each was about. */
  #oldFeeds(): Map<string, string | undefined> {
    const feeds = new Map<string, string | undefined>();
    for (const file of this.#files) {
      const inside = relativeTo(file, this.#base);
      if (!/\.(?:xml|atom|rss)$/i.test(inside) || /(?:^|\/)[_.]/.test(inside)) continue;
      if (this.#base !== '' && inside === file) continue;
      const read = this.#readText(file);
      const feed = read.kind === 'found' ? feedIn(read.text) : undefined;
      if (feed === undefined) continue;
      feeds.set(`/${inside}`, feed.category);
      feeds.set(`/${inside.replace(/(^|\/)index\.\w+$/, '$1')}`, feed.category);
    }
    const { subscribe_rss: named } = this.#settings.values;
    const usual = ['/atom.xml', '/feed.xml', '/rss.xml', '/blog/atom.xml'];
    const others = typeof named === 'string' && /^\/[^/]/.test(named) ? [named] : [];
    for (const feed of [...usual, ...others]) if (!feeds.has(feed)) feeds.set(feed, undefined);
    return feeds;
  }

  #convertSafely(entry: OldEntry): Written | undefined {
    const said = this.#lines.length;
    try {
      // The watch takes longer to set than most posts to convert; no short one needs it.
      const isShort = entry.text.length < shortPostChars && !/\{%-?\s*(?:include|render_partial)/.test(entry.text);
      if (isShort) return this.#convert(entry);
      return withinSeconds(this.#options.secondsPerPost ?? secondsPerPost, () => this.#convert(entry));
    } catch (error) {
      // One post that meets a fault of ours, or a parser's, must not stop the others; the report says which.
      this.#lines.length = said;
      if (isTimeout(error)) return this.#asCode(entry, 'it takes too long to be read');
      const reason = error instanceof Error ? error.message : String(error);
      const became = `nothing: the importer failed on it (${reason.slice(0, 200)})`;
      this.#note(entry.file, entry.text, 0, entry.kind, became, true);
      return undefined;
    }
  }

  /** The post with its text as it was typed. */
  #asCode(entry: OldEntry, reason: string): Written {
    const post = this.#contextOf(entry);
    const old = entry.text.slice(entry.body);
    post.note(entry.body, 'text', `code, because ${reason}`, true);
    const code = fenced(old.trim(), undefined, { mark: [] });
    return { entry, syntax: 'md', text: `---\n${this.#frontMatter(entry, old, post)}---\n\n${code}\n` };
  }

  #convert(entry: OldEntry): Written | undefined {
    const post = this.#contextOf(entry);
    const old = entry.text.slice(entry.body);
    let converted: { syntax: 'md' | 'mdx'; text: string };
    if (entry.language === 'textile') {
      post.note(entry.body, 'Textile', 'a draft with its text as code: nobody here reads Textile', true);
      entry.draft = true;
      converted = { syntax: 'md', text: `${fenced(old.trim(), undefined, { mark: [] })}\n` };
    } else converted = convert(old, entry.body, entry.language === 'html', post);
    const text = `---\n${this.#frontMatter(entry, old, post)}---\n\n${converted.text}`;
    if (text.length > maxPostChars) {
      post.note(0, entry.kind, 'nothing: what it takes in makes it larger than a page of this site may be', true);
      return undefined;
    }
    return { entry, syntax: converted.syntax, text };
  }

  #frontMatter(entry: OldEntry, old: string, post: PostContext): string {
    const { threads } = this.#options;
    return newFrontMatter(entry, old, post, {
      path: this.#newPath(entry),
      aliases: this.#addresses?.aliasesOf(entry) ?? [],
      threads,
    });
  }

  #contextOf(entry: OldEntry): PostContext {
    const { values, url } = this.#settings;
    const { title, author } = { author: this.#settings.author, ...entry };
    const scope = {
      site: { ...values, ...(url !== undefined && { url }) },
      page: { author, ...entry.values, title, date: entry.date, url: entry.addresses[0] ?? '' },
      root_url: this.#settings.root,
    };
    // What the post assigned, and the values of the file that is being taken in, from one piece of Liquid to the next.
    const assigned: Record<string, unknown> = {};
    const given: Record<string, unknown>[] = [];
    return {
      settings: this.#settings,
      slots: new Slots(),
      isKnownLanguage,
      depth: 0,
      note: (at, was, became, person = false) => this.#note(entry.file, entry.text, at, was, became, person),
      picture: (src) => this.#picture(src, entry),
      link: (address) => this.#link(address, entry),
      readText: (path) => this.#readText(this.#inSource(path)),
      offerFile: (path) => this.#published.offer(path),
      cachedGist: (id, file) => this.#cachedGist(id, file),
      postAddress: (name) => this.#postAddress(name),
      fileAddress: (path) =>
        this.#addresses?.pathOfFile(this.#inSource(path)) ?? this.#published.offer(this.#inSource(path)),
      folder: relativeTo(entry.file, this.#base).replace(/[^/]*$/, ''),
      evaluate: (liquid) => {
        try {
          // Limits of time and memory are those of a context: a long post must not use up what its last line needs.
          const context = new Context(scope, this.#engine.options, { sync: true });
          Object.assign(context.bottom(), assigned);
          for (const values of given) context.push(values);
          const text = String(this.#engine.parseAndRenderSync(liquid, context));
          Object.assign(assigned, context.bottom());
          return text.length > maxIncludeBytes ? undefined : text;
        } catch {
          return undefined; // A value that only the old site knew, or a loop without end: the caller reports it.
        }
      },
      withValue: (name, value, work) => {
        given.push({ [name]: value });
        try {
          return work();
        } finally {
          given.pop();
        }
      },
    };
  }

  #inSource(path: string): string {
    return this.#base === '' ? path : `${this.#base}/${path}`;
  }

  #readText(path: string): OldFile {
    const inside = normalise(path);
    if (inside === undefined) return { kind: 'none', reason: 'lies outside the blog' };
    const read = this.#tree.read(inside, maxIncludeBytes);
    if (read.kind !== 'found') return { kind: 'none', reason: read.kind === 'missing' ? 'is missing' : read.reason };
    const text = decodeText(read.bytes)?.text;
    return text === undefined ? { kind: 'none', reason: 'is no text' } : { kind: 'found', path: inside, text };
  }

  #cachedGist(id: string, file: string | undefined): string | undefined {
    const number = id.split('/').at(-1) ?? id;
    const cached = [...this.#files].find(
      (path) =>
        /(?:^|\/)\.gist-cache\//.test(path) && path.includes(number) && (file === undefined || path.includes(file)),
    );
    const read = cached === undefined ? undefined : this.#readText(cached);
    return read?.kind === 'found' ? read.text : undefined;
  }

  #postAddress(name: string): string | undefined {
    const wanted = name.split('/').at(-1) ?? name;
    for (const file of this.#files) {
      if (!file.slice(file.lastIndexOf('/') + 1).startsWith(`${wanted}.`)) continue;
      const path = this.#addresses?.pathOfFile(file);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  /** A path of the old site for an address in an old text; undefined if the address is of another site. */
  #oldPath(address: string, entry: OldEntry): { path: string; rest: string } | undefined {
    const { url = '', root } = this.#settings;
    const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.trim()) ?? [];
    let path = written;
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(written)) {
      const whole = URL.parse(written.startsWith('//') ? `http:${written}` : written);
      const old = URL.parse(url);
      if (whole === null || old === null || bareHost(whole) !== bareHost(old)) return undefined;
      path = whole.pathname;
    } else if (!written.startsWith('/')) {
      path = URL.parse(written, `http://old.invalid${entry.addresses[0] ?? `${root}/`}`)?.pathname ?? `/${written}`;
    }
    return { path: withoutIndex(decoded(path).replace(/\/{2,}/g, '/')), rest };
  }

  #link(address: string, entry: OldEntry): LinkTarget {
    if (address.trim() === '' || address.startsWith('#') || /[\uE000\uE001]/.test(address)) return { kind: 'same' };
    if (/^(?:javascript|vbscript|data):/i.test(address.trim())) return { kind: 'gone', url: undefined };
    const old = this.#oldPath(address, entry);
    if (old === undefined) return { kind: 'same' };
    const { path, rest } = old;
    // An address that a tag gave is new already, and no post of the old site has it.
    if (this.#addresses?.isNew(address, path) === true) return { kind: 'same' };
    const { root, url } = this.#settings;
    const moved = this.#addresses?.find(path);
    if (moved !== undefined) {
      if (this.#addresses?.isDraft(moved) === true && !entry.draft) return { kind: 'gone', url: undefined };
      const fresh = moved + (rest.startsWith('#') ? rest : '');
      return fresh === address ? { kind: 'same' } : { kind: 'new', url: fresh };
    }
    const inside = root !== '' && path.startsWith(`${root}/`) ? path.slice(root.length) : path;
    const offered = this.#published.offer(this.#inSource(inside.replace(/^\//, '')));
    if (offered !== undefined) return offered === address ? { kind: 'same' } : { kind: 'new', url: offered };
    // A site that keeps its host has no other place for what does not come along.
    const elsewhere = url !== undefined && bareHost(URL.parse(url)) !== bareHost(URL.parse(this.#options.origin));
    if (!elsewhere) return { kind: 'gone', url: undefined };
    const host = URL.parse(url)?.origin ?? url;
    const from = root !== '' && !path.startsWith(`${root}/`) && path !== root ? root : '';
    return { kind: 'gone', url: `${host}${encodeURI(from + path)}${rest}` };
  }

  #picture(src: string, entry: OldEntry): PictureTarget {
    const old = /^data:/i.test(src) ? undefined : this.#oldPath(src, entry);
    if (old === undefined) {
      const isAddress = /^(?:https?:)?\/\//i.test(src);
      return {
        kind: 'elsewhere',
        url: isAddress ? src.replace(/^\/\//, 'https://') : undefined,
        reason: 'is on another site',
      };
    }
    const { root, url } = this.#settings;
    const path = root !== '' && old.path.startsWith(`${root}/`) ? old.path.slice(root.length) : old.path;
    const beside = `${entry.file.slice(0, entry.file.lastIndexOf('/') + 1)}${src}`;
    const candidates = [this.#inSource(path.replace(/^\//, '')), normalise(beside) ?? ''];
    for (const candidate of candidates) {
      const reason = this.#published.whyNoPicture(candidate);
      if (reason === 'is missing') continue;
      const offered = reason === undefined ? this.#published.offer(candidate) : undefined;
      if (offered !== undefined) return { kind: 'here', path: offered };
      return { kind: 'elsewhere', url: undefined, reason: reason ?? 'may not be published under its name' };
    }
    const host = url === undefined ? undefined : URL.parse(url);
    const isOther = host != null && bareHost(host) !== bareHost(URL.parse(this.#options.origin));
    const from = root !== '' && !old.path.startsWith(`${root}/`) ? root : '';
    return {
      kind: 'elsewhere',
      url: isOther ? `${host.origin}${encodeURI(from + old.path)}` : undefined,
      reason: 'is not among the blog’s files',
    };
  }
}

function bareHost(url: URL | null): string | undefined {
  return url?.host.replace(/^www\./, '');
}

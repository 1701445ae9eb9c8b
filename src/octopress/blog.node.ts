import type { Liquid } from 'liquidjs';
import { stringify } from 'yaml';
import { lineStarts, positionAt } from '../content-check/position.ts';
import { isKnownLanguage } from '../markdown/highlight.node.ts';
import { pathOf } from '../site/urls.ts';
import { fenced } from './code-options.ts';
import { convert } from './convert.node.ts';
import { readData } from './data-files.node.ts';
import { decodeText } from './decode.node.ts';
import type { Threads } from './disqus.node.ts';
import { LinkTargets } from './link-targets.node.ts';
import { knownSite, liquidFor, liquidOf } from './liquid.node.ts';
import { withoutLostAnchors } from './lost-anchors.node.ts';
import type { Written } from './lost-anchors.node.ts';
import { NewAddresses } from './new-addresses.node.ts';
import { newFrontMatter } from './new-front-matter.node.ts';
import { distinct } from './new-names.node.ts';
import { oldFeeds } from './old-feeds.ts';
import { isReadable, readEntries } from './old-posts.node.ts';
import type { OldEntry } from './old-posts.node.ts';
import type { OldFile, PostContext } from './post-context.ts';
import { emptySite } from './present-site.ts';
import type { PresentSite } from './present-site.ts';
import { PublishedFiles } from './published-files.node.ts';
import type { ReportLine } from './report.ts';
import { sortLines } from './report.ts';
import { readSettings } from './settings.node.ts';
import type { BlogKind } from './engines.ts';
import type { Settings } from './settings.ts';
import { Slots } from './slots.ts';
import { inSource, relativeTo } from './source-paths.ts';
import { normalise } from './source-tree.node.ts';
import type { SourceTree } from './source-tree.node.ts';
import { isTimeout, withinSeconds } from './within-seconds.node.ts';
import { shared } from './write.node.ts';
import type { NewFile } from './write.node.ts';

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
  /** Called after each post twice: when it is converted, and when the headings that its links name were looked for. */
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
  readonly #entries: readonly OldEntry[];
  readonly #addresses: NewAddresses;
  readonly #targets: LinkTargets;
  readonly #present: PresentSite;
  /** What tells this blog from others in the record. */
  readonly #name: string;
  readonly #engine: Liquid;
  /** What the files of its folder `_data` hold. */
  readonly #data: object;
  readonly #starts = new Map<string, number[]>();
  /** The blog's own plugins, by the tags that they made. */
  readonly #plugins: ReadonlyMap<string, string>;

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
    this.#data = readData(files, inSource(this.#base, '_data/'), (path) => this.#readText(path));
    this.#published = new PublishedFiles({
      tree,
      files: this.#files,
      base: this.#base,
      settings,
      present: this.#present,
      fromOf: (file) => this.#fromOf(file),
      note: this.#note,
    });
    this.#plugins = new Map(
      files.filter((file) => /(?:^|\/)_?plugins\/.*\.rb$/.test(file)).flatMap((file) => this.#tagsOf(file)),
    );
    const found = readEntries(files, { tree, base: this.#base, settings, note: this.#note });
    const leading = found.filter(({ leadsTo }) => leadsTo !== undefined);
    const articles = found.filter(({ leadsTo }) => leadsTo === undefined);
    this.#entries = distinct(articles, (entry, id) => this.#otherAt(entry, id), this.#note);
    this.#addresses = new NewAddresses(this.#entries, leading, {
      settings,
      present: this.#present,
      feeds: oldFeeds(files, this.#base, settings, (path) => this.#readText(path)),
      newPath: (entry) => this.#newPath(entry),
      fileOfEntry: (entry) => `${this.#folderOf(entry)}/${entry.id}`,
      note: this.#note,
    });
    this.#targets = new LinkTargets({
      settings,
      files: this.#files,
      base: this.#base,
      origin: options.origin,
      addresses: this.#addresses,
      published: this.#published,
    });
  }

  import(): ImportedBlog {
    const entries = this.#entries;
    const addresses = this.#addresses;
    const { progress } = this.#options;
    const files: NewFile[] = [];
    const written = entries.flatMap((entry, index) => {
      const file = this.#convertSafely(entry);
      progress?.(index + 1, entries.length);
      return file ?? [];
    });
    const whole = withoutLostAnchors(written, (entry) => this.#newPath(entry), this.#note, progress);
    for (const { entry, syntax, text } of whole) {
      const path = `${this.#folderOf(entry)}/${entry.id}.${syntax}`;
      files.push({ path, bytes: Buffer.from(text), from: this.#fromOf(entry.file) });
    }
    for (const [file, { path, bytes }] of this.#published.all)
      files.push({ path: `public/${path}`, bytes, from: this.#fromOf(file) });
    for (const file of this.#published.unasked)
      this.#note(file, '', 0, 'file', 'nothing: no page that comes along asks for it', true);
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
    if (!isReadable(entry)) {
      const { language } = entry;
      post.note(entry.body, language, `a draft with its text as code: nobody here reads ${language}`, true);
      entry.draft = true;
      converted = { syntax: 'md', text: `${fenced(old.trim(), undefined, { mark: [] })}\n` };
    } else converted = convert(old, entry.body, entry.language === 'HTML', post);
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
      aliases: this.#addresses.aliasesOf(entry),
      threads,
    });
  }

  #contextOf(entry: OldEntry): PostContext {
    const { values, url } = this.#settings;
    const { title, author } = { author: this.#settings.author, ...entry };
    const scope = {
      site: knownSite({ ...values, data: this.#data, ...(url !== undefined && { url }) }),
      page: { author, ...entry.values, title, date: entry.date, url: entry.addresses[0] ?? '' },
      root_url: this.#settings.root,
    };
    return {
      settings: this.#settings,
      slots: new Slots(),
      isKnownLanguage,
      depth: 0,
      note: (at, was, became, person = false) => this.#note(entry.file, entry.text, at, was, became, person),
      picture: (src) => this.#targets.picture(src, entry),
      link: (address) => this.#targets.link(address, entry),
      readText: (path) => this.#readText(inSource(this.#base, path)),
      offerFile: (path) => this.#published.offer(path),
      cachedGist: (id, file) => this.#cachedGist(id, file),
      pluginOf: (tag) => this.#plugins.get(tag),
      postAddress: (name) => this.#targets.ofPost(name),
      fileAddress: (path) => this.#targets.ofFile(path),
      folder: relativeTo(entry.file, this.#base).replace(/[^/]*$/, ''),
      ...liquidOf(this.#engine, scope),
    };
  }

  #readText(path: string): OldFile {
    const inside = normalise(path);
    if (inside === undefined) return { kind: 'none', reason: 'lies outside the blog' };
    const read = this.#tree.read(inside, maxIncludeBytes);
    if (read.kind !== 'found') return { kind: 'none', reason: read.kind === 'missing' ? 'is missing' : read.reason };
    const text = decodeText(read.bytes)?.text;
    return text === undefined ? { kind: 'none', reason: 'is no text' } : { kind: 'found', path: inside, text };
  }

  #tagsOf(plugin: string): [tag: string, plugin: string][] {
    const read = this.#readText(plugin);
    const tags = read.kind === 'found' ? read.text.matchAll(/\bregister_tag[\s(]+[:'"](\w+)/g) : [];
    return [...tags].map(([, tag = '']) => [tag, plugin]);
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
}

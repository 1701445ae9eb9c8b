import { slug as githubSlug } from 'github-slugger';
import { collectionPermalink, pagePaths, postPaths, withoutIndex } from './addresses.ts';
import { categoriesOf, namesIn, uniqueTags } from './categories.ts';
import { decodeText } from './decode.node.ts';
import { datesOf } from './entry-dates.node.ts';
import type { EntryDates } from './entry-dates.node.ts';
import { readFrontMatter, readOpenFrontMatter } from './front-matter.node.ts';
import type { OldFrontMatter } from './front-matter.node.ts';
import { resolveEntities } from './markup.ts';
import { newName } from './new-names.node.ts';
import { isIn, nameParts, placeOf } from './places.ts';
import type { OldPlace } from './places.ts';
import type { PostContext } from './post-context.ts';
import { whatReplaces } from './replaced-pages.node.ts';
import type { Settings } from './settings.ts';
import { relativeTo } from './source-paths.ts';
import type { SourceTree } from './source-tree.node.ts';

/** An old post or page before its text is converted. */
export interface OldEntry {
  /** Path from the root of the old blog. */
  file: string;
  kind: 'post' | 'page';
  /** Name of the new file without ending, and last part of its address. */
  id: string;
  text: string;
  /** Offset of the text after the front matter. */
  body: number;
  /** What it is written in: `Markdown`, `HTML`, or a language that nobody reads here, such as `Textile`. */
  language: string;
  values: Record<string, unknown>;
  title: string;
  /** ISO 8601. */
  date: string;
  updated: string | undefined;
  tags: string[];
  draft: boolean;
  /** Paths of the old site, the right one first. */
  addresses: string[];
  /** Where it led, if it was there for that alone; a post that led to another site stays, and its title leads there. */
  leadsTo: string | undefined;
  offsetOf: (key: string) => number;
  typed: (key: string) => string | undefined;
}

/** Says something about a place in a file. */
export type NoteAt = (file: string, text: string, at: number, was: string, became: string, person?: boolean) => void;

/** The old blog that entries are read from. */
interface OldBlog {
  tree: SourceTree;
  /** Folder of its source from the root of the tree: `source`, or nothing. */
  base: string;
  settings: Settings;
  note: NoteAt;
}

const maxPostBytes = 1_000_000; // what the site's own check lets through
const maxTitleChars = 200; // the schema's limit
const someDay = { year: 1970, month: 1, day: 1 }; // in addresses of posts that have no date

/** The posts, drafts and pages among the files of a blog, in the order of their paths. */
export function readEntries(files: readonly string[], blog: OldBlog): OldEntry[] {
  const { base, settings } = blog;
  const hasFolders = files.some((file) => isIn(file, settings.engine.postFolder));
  return files.flatMap((file) => {
    const place = placeOf(file, base, settings, hasFolders);
    return (place && readEntry(file, place, blog)) ?? [];
  });
}

function readEntry(file: string, place: OldPlace, blog: OldBlog): OldEntry | undefined {
  const { kind, collection } = place;
  const { base, settings } = blog;
  const inside = relativeTo(file, base);
  const name = nameParts(file, settings, kind === 'post' && settings.engine.isDated);
  if (name === undefined) {
    const form = 'nothing: its name has no date and ending of a post, as 2013-01-05-title.md has';
    if (kind === 'post') blog.note(file, '', 0, 'file', form, true);
    return undefined;
  }
  if (collection?.isShown === false) {
    blog.note(file, '', 0, 'file', `nothing: the collection ${collection.name} has no pages`, true);
    return undefined;
  }
  if (kind === 'post' && /(?:^|\/)_[^/]*\/(?:[^/]+\/)*_posts\/|(?:^|\/)_posts\/[_.#~][^/]*\//.test(inside)) {
    blog.note(
      file,
      '',
      0,
      'file',
      'nothing: it lies in a folder with a sign such as _ before its name, in which the old engine looked for no posts',
      true,
    );
    return undefined;
  }
  if (kind === 'page' && isExcluded(inside, settings)) {
    blog.note(file, '', 0, 'file', 'nothing: _config.yml excludes it');
    return undefined;
  }
  const read = readText(file, kind, blog);
  if (read === undefined) return undefined;
  const { text, front } = read;
  const note: PostContext['note'] = (at, was, became, person = false) => blog.note(file, text, at, was, became, person);
  const replaced = kind === 'page' ? whatReplaces(inside, text.slice(front.body)) : undefined;
  if (replaced !== undefined) {
    note(0, 'page', `nothing: ${replaced.reason}`, replaced.hasWords);
    return undefined;
  }
  for (const found of read.converted) note(0, found, 'UTF-8 with line ends of Unix');
  for (const { offset, what, person } of front.repairs) note(offset, 'front matter', what, person);

  const values = { ...defaultsFor(inside, collection?.name ?? `${kind}s`, settings), ...front.values };
  const slug = kind === 'page' ? pageSlug(inside) : name.slug;
  const named = kind === 'page' ? undefined : name.day;
  const dates = datesOf(front, { kind, named }, settings.timezone, note);
  const categories = categoriesOf(inside, values);
  const isEmpty = text.slice(front.body).trim() === '';
  const goal = isEmpty ? wordIn(values['redirect_to']) : undefined;
  const leadsTo = kind === 'post' && /^https?:/.test(goal ?? '') ? undefined : goal;
  const title = leadsTo === undefined ? titleOf(front, name.slug, note) : name.slug;
  return {
    file,
    kind: kind === 'page' ? 'page' : 'post',
    id: newName(slug),
    text,
    body: front.body,
    language: languages[name.ending] ?? 'Markdown',
    values,
    title,
    date: dates.date,
    updated: dates.updated,
    tags: uniqueTags([...categories, ...namesIn(values['tags'])]),
    draft: kind === 'draft' || is(values['published'], false) || is(values['draft'], true),
    leadsTo,
    addresses: addressesOf(place, { inside, slug, values, days: dates.days, categories }, settings),
    offsetOf: front.offsetOf,
    typed: front.typed,
  };
}

/** The text of a file with its front matter, and what it was converted from; undefined if there is none to read. */
function readText(
  file: string,
  kind: OldPlace['kind'],
  { tree, note }: OldBlog,
): { text: string; front: OldFrontMatter; converted: readonly string[] } | undefined {
  const read = tree.read(file, maxPostBytes);
  const decoded = read.kind === 'found' ? decodeText(read.bytes) : undefined;
  if (decoded === undefined) {
    const reason = read.kind === 'found' ? 'is no text' : read.kind === 'missing' ? 'is missing' : read.reason;
    note(file, '', 0, kind, `nothing: the file ${reason}`, true);
    return undefined;
  }
  const { text, found: converted } = decoded;
  const front = readFrontMatter(text) ?? (kind === 'page' ? undefined : readOpenFrontMatter(text));
  return front && { text, front, converted };
}

/** The paths that the old engine gave an entry, the right one first. */
function addressesOf(
  { kind, collection }: OldPlace,
  {
    inside,
    slug,
    values,
    days,
    categories,
  }: Pick<EntryDates, 'days'> & {
    inside: string;
    slug: string;
    values: Readonly<Record<string, unknown>>;
    categories: readonly string[];
  },
  settings: Settings,
): string[] {
  if (kind === 'draft') return [];
  const given = values['permalink'] ?? (collection && collectionPermalink(collection, slug, settings));
  const permalink = typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
  const ownSlug = values['slug'];
  // Jekyll takes `slug` for the address since its third version, which nothing in a blog tells.
  const slugs = kind === 'post' && typeof ownSlug === 'string' && ownSlug !== '' ? [githubSlug(ownSlug), slug] : [slug];
  const paths =
    kind === 'page' && permalink === undefined
      ? pagePaths(slug, /(?:^|\/)index\.\w+$/.test(inside), settings)
      : postPaths(permalink ?? settings.permalink, slugs, days.length > 0 ? days : [someDay], categories);
  return paths.map((path) => withoutIndex(settings.root + path));
}

function defaultsFor(inside: string, type: string, { defaults }: Settings): Record<string, unknown> {
  const own = defaults.filter(
    (one) => (one.type === undefined || one.type === type) && (one.path === '' || `${inside}/`.startsWith(one.path)),
  );
  return Object.assign({}, ...own.map(({ values }) => values)) as Record<string, unknown>;
}

/** Whether `_config.yml` kept a file, or a folder above it, from the old site. */
function isExcluded(inside: string, { exclude }: Settings): boolean {
  const parts = inside.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return exclude.some((pattern) => paths.some((path) => fits(path, pattern)));
}

/** Whether a path is one of a pattern, whose stars stand for anything, slashes too. A regular expression could take forever. */
function fits(path: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split(/\*+/);
  const last = others.pop();
  if (last === undefined) return path === first;
  let at = path.startsWith(first) ? first.length : -1;
  for (const part of others) {
    const found = at < 0 ? -1 : path.indexOf(part, at);
    at = found < 0 ? -1 : found + part.length;
  }
  return at >= 0 && path.length - last.length >= at && path.endsWith(last);
}

/** A text, or the first one of a list; undefined if there is none. */
function wordIn(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
}

/** Whether a key has that value, also where what is no YAML left it a text. */
function is(value: unknown, wanted: boolean): boolean {
  return value === wanted || value === String(wanted);
}

const languages: Readonly<Record<string, string>> = {
  html: 'HTML',
  htm: 'HTML',
  textile: 'Textile',
  org: 'Org',
  rst: 'reStructuredText',
  adoc: 'AsciiDoc',
  asciidoc: 'AsciiDoc',
};

/** Whether the text of an entry is in a language that becomes one of this site's. */
export function isReadable({ language }: Pick<OldEntry, 'language'>): boolean {
  return language === 'Markdown' || language === 'HTML';
}

function pageSlug(inside: string): string {
  return inside
    .replace(/\.\w+$/, '')
    .replace(/\/index$/, '')
    .replace(/^_/, '');
}

function titleOf(front: OldFrontMatter, slug: string, note: PostContext['note']): string {
  const typed = front.typed('title')?.trim() ?? '';
  const given = typed === '' ? titleFrom(slug) : resolveEntities(typed.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  if (typed === '') note(0, 'post without title', `the title ${given}, from its file’s name`, true);
  if (given.length <= maxTitleChars) return given;
  note(front.offsetOf('title'), 'title', `its first ${maxTitleChars} characters`, true);
  return `${given.slice(0, maxTitleChars - 1)}…`;
}

function titleFrom(slug: string): string {
  const words = slug.replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1);
}

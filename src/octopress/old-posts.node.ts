import { slug as githubSlug } from 'github-slugger';
import { decoded } from '../site/decoded.ts';
import { slugOf } from '../site/slug.ts';
import { oldAddress, withoutIndex } from './addresses.ts';
import { namesIn } from './categories.ts';
import { readOldDate } from './dates.ts';
import { decodeText } from './decode.node.ts';
import { readFrontMatter } from './front-matter.node.ts';
import { resolveEntities, withoutTags } from './markup.ts';
import { scan } from './scan.node.ts';
import type { Part } from './scan.node.ts';
import type { Collection, Settings } from './settings.ts';
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
  /** Written in HTML, or in Textile, which nobody reads here. */
  language: 'markdown' | 'html' | 'textile';
  values: Record<string, unknown>;
  title: string;
  /** ISO 8601. */
  date: string;
  updated: string | undefined;
  tags: string[];
  draft: boolean;
  /** Paths of the old site, the right one first. */
  addresses: string[];
  offsetOf: (key: string) => number;
  typed: (key: string) => string | undefined;
}

/** Says something about a place in a file. */
export type NoteAt = (file: string, text: string, at: number, was: string, became: string, person?: boolean) => void;

const maxPostBytes = 1_000_000; // what the site's own check lets through
const postName = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)\.(markdown|mkdn|mkd|md|html?|textile)$/i;
const draftName = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})-)?(.+)\.(markdown|mkdn|mkd|md|html?|textile)$/i;
const noDate = '1970-01-01';
const maxNameBytes = 200; // with date and ending a disk takes 255
const maxTitleChars = 200; // the schema's limit
const asksForLists = /\bpaginator\b|\bsite\.(?:posts|categories|tags|pages)\b|^\{\{-?\s*content\s*-?\}\}$/;
const fewWords = 20; // a page of the old theme that only lists posts has fewer of its own

/** The posts, drafts and pages among the files of a blog whose source begins at `base`, in the order of their paths. */
export function readEntries(
  tree: SourceTree,
  files: readonly string[],
  base: string,
  settings: Settings,
  note: NoteAt,
): OldEntry[] {
  const entries: OldEntry[] = [];
  const { postFolder, isDated: hasDates } = settings.engine;
  const hasFolders = files.some((file) => isIn(file, postFolder));
  for (const file of files) {
    const collection = collectionOf(relativeTo(file, base), settings);
    const place = collection === undefined ? placeOf(file, base, postFolder, hasFolders) : 'page';
    if (place === undefined) continue;
    const say = (text: string, at: number, was: string, became: string, person = false): void =>
      note(file, text, at, was, became, person);
    const name = file.slice(file.lastIndexOf('/') + 1);
    const match = (place === 'post' && hasDates ? postName : draftName).exec(name);
    if (match === null) {
      if (place === 'post') say('', 0, 'file', 'nothing: its name has no date and ending of a post', true);
      continue;
    }
    if (collection?.isShown === false) {
      say('', 0, 'file', `nothing: the collection ${collection.name} has no pages`, true);
      continue;
    }
    const read = tree.read(file, maxPostBytes);
    if (read.kind !== 'found') {
      say('', 0, place, `nothing: the file ${read.kind === 'missing' ? 'is missing' : read.reason}`, true);
      continue;
    }
    const decoded = decodeText(read.bytes);
    if (decoded === undefined) {
      say('', 0, place, 'nothing: the file is no text', true);
      continue;
    }
    const { text } = decoded;
    const front = readFrontMatter(text);
    if (front === undefined) {
      if (place !== 'page')
        say(
          text,
          0,
          /^\s*---[ \t]*\n/.test(text) ? 'front matter without end' : 'file without front matter',
          'nothing: the old engine made no post of it',
          true,
        );
      continue;
    }
    const replaced = place === 'page' ? whatReplaces(relativeTo(file, base), text.slice(front.body)) : undefined;
    if (replaced !== undefined) {
      say(text, 0, 'page', `nothing: ${replaced.reason}`, replaced.hasWords);
      continue;
    }
    const type = collection?.name ?? `${place}s`;
    const values = { ...defaultsFor(relativeTo(file, base), type, settings), ...front.values };
    for (const found of decoded.found) say(text, 0, found, 'UTF-8 with line ends of Unix');
    for (const { offset, what, person } of front.repairs) say(text, offset, 'front matter', what, person);
    const typedTitle = front.typed('title') ?? '';
    const [, year, month, day, rawSlug = '', ending = ''] = match;
    const slug =
      place === 'page'
        ? relativeTo(file, base)
            .replace(/\.\w+$/, '')
            .replace(/\/index$/, '')
            .replace(/^_/, '')
        : rawSlug;
    const ownSlug = values['slug'];
    // Jekyll takes `slug` for the address since its third version, which nothing in a blog tells.
    const slugs =
      place === 'post' && typeof ownSlug === 'string' && ownSlug !== '' ? [githubSlug(ownSlug), slug] : [slug];
    const permalink = values['permalink'] ?? (collection && collectionPermalink(collection, slug, settings));
    const isDated = place !== 'page' && year !== undefined;
    const named = isDated ? [year, month, day].join('-') : undefined;
    const dates = datesOf(front, named, place, settings, say, text);
    const categories = [
      ...folderCategories(file, base),
      ...namesIn(values['categories']),
      ...single(values['category']),
    ];
    const tags = uniqueTags([...categories, ...namesIn(values['tags'])]);
    const givenTitle =
      typedTitle.trim() === '' ? titleOf(rawSlug) : resolveEntities(typedTitle.replace(/[\s\p{Cc}]+/gu, ' ').trim());
    if (typedTitle.trim() === '')
      say(text, 0, 'post without title', `the title ${givenTitle}, from its file’s name`, true);
    const title = givenTitle.length > maxTitleChars ? `${givenTitle.slice(0, maxTitleChars - 1)}…` : givenTitle;
    if (title !== givenTitle)
      say(text, front.offsetOf('title'), 'title', `its first ${maxTitleChars} characters`, true);
    const draft = place === 'draft' || is(values['published'], false) || is(values['draft'], true);
    entries.push({
      file,
      kind: place === 'page' ? 'page' : 'post',
      id: newName(slug),
      text,
      body: front.body,
      language: ending.toLowerCase() === 'textile' ? 'textile' : /^html?$/i.test(ending) ? 'html' : 'markdown',
      values,
      title,
      date: dates.date,
      updated: dates.updated,
      tags,
      draft,
      addresses:
        place === 'draft'
          ? []
          : addressesOf(place, slugs, dates, categories, permalink, settings, /^index\.\w+$/.test(name)),
      offsetOf: front.offsetOf,
      typed: front.typed,
    });
  }
  return entries;
}

function placeOf(
  file: string,
  base: string,
  postFolder: string,
  hasFolders: boolean,
): 'post' | 'draft' | 'page' | undefined {
  if (isIn(file, postFolder)) return 'post';
  if (isIn(file, '_drafts')) return 'draft';
  if (!hasFolders && !file.includes('/') && postName.test(file)) return 'post';
  if (base !== '' && !file.startsWith(`${base}/`)) return undefined;
  const inside = relativeTo(file, base);
  const isPage = /\.(?:markdown|mkdn|mkd|md|html?|textile)$/i.test(inside) && !/(?:^|\/)[_.]/.test(inside);
  return isPage && !/^(?:README|CHANGELOG|CONTRIBUTING|LICENSE)\b/i.test(inside) ? 'page' : undefined;
}

/** Why a page is not needed here, and whether words of the author go with it; undefined if it comes over. */
function whatReplaces(inside: string, body: string): { reason: string; hasWords: boolean } | undefined {
  const lists: Part[] = [];
  let own = '';
  const read = (parts: readonly Part[]): void => {
    for (const part of parts) {
      const source = body.slice(part.from, part.to);
      if (part.kind === 'text') own += source;
      const isTag = part.kind === 'tag' || part.kind === 'block';
      const asks = part.kind === 'output' ? asksForLists.test(source) : isTag && asksForLists.test(part.args);
      if (asks) lists.push(part);
      else if (part.kind === 'block') read(part.children);
    }
  };
  read(scan(body));
  const hasWords = (withoutTags(own, ' ').match(/\p{L}+/gu)?.length ?? 0) >= fewWords;
  if (/^(?:404|index)\.\w+$/.test(inside)) return { reason: 'this site has a page of its own for it', hasWords };
  return lists.length > 0 && !hasWords ? { reason: 'it is a template of the old theme', hasWords } : undefined;
}

function isIn(file: string, folder: string): boolean {
  return `/${file}`.includes(`/${folder}/`);
}

/** The collection of Jekyll that a file belongs to. */
function collectionOf(inside: string, { collections }: Settings): (Collection & { name: string }) | undefined {
  const name = /^_([^/]+)\/.+\.(?:markdown|mkdn|mkd|md|html?|textile)$/i.exec(inside)?.[1];
  const found = name === undefined ? undefined : collections.get(name);
  return name === undefined || found === undefined ? undefined : { name, ...found };
}

/** The address of a collection's page, as Jekyll's own or the collection's setting makes it. */
function collectionPermalink(
  { name, permalink }: Collection & { name: string },
  slug: string,
  settings: Settings,
): string {
  const ending = settings.permalink === 'pretty' || settings.permalink.endsWith('/') ? '/' : '.html';
  const path = slug.slice(name.length + 1);
  const last = path.split('/').at(-1) ?? path;
  const parts: Record<string, string> = { collection: name, path, name: last, title: last, output_ext: '.html' };
  return (permalink ?? `/:collection/:path${ending}`).replace(
    /:([a-z_]+)/g,
    (whole, key: string) => parts[key] ?? whole,
  );
}

function defaultsFor(inside: string, type: string, { defaults }: Settings): Record<string, unknown> {
  const own = defaults.filter(
    (one) => (one.type === undefined || one.type === type) && (one.path === '' || `${inside}/`.startsWith(one.path)),
  );
  return Object.assign({}, ...own.map(({ values }) => values)) as Record<string, unknown>;
}

/** Whether a key has that value, also where what is no YAML left it a text. */
function is(value: unknown, wanted: boolean): boolean {
  return value === wanted || value === String(wanted);
}

/** The name of the new file for that of an old one: letters, digits and hyphens, no longer than a disk can take. */
function newName(slug: string): string {
  const words = githubSlug(
    decoded(slug) // WordPress wrote other scripts with percent signs.
      .normalize('NFC')
      .replace(/[./_]+/g, '-')
      .slice(0, 120),
  );
  const short = Buffer.from(words)
    .subarray(0, maxNameBytes)
    .toString()
    .replace(/\uFFFD+$/, '');
  const name = short.replace(/^-+|-+$/g, '');
  return name === '' ? 'untitled' : name;
}

/** In Jekyll the folders above `_posts` are categories. */
function folderCategories(file: string, base: string): string[] {
  const [, above] = /^(.*)\/_posts\//.exec(`/${relativeTo(file, base)}`) ?? [];
  return above === undefined ? [] : above.split('/').filter((part) => part !== '');
}

function single(value: unknown): string[] {
  if (Array.isArray(value)) return namesIn(value);
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}

/** Names without those that have no letter or digit, and without a second spelling of the same tag. */
function uniqueTags(names: readonly string[]): string[] {
  const bySlug = new Map<string, string>();
  for (const name of names) {
    const slug = slugOf(name);
    if (slug !== '' && !bySlug.has(slug)) bySlug.set(slug, name);
  }
  return [...bySlug.values()];
}

function titleOf(slug: string): string {
  const words = slug.replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1);
}

interface Dates {
  date: string;
  updated: string | undefined;
  /** Day of the address by `date:`, then by the file's name if that differs. */
  days: { year: number; month: number; day: number }[];
}

function datesOf(
  front: { typed: (key: string) => string | undefined; offsetOf: (key: string) => number },
  named: string | undefined,
  place: 'post' | 'draft' | 'page',
  settings: Settings,
  say: (text: string, at: number, was: string, became: string, person?: boolean) => void,
  text: string,
): Dates {
  const ofName = named === undefined ? undefined : readOldDate(named, settings.timezone);
  const typed = front.typed('date');
  const written = typed === undefined ? undefined : readOldDate(typed, settings.timezone);
  if (typed !== undefined && typed.trim() !== '' && written === undefined) {
    say(text, front.offsetOf('date'), `date: ${typed}`, 'the date in the file’s name: this one can not be read', true);
  }
  if (written?.zone === 'site')
    say(text, front.offsetOf('date'), 'date without zone', `in the site’s zone, ${String(settings.timezone)}`);
  if (written?.zone === 'none')
    say(text, front.offsetOf('date'), 'date without zone', 'in UTC: the site names no timezone');
  const found = written ?? ofName;
  // The site wants a date of every article. One that nobody takes for real is better than the day of the import, which
  // would make each import another, or than the file's, which a copy of the blog has lost.
  const date = found?.iso ?? noDate;
  if (found === undefined) {
    const became = `date: ${noDate}: write the real one${place === 'draft' ? ' when you publish it' : ''}`;
    // A page has no date here.
    if (place !== 'page') say(text, 0, `${place} without date`, became, place === 'post');
  }
  const typedUpdate = front.typed('updated');
  const update = typedUpdate === undefined ? undefined : readOldDate(typedUpdate, settings.timezone);
  if (typedUpdate !== undefined && typedUpdate.trim() !== '' && update === undefined) {
    say(
      text,
      front.offsetOf('updated'),
      `updated: ${typedUpdate}`,
      'a key under legacy: it can not be read as a date',
      true,
    );
  }
  const isLater = update !== undefined && Date.parse(update.iso) >= Date.parse(date);
  if (update !== undefined && !isLater)
    say(text, front.offsetOf('updated'), 'updated', 'a key under legacy: it is older than the post');
  const days = [written, ofName].filter((day) => day !== undefined);
  return { date, updated: isLater ? update.iso : undefined, days };
}

function addressesOf(
  place: 'post' | 'page',
  slugs: readonly string[],
  dates: Dates,
  categories: readonly string[],
  permalink: unknown,
  settings: Settings,
  isFolder: boolean,
): string[] {
  const own = typeof permalink === 'string' && permalink.trim() !== '' ? permalink.trim() : undefined;
  const days = dates.days.length > 0 ? dates.days : [{ year: 1970, month: 1, day: 1 }];
  const paths = new Set<string>();
  const [slug = ''] = slugs;
  if (place === 'page' && own === undefined) {
    const isPretty = settings.permalink === 'pretty';
    paths.add(isFolder ? `/${slug}/` : `/${slug}${isPretty ? '/' : '.html'}`);
    paths.add(`/${slug}/`);
  } else {
    const lower = categories.map((category) => category.toLowerCase());
    for (const day of days) {
      for (const names of [categories, lower]) {
        for (const slug of slugs) paths.add(oldAddress(own ?? settings.permalink, { slug, ...day, categories: names }));
      }
    }
  }
  return [...paths].map((path) => withoutIndex(settings.root + path));
}

/**
 * The entries with names of which each is there once: a later one gets its day behind its name. `otherAt` says what has
 * a name already that is no entry of this blog.
 */
export function distinct(
  entries: readonly OldEntry[],
  otherAt: (entry: OldEntry, id: string) => string | undefined,
  note: NoteAt,
): OldEntry[] {
  const taken = new Map<string, string>();
  return entries.map((entry) => {
    const holderOf = (id: string): string | undefined => taken.get(`${entry.kind} ${id}`) ?? otherAt(entry, id);
    const holder = holderOf(entry.id);
    const dated = entry.kind === 'post' ? `${entry.id}-${entry.date.slice(0, 10)}` : `${entry.id}-2`;
    let id = holder === undefined ? entry.id : dated;
    for (let count = 2; holder !== undefined && holderOf(id) !== undefined; count += 1) id = `${dated}-${count}`;
    if (holder !== undefined) {
      const at = entry.offsetOf('permalink') || entry.offsetOf('title');
      note(entry.file, entry.text, at, `name ${entry.id}`, `${id}, because ${holder} has the other already`, true);
    }
    taken.set(`${entry.kind} ${id}`, entry.file);
    return { ...entry, id };
  });
}

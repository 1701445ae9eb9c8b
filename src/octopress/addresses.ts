import type { Collection, Settings } from './settings.ts';

/** What an old address is made of. */
export interface AddressParts {
  /** The file's name without date and ending. */
  slug: string;
  year: number;
  month: number;
  day: number;
  /** As written, in order. */
  categories: readonly string[];
}

const forms: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  none: '/:categories/:title.html',
};

/** The path that Jekyll gave a post by a `permalink` such as `/blog/:year/:title/` or `pretty`; always begins with `/`. */
export function oldAddress(permalink: string, parts: AddressParts): string {
  const { slug, year, month, day, categories } = parts;
  const two = (number: number) => String(number).padStart(2, '0');
  const dayOfYear = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000);
  const values: Record<string, string> = {
    year: String(year),
    month: two(month),
    day: two(day),
    title: slug,
    slug,
    categories: [...new Set(categories)].join('/'),
    category: categories[0] ?? '',
    i_month: String(month),
    i_day: String(day),
    short_year: two(year % 100),
    y_day: String(dayOfYear).padStart(3, '0'),
    output_ext: '.html',
  };
  const template = forms[permalink] ?? permalink;
  const path = template.replace(/:([a-z_]+)/g, (whole, name: string) => values[name] ?? whole);
  return `/${path}`.replace(/\/{2,}/g, '/');
}

/** The paths of a post with each of its names, on each of its days, and with its categories as written and in small letters. */
export function postPaths(
  permalink: string,
  slugs: readonly string[],
  days: readonly { year: number; month: number; day: number }[],
  categories: readonly string[],
): string[] {
  const spellings = [categories, categories.map((category) => category.toLowerCase())];
  const paths = days.flatMap((day) =>
    spellings.flatMap((spelling) => slugs.map((slug) => oldAddress(permalink, { slug, ...day, categories: spelling }))),
  );
  return [...new Set(paths)];
}

/** The paths of a page that has no permalink: as the engine wrote it, and as a folder. `isFolder` says that it is an `index`. */
export function pagePaths(slug: string, isFolder: boolean, settings: Pick<Settings, 'permalink'>): string[] {
  const isPretty = isFolder || settings.permalink === 'pretty';
  return isPretty ? [`/${slug}/`] : [`/${slug}.html`, `/${slug}/`];
}

/** The permalink of a collection's page, as Jekyll's own or the collection's setting makes it. */
export function collectionPermalink(
  { name, permalink }: Collection & { name: string },
  slug: string,
  settings: Pick<Settings, 'permalink'>,
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

/** A path without its `index.html`, so that the two spellings of an address are one. */
export function withoutIndex(path: string): string {
  return path.replace(/\/index\.html?$/, '/');
}

const spelled: Record<string, string> = {
  '&': ' and ',
  '@': ' at ',
  '%': ' percent ',
  '=': ' equals ',
  $: ' dollars ',
};

/** The folder that Octopress's plugin made for a category: `C++` is `c-plus-plus`, `R & D` is `r-and-d`. */
export function categoryFolder(category: string): string {
  return category
    .toLowerCase()
    .replace(/(\w)#/g, '$1 number')
    .replace(/\+/g, ' plus ')
    .replace(/(\S)\.(?=\S)/g, '$1 dot ')
    .replace(/[&@%=$]/g, (sign) => spelled[sign] ?? ' ')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/['’]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

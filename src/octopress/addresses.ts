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

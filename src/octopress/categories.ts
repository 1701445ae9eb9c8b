import { slugOf } from '../site/slug.ts';

/**
 * The names in a `categories:` or `tags:` value: a list, `a b`, `a, b`, one word, or nothing. A text is split at its
 * commas, or at blanks if it has none, as Jekyll did. Order is kept, and what is there twice is named once.
 */
export function namesIn(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value)
    ? value.flat(2)
    : typeof value === 'string'
      ? splitText(value)
      : [value];
  const names = items.flatMap((item) => {
    if (typeof item === 'string') return item.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    return typeof item === 'number' || typeof item === 'boolean' ? String(item) : [];
  });
  return [...new Set(names.filter((name) => name !== ''))];
}

function splitText(text: string): string[] {
  return text.includes(',') ? text.split(',') : text.trim().split(/\s+/);
}

/** The categories of the post at `inside`, a path from its source: Jekyll took the folders above `_posts` for some. */
export function categoriesOf(inside: string, values: Readonly<Record<string, unknown>>): string[] {
  const [, above = ''] = /^(.*)\/_posts\//.exec(`/${inside}`) ?? [];
  const folders = above.split('/').filter((part) => part !== '');
  return [...folders, ...namesIn(values['categories']), ...single(values['category'])];
}

function single(value: unknown): string[] {
  if (Array.isArray(value)) return namesIn(value);
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
}

/** Names without those that have no letter or digit, and without a second spelling of the same tag. */
export function uniqueTags(names: readonly string[]): string[] {
  const bySlug = new Map<string, string>();
  for (const name of names) {
    const slug = slugOf(name);
    if (slug !== '' && !bySlug.has(slug)) bySlug.set(slug, name);
  }
  return [...bySlug.values()];
}

import { fileOf } from '../site/redirects.ts';
import type { Content, Page, Place } from './content.ts';

/** An address from which readers are led on, and where that is written. */
export interface OldAddress extends Place {
  path: string;
}

/** All old addresses, by path of the file that names them, so that the same one keeps an address on every machine. */
export function oldAddresses(entries: Content['entries']): OldAddress[] {
  return entries
    .toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1))
    .flatMap(({ collection, source, data }) => {
      const value = (data.value ?? {}) as { aliases?: unknown };
      if (collection === 'redirects')
        return Object.keys(value).map((path) => ({ path, source, offset: data.keyAt([path]) }));
      const aliases: unknown[] = Array.isArray(value.aliases) ? value.aliases : [];
      return aliases.flatMap((path, index) =>
        typeof path === 'string' ? [{ path, source, offset: data.valueAt(['aliases', index]) }] : [],
      );
    });
}

/** What readers find at a path that was published once. */
export type Answer =
  | { kind: 'page'; path: string; page: Page }
  /** Readers are led to something else, which need not have the same headings. */
  | { kind: 'redirect' }
  | { kind: 'nothing' };

/** Answers for any path, as the site in `content` gives them: a page itself, or the one that names the path as its own. */
export function createAnswers({ entries, pages }: Pick<Content, 'entries' | 'pages'>): (path: string) => Answer {
  const shown = new Map([...pages].filter(([, { draft }]) => !draft));
  const byFile = new Map([...shown].flatMap(([path, page]) => (page.file === undefined ? [] : [[page.file, path]])));
  const moved = new Map<string, Answer>();
  const lists = new Set(entries.filter(({ collection }) => collection === 'redirects').map(({ source }) => source));
  for (const { path, source } of oldAddresses(entries)) {
    const to = byFile.get(source.path);
    const page = to === undefined ? undefined : shown.get(to);
    if (lists.has(source)) moved.set(fileOf(path), { kind: 'redirect' });
    else if (to !== undefined && page !== undefined) moved.set(fileOf(path), { kind: 'page', path: to, page });
  }
  return (path) => {
    const page = shown.get(path);
    return page === undefined ? (moved.get(fileOf(path)) ?? { kind: 'nothing' }) : { kind: 'page', path, page };
  };
}

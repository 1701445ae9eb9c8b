import { decoded } from '../site/decoded.ts';
import { isElsewhere } from '../site/urls.ts';

/** Where a link leads within the site. */
export interface LinkTarget {
  /** Path of the page without base, or undefined for the page on which the link stands. */
  path: string | undefined;
  /** The id after `#`, decoded; undefined if there is none. */
  anchor: string | undefined;
  /** Query and anchor as they are written. */
  rest: string;
}

/**
 * Where `url` leads if it is written on the page with path `page`; undefined if it leaves the site.
 * Links in content have no base: the site adds it. `page` is undefined for links that stand on every page.
 */
export function resolveLink(url: string, page: string | undefined): LinkTarget | undefined {
  if (isElsewhere(url)) return undefined;
  const [, written = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const [, fragment] = /#(.*)$/s.exec(rest) ?? [];
  const anchor = fragment === undefined || fragment === '' ? undefined : decoded(fragment);
  if (written === '') return { path: undefined, anchor, rest };
  return { path: decoded(joinPath(page ?? '/', written)), anchor, rest };
}

/** The path that `written` means in a file or page with the path `from`: `/a/b` and `../c` are `/c`. */
function joinPath(from: string, written: string): string {
  const steps = written.startsWith('/') ? [] : from.split('/').slice(1, -1);
  const parts = written.replace(/^\//, '').split('/');
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (part === '..') steps.pop();
    else if (part !== '.') steps.push(part);
    // `..` and `.` name folders, so that a slash follows them even at the end.
    if (isLast && (part === '..' || part === '.')) steps.push('');
  }
  return `/${steps.join('/')}`;
}

/** The file, from the project's root without first slash, that the address `url` means in the file `from`. */
export function resolveFile(url: string, from: string): string {
  const [written = ''] = /^[^?#]*/.exec(url) ?? [];
  return decoded(joinPath(`/${from}`, written)).slice(1);
}

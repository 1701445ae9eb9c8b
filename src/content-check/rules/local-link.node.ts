import type { Content, Rule } from '../content.ts';

/** Finds links to the machine on which the page was written: at a reader's, nothing answers there, or something else does. */
export const localLink: Rule = {
  name: 'local-link',
  description: 'No link leads to the machine on which the page was written.',
  warns: 'imported',
  check: ({ entries, pages }) =>
    entries.flatMap(({ source, body }) =>
      (body?.links ?? [])
        .filter(({ url }) => isLocal(url))
        .map(({ url, offset }) => ({
          source,
          offset,
          message: `\`${url}\` leads to the reader's own machine.`,
          hint: suggest(url, pages),
        })),
    ),
};

/** The parser writes all forms of an address in one: `0x7f.1` is `127.0.0.1`. A file is there on one machine only. */
function isLocal(url: string): boolean {
  if (/^(?:file:|[a-z]:[\\/])/i.test(url)) return true;
  const host = /^(?:https?:)?\/\//i.test(url) ? URL.parse(url, 'http://site.invalid')?.hostname : undefined;
  return host !== undefined && /^(?:(?:.+\.)?localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(host);
}

/** What was copied from the address bar, while the site was served on that machine, is a page of this site. */
function suggest(url: string, pages: Content['pages']): string {
  const { pathname = '', hash = '' } = URL.parse(url, 'http://site.invalid') ?? {};
  return pathname !== '/' && pages.has(pathname)
    ? `Write \`${pathname}${hash}\`.`
    : 'Put it into backticks if it is to be typed, or write the address that readers have.';
}

import { unescaped } from './old-path.ts';
import { pieces } from './pieces.ts';
import * as words from './words.ts';

/** An old address and where it leads now; both are paths of this site without its base. */
export interface Redirect {
  from: string;
  to: string;
}

/** The file below the built site that answers an old address: a folder has an `index.html`. */
export function fileOf(from: string): string {
  const path = (unescaped(from) ?? from).replace(/^\//, '');
  if (path.endsWith('/') || path === '') return `${path}index.html`;
  return /\.[A-Za-z\d]{1,6}$/.test(path) ? path : `${path}/index.html`;
}

/** A page that leads on at once, and by hand where that is switched off. It runs nothing, so that any policy allows it. */
export function redirectPage(url: string, canonical: string, language: string): string {
  const [target, whole] = [escape(url), escape(canonical)];
  return `<!doctype html>
<html lang="${escape(language)}">
  <head>
    <meta charset="utf-8">
    <title>${escape(words.pageMoved)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url=${target}">
    <link rel="canonical" href="${whole}">
  </head>
  <body>
    <main>
      <h1>${escape(words.pageMoved)}</h1>
      <p>${pieces(escape(words.pageNowAt), { address: `<a href="${target}">${whole}</a>` }).join('')}</p>
    </main>
  </body>
</html>
`;
}

/** The text of a `_redirects` file, which Netlify, Cloudflare Pages and our own server read. */
export function redirectsFile(redirects: readonly Redirect[], link: (path: string) => string): string {
  return redirects.map(({ from, to }) => `${encodeURI(link(from))} ${encodeURI(link(to))} 301\n`).join('');
}

/** The redirects of a `_redirects` file, in its order, without escapes. What is no redirect is left out. */
export function parseRedirects(text: string): Redirect[] {
  return text.split('\n').flatMap((line) => {
    const [from = '', to = ''] = line.trim().split(/\s+/);
    return from.startsWith('/') && to !== '' ? [{ from: unescaped(from) ?? from, to: unescaped(to) ?? to }] : [];
  });
}

/** The first redirect from each address, without those from an address that the site itself has. */
export function usableRedirects(redirects: readonly Redirect[], own: ReadonlySet<string>): Redirect[] {
  const seen = new Set<string>();
  return redirects.flatMap(({ from: written, to }) => {
    const from = unescaped(written) ?? written;
    const file = fileOf(from);
    if (seen.has(file) || own.has(from) || own.has(`${from}/`)) return [];
    seen.add(file);
    return { from, to };
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brokenLinks, servedFile } from './broken-links.node.ts';
import { filesBelow } from './manifest.node.ts';

/** What every site of this engine has; a build that was cut short or went astray lacks some of it. */
const always = ['index.html', '404.html', '_headers', 'robots.txt', 'sitemap-index.xml', 'atom.xml'];

/**
 * What is wrong with the built site in `folder`, one sentence each, whatever its content is: files that are missing or cut
 * short, links and old addresses that lead nowhere. `origin` and `base` are those under which it will be served.
 */
export async function siteFaults(folder: string, origin: string, base: string): Promise<string[]> {
  const missing = always.filter((file) => !existsSync(join(folder, file))).map((file) => `There is no ${file}.`);
  if (missing.length > 0) return missing;
  const cutShort: string[] = [];
  for (const file of await filesBelow(folder)) {
    const bytes = await readFile(join(folder, file));
    if (bytes.length === 0) cutShort.push(`${file} is empty.`);
    else if (file.endsWith('.html') && !/<\/html>\s*$|http-equiv="refresh"/.test(bytes.toString()))
      cutShort.push(`${file} ends before its </html>.`);
  }
  const links = brokenLinks(folder, origin, base).map((link) => `${link} leads nowhere.`);
  return [...cutShort, ...links, ...(await strayRedirects(folder, base))];
}

/** Lines of `_redirects` whose target is no page and no file of the site. */
async function strayRedirects(folder: string, base: string): Promise<string[]> {
  const text = await readFile(join(folder, '_redirects'), 'utf8').catch(() => ''); // A site may have none.
  return text.split('\n').flatMap((line, index) => {
    const [from = '', to = ''] = line.trim().split(/\s+/);
    if (from === '' || from.startsWith('#') || /^https?:/.test(to)) return [];
    if (to.startsWith(base) && servedFile(folder, to.slice(base.length).replace(/[?#].*$/, '')) !== undefined)
      return [];
    return [`_redirects:${index + 1}:1 ${from} leads to ${to === '' ? 'nothing' : to}, which is not there.`];
  });
}

import type { Element, Root } from 'hast';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { decoded } from '../site/decoded.ts';

interface Address {
  text: string;
  /** `line:column` of the element, or of the style sheet that names it. */
  place: string;
}

interface Page {
  file: string;
  addresses: Address[];
  ids: Set<string>;
}

const parser = unified().use(rehypeParse);

/**
 * Links that lead nowhere, each as `file:line:column address`: to pages, fragments, pictures, fonts, scripts, styles.
 * `root` is the folder of the site, which will stand under the path `base`. `origin` is that of the site's absolute links
 * to itself, which are followed too; other sites are not asked. Throws without pages.
 */
export function brokenLinks(root: string, origin: string, base = '/'): string[] {
  const pages = new Map(
    globSync('**/*.html', { cwd: root })
      .map((name) => name.split(sep).join('/'))
      .map((file) => [file, readPage(file, readFileSync(join(root, file), 'utf8'))]),
  );
  if (pages.size === 0) throw new Error(`There is no page in ${root}.`);
  return [...pages.values()].flatMap(({ file, addresses }) =>
    addresses
      .filter(({ text }) => !leadsSomewhere(URL.parse(text, `${origin}${base}${file}`), root, origin, base, pages))
      .map(({ text, place }) => `${file}:${place} ${text}`),
  );
}

function leadsSomewhere(url: URL | null, root: string, own: string, base: string, pages: Map<string, Page>): boolean {
  if (url === null) return false;
  const { origin, pathname, hash } = url;
  if (origin !== own) return true;
  if (!pathname.startsWith(base)) return false;
  const file = servedFile(root, pathname.slice(base.length));
  if (file === undefined) return false;
  const id = decoded(hash.slice(1));
  // What stands behind this hash is a text to search for, and no place in the page.
  return id === '' || id.startsWith('q=') || pages.get(file)?.ids.has(id) === true;
}

/** The file below `root` that answers for a path below the site's base, its escapes included, if there is one. */
export function servedFile(root: string, path: string): string | undefined {
  const plain = decoded(path);
  const file = plain === '' || plain.endsWith('/') ? `${plain}index.html` : plain;
  return statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}

function readPage(file: string, html: string): Page {
  const page: Page = { file, addresses: [], ids: new Set() };
  const tree: Root = parser.parse(html);
  visit(tree, 'element', (element) => {
    const { id } = element.properties;
    if (typeof id === 'string') page.ids.add(id);
    const start = element.position?.start;
    const place = `${start?.line ?? 1}:${start?.column ?? 1}`;
    page.addresses.push(...addressesOf(element).map((text) => ({ text, place })));
  });
  return page;
}

function addressesOf({ tagName, properties, children }: Element): string[] {
  const named = ['href', 'src', 'action', 'poster'].map((name) => properties[name]);
  const { srcSet } = properties;
  const sets = typeof srcSet === 'string' ? srcSet.split(',') : [];
  const [text] = children;
  const styled = tagName === 'style' && text?.type === 'text' ? [...text.value.matchAll(/url\(["']?([^"')]+)/g)] : [];
  return [...named, ...sets.map((one) => one.trim().split(' ')[0]), ...styled.map(([, address]) => address)].filter(
    (address) => typeof address === 'string' && address !== '',
  ) as string[];
}

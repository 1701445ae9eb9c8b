import type { Element, Nodes, Root } from 'hast';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse } from 'parse5';
import type { EndIntegration } from './build-end.node.ts';
import { openKept } from './kept.node.ts';

/** Makes something that JSON can hold of a built page. A later reader gets the tree as an earlier one left it. */
type Reader = (page: Root, html: string) => unknown;

/** What each of the readers made of a page. */
export type Read<Readers extends Record<string, Reader>> = { [Name in keyof Readers]: ReturnType<Readers[Name]> };

/** The tree of a whole page, without places: to note for each node where it stood takes longer than all the rest. */
export function parsePage(html: string): Root {
  return fromParse5(parse(html)) as Root;
}

/** Calls `look` with each element below `node`, in the order of their tags. */
export function eachElement(node: Nodes, look: (element: Element) => void): void {
  if (node.type === 'element') look(node);
  if ('children' in node) for (const child of node.children) eachElement(child, look);
}

/**
 * Reads all pages once when they are built, for all integrations that come after `integration` and want to know something
 * of them. `pages` has what each of the `readers` made of a page, by its file, such as `posts/a/index.html`, sorted. What a
 * page is to them is kept until its HTML or our code changes.
 */
export function readBuiltPages<Readers extends Record<string, Reader>>(
  root: string,
  readers: Readers,
): { integration: EndIntegration; pages: ReadonlyMap<string, Read<Readers>> } {
  const pages = new Map<string, Read<Readers>>();
  const integration: EndIntegration = {
    name: 'built-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const built = fileURLToPath(dir);
        const kept = await openKept<Read<Readers>>(root, 'pages');
        pages.clear();
        for (const file of globSync('**/*.html', { cwd: built })
          .map((name) => name.split(sep).join('/'))
          .toSorted()) {
          const html = readFileSync(join(built, file), 'utf8');
          pages.set(
            file,
            kept.of(html, () => {
              const page = parsePage(html);
              const read = Object.entries(readers).map(([name, reader]) => [name, reader(page, html)]);
              return Object.fromEntries(read) as Read<Readers>;
            }),
          );
        }
        await kept.close();
      },
    },
  };
  return { integration, pages };
}

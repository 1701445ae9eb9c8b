import type { Content, Link, Rule } from '../content.ts';
import { nearest } from '../nearest.ts';
import { resolveFile, resolveLink } from '../resolve-link.ts';

/**
 * Finds links to pages and files that the site does not have.
 * Links to an entry of a collection by its whole address are left to the rule on that collection's names.
 */
export function brokenLink(prefixesOfNames: readonly string[]): Rule {
  return {
    name: 'broken-link',
    description:
      'Every link within the site leads to a page, or a file of public/, and has the slash that its address has.',
    check: (content) =>
      content.links.flatMap((link) => {
        const words = explain(link, content, prefixesOfNames);
        return words === undefined ? [] : [{ source: link.source, offset: link.offset, ...words }];
      }),
  };
}

function explain(
  link: Link,
  { pages, files }: Content,
  prefixesOfNames: readonly string[],
): { message: string; hint: string } | undefined {
  const target = resolveLink(link.url, link.page);
  if (target?.path === undefined) return undefined;
  const { path, rest } = target;
  const page = pages.get(path);
  if (page !== undefined) {
    if (!page.draft || link.draft) return undefined;
    return {
      message: `\`${path}\` is a draft, which readers don't see.`,
      hint: 'Publish it first, or remove the link.',
    };
  }
  if (files.has(`public${path}`)) return undefined;
  const pageOfFile = pageShowing(resolveFile(link.url, link.source.path), pages);
  if (pageOfFile !== undefined) {
    return {
      message: `\`${link.url}\` names a file, and readers have pages.`,
      hint: `Write \`${pageOfFile}${rest}\`.`,
    };
  }
  if (pages.has(`${path}/`)) {
    return { message: `\`${link.url}\` lacks the slash at its end.`, hint: `Write \`${path}/${rest}\`.` };
  }
  if (path.endsWith('/index.html') && pages.has(path.slice(0, -'index.html'.length))) {
    return {
      message: `\`${link.url}\` names the file behind an address.`,
      hint: `Write \`${path.slice(0, -'index.html'.length)}${rest}\`.`,
    };
  }
  if (link.url.startsWith('/') && prefixesOfNames.some((prefix) => isName(path, prefix))) return undefined;
  return {
    message: `\`${link.url}\` leads to no page.`,
    hint: suggestOutside(link.url) ?? suggestPage(path, rest, pages),
  };
}

/** The whole address of a host or a mailbox that was written without its first word; a name with one point may be a file's. */
function suggestOutside(url: string): string | undefined {
  if (/^[^@\s/]+@(?:[\w-]+\.)+[a-z]{2,}$/i.test(url)) return `Write \`mailto:${url}\`.`;
  const begins = /^(?:https?\/\/(?=[\w-]+\.)|(?=www\.|(?:[\w-]+\.)+[a-z]{2,}\/|(?:[\w-]+\.){2,}[a-z]{2,}$))(.*)$/i;
  const host = begins.exec(url)?.[1];
  return host === undefined ? undefined : `Write \`https://${host}\`.`;
}

/** Where the folder is right, only its own pages are near: two short names under one long path look alike. */
function suggestPage(path: string, rest: string, pages: Content['pages']): string {
  const folder = [...pages.keys()]
    .filter((page) => page !== '/' && page.endsWith('/') && path.startsWith(page))
    .toSorted()
    .at(-1);
  const candidates = [...pages.keys()].filter((page) => page !== folder && page.startsWith(folder ?? ''));
  const start = folder?.length ?? 0;
  const near = nearest(
    path.slice(start),
    candidates.map((page) => page.slice(start)),
  );
  if (near === undefined) {
    return folder === undefined
      ? 'Correct the address, or remove the link.'
      : `Choose a page of \`${folder}\`, or remove the link.`;
  }
  const page = `${folder ?? ''}${near}`;
  return `Write \`${page}${pages.get(page)?.anchors?.has(rest.slice(1)) === true ? rest : ''}\`.`;
}

function isName(path: string, prefix: string): boolean {
  return path.startsWith(prefix) && /^[^/]+\/$/.test(path.slice(prefix.length));
}

/** The page that shows a file of content, from links such as `../docs/a.md` and `/docs/a.md`. */
function pageShowing(file: string, pages: Content['pages']): string | undefined {
  return [...pages].find(([, page]) => page.file === file || page.file === `content/${file}`)?.[0];
}

import { hashedFolders, speculationRules } from '../../site/answers.ts';
import { fileOf } from '../../site/redirects.ts';
import { pathOf } from '../../site/urls.ts';
import type { Rule } from '../content.ts';

/** What an owner may write by hand: nothing else depends on these. */
const mayBeOwn = ['/robots.txt', '/404.html'];

const elsewhere = 'Rename, move or delete this file.';

/** Files that the build writes when all pages are there, with what an owner does who wants something else in them. */
const written: ReadonlyMap<string, string> = new Map([
  ['_headers', 'Write headers into src/site/headers.node.ts and src/site/answers.ts, from which all hosts have them.'],
  ['_redirects', 'Write old addresses into content/redirects.yaml, from which all hosts have them.'],
  ...['offline.css', 'sitemap-0.xml', speculationRules, pathOf.keeper, pathOf.searchStyle].map(
    (path) => [path.replace(/^\//, ''), elsewhere] as const,
  ),
]);

/** Folders that the build fills; what lies in most of them is kept for good, since its name changes with its content. */
const filled = [...new Set([...hashedFolders, 'cards/', 'pagefind/'].map((folder) => folder.replace(/\/.*/, '/')))];

/** Finds files of public/ at the address of a page or of a file that the site makes, of which readers get only one. */
export const hiddenPage: Rule = {
  name: 'hidden-page',
  description: 'No file of public/ has the address of a page, or of a file that the build writes.',
  check: ({ pages, files }) => [
    ...[...pages].flatMap(([path, { file, draft }]) => {
      const own = `public/${fileOf(path)}`;
      if (draft || mayBeOwn.includes(path) || !files.has(own)) return [];
      return [hidden(own, file ?? 'The build', elsewhere)];
    }),
    ...[...written].flatMap(([path, hint]) =>
      files.has(`public/${path}`) ? [hidden(`public/${path}`, 'The build', hint)] : [],
    ),
    ...[...files].flatMap((path) => {
      const folder = filled.find((name) => path.startsWith(`public/${name}`));
      if (folder === undefined) return [];
      const message = `The build fills the folder ${folder} itself, and browsers may keep for good what comes from there.`;
      return [{ source: { path, text: '' }, offset: 0, message, hint: 'Move this file to another folder of public/.' }];
    }),
  ],
};

function hidden(own: string, maker: string, hint: string): ReturnType<Rule['check']>[number] {
  const message = `${maker} makes what stands at this address, and readers would get only one of the two.`;
  return { source: { path: own, text: '' }, offset: 0, message, hint };
}

import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const words = (maker: string) =>
  `hidden-page  ${maker} makes what stands at this address, and readers would get only one of the two. Rename, move or delete this file.`;

const headersHint =
  'Write headers into src/site/headers.node.ts and src/site/answers.ts, from which all hosts have them.';
const redirectsHint = 'Write old addresses into content/redirects.yaml, from which all hosts have them.';

test('files of public/ that would stand in the place of a page, its Markdown or a feed are named', () =>
  expectProblems(
    {
      'content/posts/a.md': post('Text.\n'),
      'public/atom.xml': '‸x',
      'public/docs/index.html': '‸x',
      'public/docs/find.md': '‸x',
      'public/posts/a/index.html': '‸x',
    },
    words('The build'),
    words('The build'),
    words('The build'),
    words('content/posts/a.md'),
  ));

test('other files, robots.txt and a page for what is not there may be the own ones, and a draft has no page', () =>
  expectProblems({
    'content/posts/a.md': post('Text.\n', 'draft: true\n'),
    'public/posts/a/index.html': 'x',
    'public/posts/a/picture.html': 'x',
    'public/robots.txt': 'x',
    'public/404.html': 'x',
  }));

test('files of public/ that the build would write over, or that would stand in the place of what it writes, are named', () =>
  expectProblems(
    { 'public/_headers': '‸x', 'public/_redirects': '‸x', 'public/keeper.js': '‸x' },
    words('The build').replace('Rename, move or delete this file.', headersHint),
    words('The build').replace('Rename, move or delete this file.', redirectsHint),
    words('The build'),
  ));

test('files of public/ in a folder whose files browsers keep for good are named', () =>
  expectProblems(
    { 'public/pagefind/a.js': '‸x', 'public/pictures/team.png': '‸GIF89a', 'public/images/team.png': 'GIF89a' },
    'hidden-page  The build fills the folder pagefind/ itself, and browsers may keep for good what comes from there. Move this file to another folder of public/.',
    'hidden-page  The build fills the folder pictures/ itself, and browsers may keep for good what comes from there. Move this file to another folder of public/.',
  ));

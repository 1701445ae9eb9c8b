import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const words = (maker: string) =>
  `hidden-page  ${maker} makes what stands at this address, and readers would get only one of the two. Rename, move or delete this file.`;

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

import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('an old address of two articles is named at the second one', () =>
  expectProblems(
    {
      'content/posts/a.md': post('Text.\n', 'aliases:\n  - /blog/one/\n'),
      'content/posts/b.md': post('Text.\n', 'aliases:\n  - /blog/two/\n  - ‸/blog/one\n'),
    },
    'alias-clash  The old address /blog/one is already one of content/posts/a.md. Leave it out here, or there if it belongs here.',
  ));

test('an old address that is a page of the site is named', () =>
  expectProblems(
    { 'content/posts/a.md': post('Text.\n', 'aliases: [‸/posts/first/]\n') },
    'alias-clash  The old address /posts/first/ is one that the site has itself, so nobody would be led on from it. Leave it out.',
  ));

test('an old address that is a file of the site is named', () =>
  expectProblems(
    { 'content/redirects.yaml': '‸/icon.svg: /posts/first/\n' },
    'alias-clash  The old address /icon.svg is one that the site has itself, so nobody would be led on from it. Leave it out.',
  ));

test('an article and the list of other old addresses cannot have the same', () =>
  expectProblems(
    {
      'content/posts/a.md': post('Text.\n', 'aliases: [/archive/]\n'),
      'content/redirects.yaml': '/blog/: /posts/\n‸/archive/: /posts/\n',
    },
    'alias-clash  The old address /archive/ is already one of content/posts/a.md. Leave it out here, or there if it belongs here.',
  ));

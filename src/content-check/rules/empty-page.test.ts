import { test } from 'vitest';
import { expectProblems, expectRemarks, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

test('an article and a guide without a text are named where it would begin', () =>
  expectProblems(
    {
      'content/docs/empty.mdx': `---\ntitle: T\ndescription: D\nchecked: '2026-11-24'\n---\n‸\n{/* Later. */}\n`,
      'content/posts/a.md': post('‸\n \n<!-- Later. -->\n'),
    },
    'empty-page  The page has no text, and readers would find it empty. Write it here, or delete the file until you do.',
    'empty-page  The page has no text, and readers would find it empty. Write it here, or add `draft: true` until you do.',
  ));

test('a draft has its text still to come, and an article may be about a page elsewhere', () =>
  expectProblems({
    'content/posts/a.md': post('', 'draft: true\n'),
    'content/posts/b.md': post('', 'external: https://example.org/page\n'),
  }));

test('a picture or a block of code is text enough', () =>
  expectProblems({
    'content/posts/a.md': post('![An icon](/icon.svg)\n'),
    'content/posts/b.md': post('```sh\ndf -i\n```\n'),
  }));

test('what an import brought without a text is only worth a look', () =>
  expectRemarks(
    { ...importRecord, 'content/posts/a.md': post('‸') },
    'empty-page  The page has no text, and readers would find it empty. Write it here, or add `draft: true` until you do.',
  ));

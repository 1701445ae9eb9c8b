import { test } from 'vitest';
import { expectProblems, knownError, post } from '../../../tests/fixtures/content-tree.ts';

test('a discussion without a snapshot is named, whether by number or by address', () =>
  expectProblems(
    {
      'content/errors/no-space.mdx': knownError({ discussion: '‸8' }),
      'content/posts/a.md': post('', 'discussion: ‸https://github.com/owner/name/discussions/71\n'),
      'content/posts/b.md': post('', 'discussion: https://github.com/owner/name/discussions/7\n'),
    },
    'unknown-discussion  There is no discussion `8`. Write `7`.',
    'unknown-discussion  There is no discussion `71`. Write `7`.',
  ));

test('a site without any snapshot is complete until a page names one', () =>
  expectProblems(
    { 'content/discussions/7.json': undefined, 'content/posts/a.md': post('', 'discussion: ‸7\n') },
    'unknown-discussion  There is no discussion `7`. Fetch its snapshot into content/discussions/, or leave the key out.',
  ));

import { test } from 'vitest';
import { site } from '../../site.config.ts';
import { expectProblems, knownError, post } from '../../../tests/fixtures/content-tree.ts';

test('a discussion without a snapshot is named, whether by number or by address', () =>
  expectProblems(
    {
      'content/errors/no-space.mdx': knownError({ discussion: '‸8' }),
      'content/posts/a.md': post('Text.\n', `discussion: ‸https://github.com/${site.repository}/discussions/71\n`),
      'content/posts/b.md': post('Text.\n', `discussion: https://github.com/${site.repository}/discussions/7\n`),
      'content/posts/c.md': post('Text.\n', 'discussion: https://github.com/owner/name/discussions/70\n'),
      'content/posts/d.md': post('Text.\n', 'discussion: { url: https://forum.example/t/9, label: the forum }\n'),
    },
    'unknown-discussion  There is no snapshot of discussion `8`. Fetch it with npm run discussions sync 8, correct the number, or leave the key out.',
    'unknown-discussion  There is no snapshot of discussion `71`. Fetch it with npm run discussions sync 71, correct the number, or leave the key out.',
  ));

test('a site without any snapshot is complete until a page names one', () =>
  expectProblems(
    { 'content/discussions/7.json': undefined, 'content/posts/a.md': post('Text.\n', 'discussion: ‸7\n') },
    'unknown-discussion  There is no snapshot of discussion `7`. Fetch it with npm run discussions sync 7, correct the number, or leave the key out.',
  ));

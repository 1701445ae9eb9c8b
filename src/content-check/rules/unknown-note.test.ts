import { test } from 'vitest';
import { expectProblems, expectWarnings, post } from '../../../tests/fixtures/content-tree.ts';

test('a note of another system, and one with a title behind its mark, are named, since readers see the mark', () =>
  expectWarnings(
    {
      'content/posts/a.md': post('> ‸[!INFO]\n> Text.\n\n- > ‸[!wraning]\n  > Text.\n\n> ‸[!NOTE] A title\n> Text.\n'),
    },
    '2026-11-25',
    'unknown-note  No note is called `INFO`, so readers see the mark. Write `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`.',
    'unknown-note  No note is called `wraning`, so readers see the mark. Write `[!WARNING]`.',
    'unknown-note  The mark `[!NOTE]` has words behind it, so readers see it. Put the words into the next line, after `> `.',
  ));

test('known notes, other brackets and what stands outside a quote are fine', () =>
  expectProblems({
    'content/posts/a.md': post(
      '> [!note]\n> Text.\n\n> [!TIP]  \nLazy.\n\n> [1] says\n\n[!INFO]\n\n```\n> [!INFO]\n```\n',
    ),
  }));

import { test } from 'vitest';
import { expectWarnings, knownError, post } from '../../../tests/fixtures/content-tree.ts';

const entry = (changes: string): string => `- source: https://source.io/x
  archived: https://web.archive.org/web/2025/https://source.io/x
${changes}`;

const words =
  'gone-source  https://source.io/x has not answered since 2026-11-20 (404). Find where it is now, or lead to the copy: https://web.archive.org/web/2025/https://source.io/x';

test('each place that leads to a source that is gone is named, in prose and in data, whatever part of it is meant', () =>
  expectWarnings(
    {
      'content/gone-sources.yaml': entry("  answer: '404'\n  state: gone\n  since: '2026-11-20'\n"),
      'content/posts/a.md': post('See [x](‸https://source.io/x#part).[^1]\n\n[^1]: ‸<https://source.io/x>\n'),
      'content/errors/a.mdx': knownError({ sources: '[‸https://source.io/x, https://source.io/y]' }),
    },
    '2026-11-26',
    words,
    words,
    words,
  ));

test('a source that has said nothing for some days is not spoken of', () =>
  expectWarnings(
    {
      'content/gone-sources.yaml': entry("  answer: '500'\n  state: silent\n  since: '2026-11-20'\n"),
      'content/posts/a.md': post('See [x](https://source.io/x).\n'),
    },
    '2026-11-26',
  ));

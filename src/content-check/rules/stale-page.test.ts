import { test } from 'vitest';
import { expectWarnings, knownError, post } from '../../../tests/fixtures/content-tree.ts';

const lastRead = "'2025-05-24'";

test('an article and an error page that were read more than 18 months ago are named at that day', () => {
  const words =
    'stale-page  The page was last checked on 2025-05-24, more than 18 months ago. Read its source again, correct what has changed, and set `checked` to that day.';
  return expectWarnings(
    {
      'content/errors/a.mdx': knownError({ checked: `‸${lastRead}` }),
      'content/posts/a.md': post('Text.\n', `checked: ‸${lastRead}\n`),
    },
    '2026-11-25',
    words,
    words,
  );
});

test('a page that was read 18 months ago to the day is fresh, and so is one that never says', () =>
  expectWarnings(
    { 'content/posts/a.md': post('Text.\n', `checked: ${lastRead}\n`), 'content/posts/b.md': post('Text.\n') },
    '2026-11-24',
  ));

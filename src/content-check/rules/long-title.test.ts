import { test } from 'vitest';
import { expectRemarks, expectWarnings, importRecord, knownError, post } from '../../../tests/fixtures/content-tree.ts';

const words = (length: number, most: number) =>
  `long-title  The title has ${length} characters, and a search result shows about ${most}. Shorten it by ${length - most}, and put what tells the page from others first.`;
const article = (title: string) => `---\ntitle: ${title}\ndate: 2014-07-24\n---\nText.\n`;

test('the title of an article that is cut in a list of results is named where it begins', () =>
  expectRemarks(
    {
      'content/posts/a.md': article(`‸${'a'.repeat(61)}`),
      'content/posts/b.md': article(`"‸${'b'.repeat(62)}"`).replace('"‸', '‸"'),
    },
    words(61, 60),
    words(62, 60),
  ));

/** The message of the error, and as much after it as makes the title so long. */
const titleOf = (length: number) => 'No space left on device, for '.padEnd(length, String(length));

test('an error has room for its message', () =>
  expectRemarks(
    {
      'content/errors/a.mdx': knownError({ title: titleOf(90) }),
      'content/errors/b.mdx': knownError({ title: `‸${titleOf(91)}` }),
    },
    words(91, 90),
  ));

test('an imported article only gets a warning', () =>
  expectWarnings(
    { ...importRecord, 'content/posts/a.md': post('Text.\n').replace(/title: .*/, `title: ‸${'a'.repeat(61)}`) },
    '2026-11-25',
    words(61, 60),
  ));

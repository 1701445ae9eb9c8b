import { test } from 'vitest';
import { expectRemarks, expectWarnings, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const words = (link: string) =>
  `vague-link  "${link}" does not say where the link leads. Link the words that name the page: "see [how copy-up works](…)".`;

test('a link that is called by its place in the sentence is named, whatever its dress', () =>
  expectRemarks(
    {
      'content/posts/a.md': post(
        'A ‸[here](/drivers/), ‸[**Click here**!](/drivers/) and ‸<a href="/drivers/">this\npage</a>.\n',
      ),
      'content/posts/b.mdx': post('A ‸<a href="/drivers/">*More* …</a>.\n'),
    },
    words('here'),
    words('Click here!'),
    words('this page'),
    words('More …'),
  ));

test('a link that names its page may hold such words', () =>
  expectRemarks({
    'content/posts/a.md': post(
      '[what is new here](/drivers/), [more on drivers](/drivers/), <https://example.org/here>\n',
    ),
  }));

test('a label says more than what is seen', () =>
  expectRemarks({ 'content/posts/a.md': post('<a href="/drivers/" aria-label="All drivers">more</a>\n') }));

test('an imported article only gets a warning', () =>
  expectWarnings({ ...importRecord, 'content/posts/a.md': post('‸[here](/drivers/)\n') }, '2026-11-25', words('here')));

import { test } from 'vitest';
import { expectProblems, expectWarnings, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const words = 'empty-link  The link has no words. Say where it leads, or remove it.';

test('links without words are named, in Markdown and in HTML', () =>
  expectProblems(
    {
      'content/posts/a.md': post(
        'A ‸[](/drivers/), ‸[ ][b] and ‸<a href="/drivers/"></a>.\n\n‸<a href="/drivers/"><img src="/icon.svg" alt=""></a>\n\n[b]: /drivers/\n',
      ),
      'content/posts/b.mdx': post('A ‸<a href="/drivers/">{/* later */}</a>.\n'),
    },
    ...Array<string>(5).fill(words),
  ));

test('pictures, labels and values that are not known yet are words', () =>
  expectProblems({
    'content/posts/a.md': post(
      '[![Disk](/icon.svg)](/drivers/) <a href="/drivers/" aria-label="Drivers"></a> <a id="old"></a>\n',
    ),
    'content/posts/b.mdx': post(
      '<a href="/drivers/"><img src="/icon.svg" alt="Disk" /></a> <a href="/drivers/">{1 + 1}</a> <a href="/drivers/"><Pulled /></a>\n',
    ),
  }));

test('a link whose address was forgotten is named', () =>
  expectProblems(
    { 'content/posts/a.md': post('See [how copy-up works](‸) and <a href="‸">the pool</a>.\n') },
    ...Array<string>(2).fill(
      'empty-link  The link has no address. Write one, such as `/docs/`, or leave only the words.',
    ),
  ));

test('a link whose address is code is named', () =>
  expectProblems(
    {
      'content/posts/a.md': post('Go [back](‸javascript:history.back()) or <a href="‸JavaScript:print()">print</a>.\n'),
    },
    "empty-link  This link does nothing: the site's security policy runs no code in addresses (`javascript:`). Write the address of a page, or leave only the words.",
    "empty-link  This link does nothing: the site's security policy runs no code in addresses (`JavaScript:`). Write the address of a page, or leave only the words.",
  ));

test('an imported article only gets a warning', () =>
  expectWarnings({ ...importRecord, 'content/posts/a.md': post('‸[](/drivers/)\n') }, '2026-11-25', words));

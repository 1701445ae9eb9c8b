import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('a footnote without a text is named where it should lead there, with the one that was meant', () =>
  expectProblems(
    { 'content/posts/a.md': post('One.[^moby] Two.‸[^mobi] Three.‸[^kernel]\n\n[^moby]: A source.\n') },
    'loose-note  There is no footnote `mobi`, so readers see `[^mobi]`. Write `[^moby]`.',
    'loose-note  There is no footnote `kernel`, so readers see `[^kernel]`. Add its text at the end, as in `[^kernel]: [A page](https://example.org/)`, or put it into backticks if it is none.',
  ));

test('a footnote to which nothing leads is named at its text', () =>
  expectProblems(
    { 'content/posts/a.mdx': post('One.[^moby]\n\n[^moby]: A source.\n\n‸[^old]: Another source.\n') },
    'loose-note  Nothing leads to the footnote `old`, so no reader sees it. Write `[^old]` behind what it is about, or delete it.',
  ));

test('what looks like one in code, or is written with a backslash, is none, and capitals make no difference', () =>
  expectProblems({
    'content/posts/a.md': post('`grep [^a]` and \\[^b] and one.[^Moby]\n\n```text\n[^c]\n```\n\n[^moby]: A source.\n'),
  }));

test('a second text of a footnote is named, since the first one is shown', () =>
  expectProblems(
    { 'content/posts/a.md': post('One.[^moby]\n\n[^moby]: A source.\n\n‸[^Moby]: Another source.\n') },
    'loose-note  The footnote `Moby` has a text already, so no reader sees this one. Give it a name of its own, or delete it.',
  ));

test('a footnote that says nothing is named', () =>
  expectProblems(
    { 'content/posts/a.md': post('One.[^moby] Two.[^a]\n\n‸[^moby]:\n\n[^a]: A source.\n') },
    'loose-note  The footnote `moby` says nothing. Write its source behind the colon, or delete it and what leads to it.',
  ));

test('a link by a name without an address is named, and brackets that belong to a word or to code are none', () =>
  expectProblems(
    {
      'content/posts/a.md': post(
        'See ‸[how it works][moby] and ‸[moby][].\n\n[a][known] and list[0][1], \\[b][c], [d] and `[e][f]`.\n\n[known]: /drivers/\n',
      ),
    },
    ...Array<string>(2).fill(
      'loose-note  Nothing says where `[moby]` leads, so readers see the brackets. Write the address, as in `[words](/docs/)`, or a line `[moby]: /docs/`.',
    ),
  ));

test('a name of a link that has another address already is named', () =>
  expectProblems(
    { 'content/posts/a.md': post('[A][a] and [b].\n\n[a]: /drivers/\n‸[A]: /docs/\n[b]: /docs/\n[b]: /docs/\n') },
    'loose-note  The name `[A]` leads to another address above, so nothing leads to this one. Give it a name of its own, or delete it.',
  ));

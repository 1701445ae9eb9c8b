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

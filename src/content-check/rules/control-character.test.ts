import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('colours of a terminal are named at the first one, with their number', () =>
  expectProblems(
    { 'content/posts/a.md': post('```text\n‸\u001B[31mfull\u001B[0m\n```\n') },
    "control-character  Here is the control character U+001B, the first of 2 in this file, which pages can't show. Delete it, and the rest of its colour code such as `[31m` if a terminal printed it.",
  ));

test('a lone one is named too', () =>
  expectProblems(
    { 'content/posts/a.md': post('It said ‸\u0000 here.\n') },
    "control-character  Here is the control character U+0000, which pages can't show. Delete it, and the rest of its colour code such as `[31m` if a terminal printed it.",
  ));

test('tabs and the line ends of any system are none', () =>
  expectProblems({ 'content/posts/a.md': post('One\ttab.\r\nTwo lines.\n') }));

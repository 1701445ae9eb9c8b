import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const hint = 'Rename the file to words with hyphens, such as `disk-full.md`.';

test('a name that an address would cut off is refused', () =>
  expectProblems(
    { 'content/posts/c#.md': `‸${post('')}`, 'content/posts/why?.md': `‸${post('')}` },
    `file-name  An address ends at \`#\`, so this file would be lost. ${hint}`,
    `file-name  An address ends at \`?\`, so this file would be lost. ${hint}`,
  ));

test('a name without letter or digit is refused', () =>
  expectProblems(
    { 'content/posts/%.md': `‸${post('')}` },
    `file-name  No letter or digit of the name is left for an address. ${hint}`,
  ));

test('blanks, capitals and letters of any script may stand in a name', () =>
  expectProblems({ 'content/posts/Pool voll ü.md': post(''), 'content/posts/磁盘.md': post('') }));

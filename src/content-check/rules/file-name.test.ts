import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const hint = 'Rename the file to words with hyphens, such as `disk-full.md`.';

test('a name that an address would cut off is refused', () =>
  expectProblems(
    { 'content/posts/c#.md': `‸${post('Text.\n')}`, 'content/posts/why?.md': `‸${post('Text.\n')}` },
    `file-name  An address ends at \`#\`, so this file would be lost. ${hint}`,
    `file-name  An address ends at \`?\`, so this file would be lost. ${hint}`,
  ));

test('a name without letter or digit is refused', () =>
  expectProblems(
    { 'content/posts/%.md': `‸${post('Text.\n')}` },
    `file-name  No letter or digit of the name is left for an address. ${hint}`,
  ));

test('blanks, capitals and letters of any script may stand in a name', () =>
  expectProblems({ 'content/posts/Pool voll ü.md': post('Text.\n'), 'content/posts/磁盘.md': post('Text.\n') }));

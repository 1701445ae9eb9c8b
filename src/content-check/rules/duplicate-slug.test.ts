import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('two files with one name and two endings are one address', () =>
  expectProblems(
    { 'content/posts/a.md': post('Text.\n'), 'content/posts/a.mdx': `‸${post('Text.\n')}` },
    'duplicate-slug  This file and content/posts/a.md have the same id `a`, so one would replace the other. Rename one of them.',
  ));

test('two files whose names differ in capitals are one address', () =>
  expectProblems(
    { 'content/posts/Mind.md': post('Text.\n'), 'content/posts/mind.md': `‸${post('Text.\n')}` },
    'duplicate-slug  This file and content/posts/Mind.md have the same id `mind`, so one would replace the other. Rename one of them.',
  ));

test('files of two collections may have one name', () => expectProblems({ 'content/posts/find.md': post('Text.\n') }));

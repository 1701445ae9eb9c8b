import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('a heading with the anchor of another one is named, and one that only has its words gets an anchor by itself', () =>
  expectProblems(
    { 'content/posts/a.md': post('## One [#way]\n\n### Way\n\n‸## Two [#way]\n\n## Three\n\n### Three\n') },
    'duplicate-anchor  The heading in line 5 has the anchor `#way` already, and links lead there. Give this one another anchor.',
  ));

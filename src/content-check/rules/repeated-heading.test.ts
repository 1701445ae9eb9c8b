import { test } from 'vitest';
import { expectRemarks, expectWarnings, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const words = (anchor: string) =>
  `repeated-heading  This heading stands in line 5 already, under the same one, so its anchor \`#${anchor}\` counts them. Give it other words, or an anchor of its own at its end: \`## A b [#my-anchor]\`.`;

test('each further heading of the same words under one heading is named', () =>
  expectRemarks(
    { 'content/posts/a.md': post('## A *b*\n\n### C\n\n‸## A b\n\n### C\n\n‸## A b\n') },
    words('a-b-1'),
    words('a-b-2'),
  ));

test('the same words under different headings are fine', () =>
  expectRemarks({ 'content/posts/a.md': post('## A\n\n### C\n\n## B\n\n### C\n') }));

test('an anchor of its own makes them different', () =>
  expectRemarks({ 'content/posts/a.md': post('## A\n\n## A [#other-a]\n\n## B 1\n\n## B 1 [#b-one]\n') }));

test('an imported article only gets a warning', () =>
  expectWarnings({ ...importRecord, 'content/posts/a.md': post('## A b\n\n‸## A b\n') }, '2026-11-25', words('a-b-1')));

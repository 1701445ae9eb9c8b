import { test } from 'vitest';
import { expectRemarks, expectWarnings, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

test.each([
  ['a body that begins too deep', '‸### A', 'The first heading is of level 3. Write `## A`.'],
  ['a level left out', '## A\n\n‸#### B\n\n#### C', 'A heading of level 4 follows one of level 2. Write `### B`.'],
  [
    'a second title',
    '‸# A *b*\n\n## C',
    'The heading is of the first level, which is for the title of the page. Write `## A b`.',
  ],
  [
    'an underlined title',
    '‸A\n=\n',
    'The heading is of the first level, which is for the title of the page. Write `## A`.',
  ],
  ['a tag', '## A\n\n<div>\n  ‸<h5>B</h5>\n</div>', 'A heading of level 5 follows one of level 2. Write `<h3>`.'],
  ['a heading in a quote', '## A\n\n> ‸#### B', 'A heading of level 4 follows one of level 2. Write `### B`.'],
])('%s is named where it stands, in Markdown and in MDX', async (_, body, words) => {
  await expectRemarks({ 'content/posts/a.md': post(`${body}\n`) }, `heading-level  ${words}`);
  await expectRemarks({ 'content/posts/a.mdx': post(`${body}\n`) }, `heading-level  ${words}`);
});

test('levels may go down by any number, and footnotes need no heading of their own', () =>
  expectRemarks({ 'content/posts/a.md': post('## A\n\n### B\n\n#### C\n\n## D\n\nE[^e]\n\n[^e]: F\n') }));

test('a comment of a script is no title', () =>
  expectRemarks({ 'content/posts/a.md': post('```sh\n# comment\n```\n') }));

test('an imported article only gets a warning, and keeps being built', () =>
  expectWarnings(
    { ...importRecord, 'content/posts/a.md': post('‸### A\n') },
    '2026-11-25',
    'heading-level  The first heading is of level 3. Write `## A`.',
  ));

test('an article that keeps values of an old site counts as imported', () =>
  expectWarnings(
    { 'content/posts/a.md': post('‸### A\n', 'legacy: { footer: true }\n') },
    '2026-11-25',
    'heading-level  The first heading is of level 3. Write `## A`.',
  ));

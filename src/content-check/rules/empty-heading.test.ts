import { test } from 'vitest';
import { expectProblems, expectWarnings, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const words = 'empty-heading  The heading has no words. Say what stands below it, or remove it.';

test.each(['##', '## ##', '## <span id="a"></span>', '## <img src="/icon.svg" alt="">'])('%j is named', (heading) =>
  expectProblems({ 'content/posts/a.md': post(`‸${heading}\n`) }, words),
);

test('a heading that is a picture with words, or a component, has words', () =>
  expectProblems({
    'content/posts/a.md': post('## ![A disk](/icon.svg)\n'),
    'content/posts/b.mdx': post('## <Pulled />\n\n## {1 + 1}\n'),
  }));

test('a heading that holds a comment only has none', () =>
  expectProblems({ 'content/posts/b.mdx': post('‸## {/* later */}\n') }, words));

test('an imported article only gets a warning', () =>
  expectWarnings({ ...importRecord, 'content/posts/a.md': post('‸##\n') }, '2026-11-25', words));

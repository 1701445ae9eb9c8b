import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test.each([
  [
    'an anchor on the same page',
    'content/posts/a.md',
    '## The cause\n\n[a](‸#cause)',
    'This page has no heading `#cause`. Write `#the-cause`.',
  ],
  [
    'an anchor on another page',
    'content/posts/a.md',
    '[a](/docs/find/‸#ask)',
    '`/docs/find/` has no heading `#ask`. Write `/docs/find/#ask-it`.',
  ],
  [
    "an anchor that names a driver's fact",
    'content/posts/a.mdx',
    '[a](/drivers/docker-overlay2/‸#copyup)',
    '`/drivers/docker-overlay2/` has no heading `#copyup`. Write `/drivers/docker-overlay2/#copy_up`.',
  ],
  [
    'an anchor that names a driver',
    'content/posts/a.mdx',
    '[a](/drivers/‸#docker-overlay2)',
    '`/drivers/` has no heading `#docker-overlay2`. Write `/drivers/#main` or `/drivers/#compare`.',
  ],
  [
    'an anchor on a page without headings',
    'content/posts/a.md',
    '[a](/search/?q=a‸#results)',
    '`/search/` has no heading `#results`. Write `/search/#main`.',
  ],
])('%s is named at its `#`', (_, path, body, words) =>
  expectProblems({ [path]: post(`${body}\n`) }, `broken-anchor  ${words}`),
);

test.each([
  ['a heading', '## Das Öffnen: `docker info`\n\n[a](#das-öffnen-docker-info)'],
  ['a heading whose anchor is percent-encoded', '## Öl\n\n[a](#%C3%B6l)'],
  ['the second of two equal headings', '## A\n\n### C\n\n## B\n\n### C\n\n[a](#c-1)'],
  ['a heading in italics with a link', '## *One* [two](/drivers/)\n\n[a](#one-two)'],
  ['a heading that is underlined', 'Title\n-----\n\n[a](#title)'],
  ['a heading with an id of its own', '## Long words [#short]\n\n[a](#short)'],
  ['a footnote', 'Word[^n].\n\n[a](#user-content-fn-n)\n\n[^n]: Note.'],
  ['a fact of a driver', '[a](/drivers/docker-aufs/#copy_up) [b](/drivers/docker-overlay2/#max_layers)'],
  ['the comparison', '[a](/drivers/?drivers=docker-aufs,docker-overlay2#compare)'],
  ['the table of the chooser', '[a](/drivers/choose/#table)'],
  ['the frame of the page and its top', '[a](#main) [b](#top)'],
])('%s is found', (_, body) =>
  expectProblems({ 'content/posts/a.md': post(`${body}\n`), 'content/posts/b.mdx': post(`${body}\n`) }),
);

test('an id in HTML and one in JSX are found', () =>
  expectProblems({
    'content/posts/a.md': post('<p id="here">Text</p>\n\n[a](#here)\n'),
    'content/posts/b.mdx': post('<div id="there">Text</div>\n\n[a](#there)\n'),
  }));

test('what looks like a heading in a block of code is none', () =>
  expectProblems(
    { 'content/posts/a.md': post('```md\n## Here\n```\n\n[a](‸#here)\n') },
    'broken-anchor  This page has no heading `#here`. Write `#main`.',
  ));

test('nothing is said about the anchors of a page that can not be parsed', () =>
  expectProblems(
    { 'content/posts/a.md': post('[a](/posts/b/#x)\n'), 'content/posts/b.mdx': post('A {b + ‸} c\n') },
    'mdx-syntax  What stands in braces or after `import` is not JavaScript: unexpected token. Correct it, or write `\\{` if you mean the brace itself.',
  ));

test('nothing is said about the facts of a driver while the list of facts can not be read', () =>
  expectProblems(
    { 'content/facts.yaml': '‸\tkey: x\n', 'content/posts/a.md': post('[a](/drivers/docker-aufs/#copy_up)\n') },
    'yaml-syntax  A tab indents this line, and YAML allows none. Write two spaces for each level.',
  ));

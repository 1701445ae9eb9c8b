import { test } from 'vitest';
import { expectRemarks, expectWarnings, importRecord, knownError, post } from '../../../tests/fixtures/content-tree.ts';

const article = (title: string) => `---\ntitle: ${title}\ndate: 2014-07-24\n---\nText.\n`;
const hint = 'Say in the title what only this page is about.';

test('the second page of a kind with one title is named at its title, whatever its capitals and blanks', () =>
  expectRemarks(
    { 'content/posts/a.md': article('The pool'), 'content/posts/b.md': article('‸the  Pool') },
    `duplicate-title  content/posts/a.md has the same title. ${hint}`,
  ));

test('an article and an error may share a title, and so may an article and what stands in its text', () =>
  expectRemarks({
    'content/posts/a.md': article('The pool'),
    'content/errors/a.mdx': knownError({ title: 'The pool', messages: '[the pool is full]' }),
    'content/posts/b.md': post('## The pool\n'),
  }));

test('an imported article only gets a warning', () =>
  expectWarnings(
    { ...importRecord, 'content/posts/A1.md': article('The pool'), 'content/posts/a.md': article('‸The pool') },
    '2026-11-25',
    `duplicate-title  content/posts/A1.md has the same title. ${hint}`,
  ));

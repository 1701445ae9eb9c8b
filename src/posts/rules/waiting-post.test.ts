import { test } from 'vitest';
import { expectProblems, expectWarnings, post } from '../../../tests/fixtures/content-tree.ts';

const hint = 'Build the site after that moment, since nothing comes out by itself.';
const on = (date: string, keys = '') => post('Text.\n', keys).replace('2014-07-24', date);

test('the article that comes out next is named at its date, with the number of all that wait', () =>
  expectWarnings(
    {
      'content/posts/a.md': on('2026-12-24'),
      'content/posts/b.md': on('‸2026-12-01 09:30:00 +0100'),
      'content/posts/c.md': on('2027-01-01'),
    },
    '2026-11-25',
    `waiting-post  3 articles wait, this one first, until 2026-12-01 08:30 UTC. ${hint}`,
  ));

test('a single one waits alone', () =>
  expectWarnings(
    { 'content/posts/a.md': on('‸2026-11-26') },
    '2026-11-25',
    `waiting-post  1 article waits, until 2026-11-26 00:00 UTC. ${hint}`,
  ));

test('drafts and articles of today do not wait', () =>
  expectProblems({ 'content/posts/a.md': on('2027-01-01', 'draft: true\n'), 'content/posts/b.md': on('2026-11-25') }));

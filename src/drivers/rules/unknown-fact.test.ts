import { test } from 'vitest';
import { expectProblems, driver, fact, post } from '../../../tests/fixtures/content-tree.ts';

test('a fact that nobody has defined is named at its key in a driver and at its word in an attribute', () =>
  expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver(
        'aufs',
        fact('copy_up', 'file') + fact('max_layers', '125') + fact('‸copyup', 'file'),
      ).replace('org/‸copyup', 'org/copyup'),
      'content/posts/a.mdx': post('<Compare drivers="docker-aufs" facts="copy_up ‸max_layer" />\n'),
    },
    'unknown-fact  There is no fact key `copyup`. Write `copy_up`.',
    'unknown-fact  There is no fact key `max_layer`. Write `max_layers`.',
  ));

test('nothing is said about fact keys while their own file can not be read', () =>
  expectProblems({ 'content/facts.yaml': '‸' }, 'empty-file  The file is empty. Fill it or delete it.'));

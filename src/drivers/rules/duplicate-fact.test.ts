import { test } from 'vitest';
import { driver, expectProblems, factKey, knownError } from '../../../tests/fixtures/content-tree.ts';

test('a fact key that is defined twice is named at its second definition', () =>
  expectProblems(
    {
      'content/facts.yaml': factKey('copy_up', 'text') + factKey('max_layers', 'text') + factKey('‸copy_up', 'text'),
      'content/drivers/docker-aufs.yaml': undefined,
      'content/drivers/docker-overlay2.yaml': undefined,
      'content/drivers/docker-vfs.yaml': driver(
        'vfs',
        "  copy_up: &fact { value: x, source: 'https://example.org/x', checked: '2026-11-24', confidence: verified }\n  max_layers: *fact\n",
      ),
      'content/errors/no-space.mdx': knownError({ drivers: '[]' }),
    },
    'duplicate-fact  The fact key `copy_up` is defined a second time. Rename one of the two.',
  ));

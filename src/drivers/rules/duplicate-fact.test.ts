import { test } from 'vitest';
import { expectProblems, knownError } from '../../../tests/fixtures/content-tree.ts';

test('a fact key that is defined twice is named at its second definition', () => {
  const key = (name: string) =>
    `- key: ${name}\n  label: L\n  question: Q?\n  type: text\n  group: G\n  compare: true\n`;
  return expectProblems(
    {
      'content/facts.yaml': key('copy_up') + key('max_layers') + key('‸copy_up'),
      'content/drivers/docker-aufs.yaml': undefined,
      'content/drivers/docker-overlay2.yaml': undefined,
      'content/drivers/docker-vfs.yaml':
        "name: vfs\nengine: docker\ntitle: V\nsummary: S\nfacts:\n  copy_up: &fact { value: x, source: 'https://example.org/', checked: '2026-11-24', confidence: verified }\n  max_layers: *fact\n",
      'content/errors/no-space.mdx': knownError({ drivers: '[]' }),
    },
    'duplicate-fact  The fact key `copy_up` is defined a second time. Rename one of the two.',
  );
});

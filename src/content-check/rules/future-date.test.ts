import { test } from 'vitest';
import { driver, expectWarnings, fact, post } from '../../../tests/fixtures/content-tree.ts';

const words = (key: string, day: string) =>
  `future-date  \`${key}\` is ${day}, which is still to come. Write the day on which it was done.`;

test('a check or an update that is still to come is named, in prose and in facts', () =>
  expectWarnings(
    {
      'content/posts/a.md': post('Text.\n', 'updated: ‸2027-11-24\n'),
      'content/docs/find.md':
        "---\ntitle: Find\ndescription: Find.\nchecked: ‸'2062-11-24'\n---\n## Ask it\n\nAsk it.\n",
      'content/drivers/docker-aufs.yaml': driver(
        'aufs',
        fact('copy_up', 'file').replace("'2026-11-24'", "‸'2027-11-24'") + fact('max_layers', '125'),
      ),
    },
    '2026-11-25',
    words('checked', '2062-11-24'),
    words('checked', '2027-11-24'),
    words('updated', '2027-11-24'),
  ));

test('tomorrow has begun somewhere, and an article may be dated ahead', () =>
  expectWarnings(
    { 'content/posts/a.md': post('Text.\n', 'updated: 2026-11-26\nchecked: 2026-11-26\n') },
    '2026-11-25',
  ));

import { test } from 'vitest';
import { driver, expectProblems, knownError } from '../../../tests/fixtures/content-tree.ts';

const article = (description: string) => `---\ntitle: A\ndescription: ${description}\ndate: 2014-07-24\n---\nText.\n`;

test('a description that is true for a while only is named where the word stands', () =>
  expectProblems(
    {
      'content/posts/a.md': article('How it ‸currently works.'),
      'content/errors/b.mdx': knownError({ means: 'The driver is ‸deprecated.' }),
    },
    'ageing-word  “deprecated” is not true for long, and nobody comes back to correct `means`. Name the release since which it is so, or leave it to the fact `status`.',
    'ageing-word  “currently” is not true for long, and nobody comes back to correct `description`. Name the release or the year, or leave the word out.',
  ));

test('a status with its release is fine, and so is what a message says', () =>
  expectProblems({
    'content/posts/a.md': article('Docker 18.09 called it deprecated. Then "this is experimental" was gone.'),
    'content/drivers/docker-aufs.yaml': driver('aufs').replace('A driver.', 'Legacy since 29.0.0.'),
  }));

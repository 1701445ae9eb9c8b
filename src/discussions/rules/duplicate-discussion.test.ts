import { test } from 'vitest';
import { site } from '../../site.config.ts';
import { driver, expectProblems, knownError, post } from '../../../tests/fixtures/content-tree.ts';

const hint =
  'Write the number of another one, or leave the key out: the page then asks to start one. To merge two pages, keep the key on one and link to it from the other.';

test('a thread on a second page is named there, whatever kinds of pages they are and however they name it', () =>
  expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver('aufs', undefined, 'discussion: 7\n'),
      'content/errors/no-space.mdx': knownError({ discussion: '‸7' }),
      'content/posts/a.md': post('Text.\n', `discussion: ‸https://github.com/${site.repository}/discussions/7#top\n`),
    },
    `duplicate-discussion  Discussion 7 is already the one of content/drivers/docker-aufs.yaml. ${hint}`,
    `duplicate-discussion  Discussion 7 is already the one of content/drivers/docker-aufs.yaml. ${hint}`,
  ));

test('many pages may lead to one other place', () => {
  const link = 'discussion: { url: https://lists.example/storage, label: the list }\n';
  return expectProblems({ 'content/posts/a.md': post('Text.\n', link), 'content/posts/b.md': post('Text.\n', link) });
});

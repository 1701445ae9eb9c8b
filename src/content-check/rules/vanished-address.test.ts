import { expect, test } from 'vitest';
import { check, post, type Files } from '../../../tests/fixtures/content-tree.ts';
import { formatProblem } from '../problem.ts';

/** What is said of a site that published the addresses of `list`, and has changed since. */
async function problems(list: string, changes: Files = {}): Promise<string[]> {
  const found = await check({ ...changes, 'content/published.yaml': list });
  return found.problems.map(formatProblem);
}

test('an article that has another name now is named, with the line that leads readers there', async () => {
  const renamed = { 'content/posts/no-space-left.md': post('Text.\n') };
  expect(await problems('/: []\n/posts/no-space-lefft/: []\n', renamed)).toEqual([
    'content/published.yaml:2:1  vanished-address  `/posts/no-space-lefft/` was published and is gone. If content/posts/no-space-left.md took its place, add `aliases: [/posts/no-space-lefft/]` to its front matter.',
  ]);
});

test('a page that is gone for good is named, with a line for the list of redirects', async () => {
  expect(await problems('/posts/quite-something-else/: []\n')).toEqual([
    'content/published.yaml:1:1  vanished-address  `/posts/quite-something-else/` was published and is gone. Add the line `/posts/quite-something-else/: /posts/` to content/redirects.yaml, with the page that readers should get instead.',
  ]);
});

test('what a program reads as a feed leads to the feed of the site, not to a page', async () => {
  expect(await problems('/tags/erofs/atom.xml: []\n')).toEqual([
    expect.stringContaining('Add the line `/tags/erofs/atom.xml: /atom.xml` to content/redirects.yaml'),
  ]);
});

test('an article that became a draft has vanished as well, and so has what only it led to', async () => {
  const draft = { 'content/posts/a.md': post('Text.\n', 'draft: true\naliases: [/blog/a/]\n') };
  expect(await problems('/posts/a/: []\n/blog/a/: []\n', draft)).toEqual([
    expect.stringContaining('published.yaml:1:1  vanished-address  `/posts/a/` was published and is gone.'),
    expect.stringContaining('published.yaml:2:1  vanished-address  `/blog/a/` was published and is gone.'),
  ]);
});

test('addresses that are there or lead on are sound', async () => {
  const list = '/: []\n/posts/first/: []\n/posts/old/: []\n/blog/: []\n/data/drivers.json: []\n/tags/docker/: []\n';
  const moved = {
    'content/posts/a.md': post('Text.\n', 'aliases: [/posts/old]\n'),
    'content/redirects.yaml': '/blog/: /posts/\n',
  };
  expect(await problems(list, moved)).toEqual([]);
});

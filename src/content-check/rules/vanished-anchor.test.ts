import { expect, test } from 'vitest';
import { check, post, type Files } from '../../../tests/fixtures/content-tree.ts';
import { formatProblem } from '../problem.ts';

/** What is said of a site that published the anchors of `list`, and has changed since. */
async function problems(list: string, changes: Files): Promise<string[]> {
  const found = await check({ ...changes, 'content/published.yaml': list });
  return found.problems.map(formatProblem);
}

test('a heading that lost its anchor is named, with the ways to give it back', async () => {
  expect(
    await problems('/posts/a/: [new-words, old-words]\n', { 'content/posts/a.md': post('## New words\n') }),
  ).toEqual([
    'content/published.yaml:1:24  vanished-anchor  `/posts/a/#old-words` was published and is gone. Write `[#old-words]` at the end of the heading in content/posts/a.md that took its place, or `<a id="old-words"></a>` before the words that readers should get.',
  ]);
});

test('a page that moved has to keep its anchors', async () => {
  const moved = { 'content/posts/a.md': post('## Kept\n', 'aliases: [/posts/old/]\n') };
  expect(await problems('/posts/old/: [kept, lost]\n', moved)).toEqual([
    expect.stringContaining(
      'published.yaml:1:21  vanished-anchor  `/posts/a/#lost` was published as `/posts/old/#lost` and is gone.',
    ),
  ]);
});

test('an anchor that no text made is named with the file behind its page', async () => {
  expect(await problems('/drivers/docker-aufs/: [copy_up, speed]\n', {})).toEqual([
    'content/published.yaml:1:34  vanished-anchor  `/drivers/docker-aufs/#speed` was published and is gone. Give the id back to what took its place: content/drivers/docker-aufs.yaml made this page.',
  ]);
});

test('headings with a name of their own and places in the text are anchors, and a redirect needs none', async () => {
  const changes = {
    'content/posts/a.md': post('## Other words [#own]\n\n<a id="place"></a>Text.\n'),
    'content/redirects.yaml': '/posts/gone/: /posts/\n',
  };
  expect(await problems('/posts/a/: [own, place]\n/posts/gone/: [anything]\n', changes)).toEqual([]);
});

import { expect, test } from 'vitest';
import { check, expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test.each(['a.md', 'a.mdx'])('what no browser shows or runs is named in %s, with what to write instead', (name) =>
  expectProblems(
    {
      [`content/posts/${name}`]: post(
        '‸<iframe src="https://films.example/1" title="A film"></iframe>\n\n‸<script src="https://cdn.example/x.js"></script>\n\n' +
          'A ‸<b style="color: red">word</b> and ‸<b onclick="go()">another</b>.\n',
      ),
    },
    "blocked-html  Browsers show nothing of this `<iframe>`: the site's security policy lets none in. Write a link to it, or show a picture of it.",
    "blocked-html  This script never runs: the site's security policy lets none of another host in. Leave it out, or put its file into public/.",
    "blocked-html  `style` has no effect here: the site's security policy lets no style in attributes in. Leave it out, or write a `class` and its rule in a `<style>` element.",
    "blocked-html  `onclick` never runs: the site's security policy lets no code in attributes in. Leave it out.",
  ),
);

test('what MDX computes is blocked all the same, and a spread says nothing', async () => {
  const { problems } = await check({
    'content/posts/a.mdx': post(
      '<b style={{ color: "red" }}>word</b>\n\n<b onClick={() => {}}>word</b>\n\n<b {...{}}>word</b>\n',
    ),
  });
  expect(problems.map(({ rule, line }) => [rule, line])).toEqual([
    ['blocked-html', 5],
    ['blocked-html', 7],
  ]);
});

test('own scripts, plain HTML and examples in code are let be', () =>
  expectProblems({
    'content/posts/a.md': post(
      '<script>1</script>\n\n<b class="x">word</b> `<iframe>`\n\n```html\n<iframe></iframe>\n```\n',
    ),
  }));

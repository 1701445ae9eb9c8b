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

test.each(['a.md', 'a.mdx'])('films and sounds of others are named in %s, and own ones play', (name) =>
  expectProblems(
    {
      [`content/posts/${name}`]: post(
        '‸<video src="https://films.example/1.mp4" controls></video>\n\n' +
          '<audio controls>‸<source src="//sounds.example/1.mp3" /></audio>\n\n' +
          '<video src="/film.webm" poster="/icon.svg" controls><track kind="captions" src="/film.vtt" /></video>\n',
      ),
      'public/film.webm': 'film',
      'public/film.vtt': 'WEBVTT\n',
    },
    "blocked-html  Browsers play nothing of this `<video>`: the site's security policy lets no film or sound of another host in. Put its file into public/, or write a link to it.",
    "blocked-html  Browsers play nothing of this `<source>`: the site's security policy lets no film or sound of another host in. Put its file into public/, or write a link to it.",
  ),
);

test('a film of the site that is not there is named', () =>
  expectProblems(
    { 'content/posts/a.md': post('<video src="‸/film.webm" controls></video>\n') },
    'broken-link  `/film.webm` leads to no page. Correct the address, or remove the link.',
  ));

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
    'public/a.js': '1',
    'content/posts/a.md': post(
      '<script src="/a.js"></script>\n\n<b class="x">word</b> `<iframe>`\n\n```html\n<iframe></iframe>\n```\n',
    ),
  }));

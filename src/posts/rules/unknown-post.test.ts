import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('a link to an article without a file is named at its id, with the nearest one', () =>
  expectProblems(
    { 'content/posts/a.md': post('[It](/posts/‸frist/) was the [first](/posts/first/).\n') },
    'unknown-post  There is no article `frist`. Write `first`.',
  ));

test('the whole address of an article on this site is such a link too', () =>
  expectProblems(
    { 'content/posts/a.md': post('https://mind-the-driver.example/posts/‸frist/\n') },
    'unknown-post  There is no article `frist`. Write `first`.',
  ));

import { test } from 'vitest';
import { expectProblems, knownError, post } from '../../../tests/fixtures/content-tree.ts';

const article = 'content/posts/a.mdx';

test.each([
  ['a path that is near to a page', '[a](‸/driver/)', '`/driver/` leads to no page. Write `/drivers/`.'],
  [
    'a path that is near to nothing',
    '[a](‸/wiki/aufs/)',
    '`/wiki/aufs/` leads to no page. Correct the address, or remove the link.',
  ],
  [
    'a page that its folder does not have',
    '[a](‸/docs/abcd/)',
    '`/docs/abcd/` leads to no page. Choose a page of `/docs/`, or remove the link.',
  ],
  ['a page of a folder with a typo', '[a](‸/docs/fnd/ "title")', '`/docs/fnd/` leads to no page. Write `/docs/find/`.'],
  ['a tag that no article has', '[a](‸/tags/docekr/)', '`/tags/docekr/` leads to no page. Write `/tags/docker/`.'],
  [
    'a missing slash, before an anchor',
    '[a](‸/docs/find#ask-it)',
    '`/docs/find#ask-it` lacks the slash at its end. Write `/docs/find/#ask-it`.',
  ],
  [
    'the file behind an address',
    '[a](‸/docs/find/index.html)',
    '`/docs/find/index.html` names the file behind an address. Write `/docs/find/`.',
  ],
  [
    'a source file in another folder',
    '[a](‸../docs/find.md#ask-it)',
    '`../docs/find.md#ask-it` names a file, and readers have pages. Write `/docs/find/#ask-it`.',
  ],
  [
    'a source file beside this one',
    '[a](‸first.md)',
    '`first.md` names a file, and readers have pages. Write `/posts/first/`.',
  ],
  ['a relative path', '[a](‸../frist/)', '`../frist/` leads to no page. Write `/posts/first/`.'],
  [
    'a host without `https:`',
    '[a](‸docs.docker.com/x)',
    '`docs.docker.com/x` leads to no page. Write `https://docs.docker.com/x`.',
  ],
  [
    'a host without a colon',
    '[a](‸https//docker.com)',
    '`https//docker.com` leads to no page. Write `https://docker.com`.',
  ],
  ['the name of a host', '[a](‸www.docker.com)', '`www.docker.com` leads to no page. Write `https://www.docker.com`.'],
  ['a mailbox', '[a](‸me@example.org)', '`me@example.org` leads to no page. Write `mailto:me@example.org`.'],
  ['a definition', 'A [word][a].\n\n[a]: ‸/driver/', '`/driver/` leads to no page. Write `/drivers/`.'],
  ['a link in angle brackets', '[a](<‸/driver/>)', '`/driver/` leads to no page. Write `/drivers/`.'],
  ['a tag of MDX', 'A <a href="‸/driver/">word</a>.', '`/driver/` leads to no page. Write `/drivers/`.'],
  ['an expression of MDX', 'A <a href={"‸/driver/"}>word</a>.', '`/driver/` leads to no page. Write `/drivers/`.'],
  [
    'a link whose text has brackets',
    '[`a](b)` and more](‸/driver/)',
    '`/driver/` leads to no page. Write `/drivers/`.',
  ],
  ['a link in a table', '| a |\n|---|\n| [a](‸/driver/) |', '`/driver/` leads to no page. Write `/drivers/`.'],
  ['a link in a footnote', 'Word[^1].\n\n[^1]: See [a](‸/driver/).', '`/driver/` leads to no page. Write `/drivers/`.'],
])('%s is named where the address begins', (_, body, words) =>
  expectProblems({ [article]: post(`${body}\n`) }, `broken-link  ${words}`),
);

test('a tag of HTML in Markdown is a link too', () =>
  expectProblems(
    { 'content/posts/a.md': post('A <a class="x" href="‸/driver/">word</a>.\n') },
    'broken-link  `/driver/` leads to no page. Write `/drivers/`.',
  ));

test.each([
  '/',
  '/posts/',
  '/posts/first/',
  '/tags/docker/',
  '/docs/',
  '/docs/find/?a=b#ask-it',
  '/drivers/docker-aufs/',
  '/drivers/docker-aufs/#copy_up',
  '/errors/no-space/',
  '/search/?q=aufs',
  '/atom.xml',
  '/sitemap-index.xml',
  '/404.html',
  '/data/errors.json',
  '/icon.svg',
  '../first/',
  'https://example.org/x',
  '//example.org/x',
  'mailto:a@example.org',
  '#main',
  '#',
])('%j leads somewhere', (url) => expectProblems({ [article]: post(`[a](${url})\n`) }));

test.each(['`[a](/nowhere/)`', '    [a](/nowhere/)', '```md\n[a](/nowhere/)\n```', '\\[a](/nowhere/)'])(
  'what only looks like a link is none: %j',
  (body) => expectProblems({ 'content/posts/a.md': post(`${body}\n`) }),
);

test('a published article must not lead to a draft, but a draft may', () =>
  expectProblems(
    {
      'content/posts/a.md': post('[a](‸/posts/later/)\n'),
      'content/posts/later.md': post('[a](/posts/last/)\n', 'draft: true\n'),
      'content/posts/last.md': post('Text.\n', 'published: false\n'),
    },
    "broken-link  `/posts/later/` is a draft, which readers don't see. Publish it first, or remove the link.",
  ));

test('an address of this very site is a link within it, in prose and in data', () =>
  expectProblems(
    {
      [article]: post(
        '[b](https://mind-the-driver.example/drivers/), [a](https://mind-the-driver.example‸/driver/).\n',
      ),
      'content/errors/no-space.mdx': knownError({ sources: "['https://mind-the-driver.example‸/driver/']" }),
    },
    'broken-link  `/driver/` leads to no page. Write `/drivers/`.',
    'broken-link  `/driver/` leads to no page. Write `/drivers/`.',
  ));

test('what old addresses lead to is there, or is a tag, since one without articles is led on', () =>
  expectProblems(
    { 'content/redirects.yaml': '/blog/: /posts/\n/old/: ‸/driver/\n/older/: ‸/old/\n/a/: /tags/gone/\n' },
    'broken-link  `/driver/` leads to no page. Write `/drivers/`.',
    'broken-link  `/old/` leads to no page. Correct the address, or remove the link.',
  ));

test('an address that a component leads to is looked for', () =>
  expectProblems(
    { 'content/posts/a.mdx': post('<Quote author="A" href="‸/driver/">Text.</Quote>\n') },
    'broken-link  `/driver/` leads to no page. Write `/drivers/`.',
  ));

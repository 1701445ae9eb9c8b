import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  background,
  check,
  distribution,
  driver,
  engine,
  expectProblems,
  fact,
  factKey,
  knownError,
  post,
  withSite,
} from '../tests/fixtures/content-tree.ts';
import type { Files } from '../tests/fixtures/content-tree.ts';
import { formatProblem } from './content-check/problem.ts';
import { checkContent } from './content.check.node.ts';

const article = 'content/posts/a.mdx';
const guide = 'content/docs/find.md';

test('a site without problems is sound, and its files are counted', async () => {
  expect(await check({})).toEqual({ problems: [], warnings: [], files: 8 });
});

test.each<[string, Files, ...string[]]>([
  [
    'a colon inside a value',
    { [article]: '---\ntitle: ‸Mind: the driver\ndate: 2014-07-24\n---\nText.\n' },
    'yaml-syntax  A colon followed by a space begins another key inside this value. Put the whole value into quotes.',
  ],
  [
    'a quote that is never closed',
    { [article]: '---\ntitle: ‸"Mind\ndate: 2014-07-24\n---\nText.\n' },
    'yaml-syntax  A quote is opened and never closed. Close it where the value ends.',
  ],
  [
    'text after a quoted value',
    { [article]: "---\ntitle: 'it'‸s'\ndate: 2014-07-24\n---\nText.\n" },
    'yaml-syntax  This does not belong to the value before it. Put the whole value into quotes, or align the line with the other keys.',
  ],
  [
    'a value that begins with a sign of YAML',
    { [article]: '---\ntitle: ‸`docker info`\ndate: 2014-07-24\n---\nText.\n' },
    "yaml-syntax  A value can't begin with a backtick. Put the whole value into quotes.",
  ],
  [
    'a value that begins with an exclamation mark',
    { [article]: '---\ntitle: ‸!important words\ndate: 2014-07-24\n---\nText.\n' },
    'yaml-syntax  `!important` would name a kind of value, and YAML knows none of that name. Put the whole value into quotes.',
  ],
  [
    'a day with one digit, which the parser of the build takes for a text',
    { [article]: '---\ntitle: Title\ndate: ‸2014-7-4\n---\nText.\n' },
    'schema  "2014-7-4" is not a date. Write it as 2014-07-24 or 2014-07-24 12:30:43 +0000.',
  ],
  [
    'an alias without its anchor',
    { [article]: '---\ntitle: ‸*bold*\ndate: 2014-07-24\n---\nText.\n' },
    'yaml-syntax  `*bold*` refers to an anchor that the file does not have. Put the text into quotes if it begins with an asterisk.',
  ],
  [
    'an alias inside of its anchor',
    { [article]: '---\ntitle: &a [‸*a]\ndate: 2014-07-24\n---\nText.\n' },
    'yaml-syntax  `*a` stands inside of what it refers to. Write the value that is meant.',
  ],
  [
    'a merge key without a map',
    { [article]: '---\ntitle: Title\ndate: 2014-07-24\n<<: ‸text\n---\nText.\n' },
    'yaml-syntax  `<<` takes over the keys of another map, and this is none. Write `<<: *name`, with the name that stands behind `&` before that map.',
  ],
  [
    'aliases that stand for a million values',
    {
      'content/distributions.yaml': `‸- &a [${'x,'.repeat(30)}]\n- &b [${'*a,'.repeat(30)}]\n- [${'*b,'.repeat(30)}]\n`,
    },
    'yaml-syntax  The aliases of this file stand for more values than anybody reads. Write fewer of them inside each other.',
  ],
  [
    'an item that lost its dash',
    { 'content/distributions.yaml': distribution() + distribution({ id: 'b' }).replace('- id', '  ‸id') },
    'duplicate-key  The key `id` is here a second time, and 6 keys after it are too. If another item of a list begins here, write `- ` before it.',
  ],
  [
    'a tab before a key',
    { [article]: '---\ntitle: Title\ndate: 2014-07-24\ntags:\n‸\t- Docker\n---\nText.\n' },
    'yaml-syntax  A tab indents this line, and YAML allows none. Write two spaces for each level.',
  ],
  [
    'a tab in a data file',
    { 'content/drivers/docker-aufs.yaml': 'name: aufs\nfacts:\n‸\tcopy_up:\n' },
    'yaml-syntax  A tab indents this line, and YAML allows none. Write two spaces for each level.',
  ],
  [
    'a key that is there twice',
    { [article]: '---\ntitle: Title\n‸title: Other\ndate: 2014-07-24\n---\nText.\n' },
    'duplicate-key  The key `title` is here a second time. Keep one of the two.',
  ],
  [
    'a byte order mark, with the columns of the first line counted as editors do',
    { 'content/engines/docker.yaml': `\uFEFF‸‸‸${engine().replace('name:', 'nane:')}` },
    'byte-order-mark  The file begins with a byte order mark. Save it as UTF-8 without BOM.',
    'schema  `name` is missing. Add it: a text.',
    'unknown-key  Nothing reads the key `nane`. Did you mean `name`? If not, remove the key.',
  ],
  [
    'CRLF above the place',
    { [article]: '---\r\ntitle: Title\r\ndate: ‸2014-02-30\r\n---\r\nA [way out](‸/nowhere/).\r\n' },
    'schema  "2014-02-30" is not a date. Write it as 2014-07-24 or 2014-07-24 12:30:43 +0000.',
    'broken-link  `/nowhere/` leads to no page. Correct the address, or remove the link.',
  ],
  ['an empty file', { [article]: '‸' }, 'empty-file  The file is empty. Fill it or delete it.'],
  ['a file of blanks', { [article]: '‸ \n\n' }, 'empty-file  The file is empty. Fill it or delete it.'],
  [
    'no front matter',
    { [article]: '‸# Title\n' },
    'front-matter  The file has no front matter. Begin it with a line `---`, then the keys such as `title: …`, then another line `---`.',
  ],
  [
    'a blank line before the front matter',
    { [article]: '‸\n---\ntitle: Title\n---\nText.\n' },
    'front-matter  The front matter does not begin in the first line. Delete what stands before its first `---`, blank lines and blanks too.',
  ],
  [
    'a key without a blank behind its colon',
    { [article]: '---\n‸title:Title\ndate: 2014-07-24\n---\nText.\n' },
    'yaml-syntax  No blank follows `title:`. Write one before the value.',
  ],
  [
    'a value that begins with a sign of YAML',
    { [article]: '---\ntitle: ‸& more\ndate: 2014-07-24\n---\nText.\n' },
    "yaml-syntax  A value can't begin with `&`. Put the whole value into quotes.",
  ],
  [
    'a path of Windows in double quotes',
    { [article]: '---\ntitle: "C:‸\\docker"\ndate: 2014-07-24\n---\nText.\n' },
    'yaml-syntax  In double quotes a backslash begins the name of a sign, and `\\d` is none. Write the backslash twice, or put the value into single quotes.',
  ],
  [
    'a value whose end a comment takes',
    { [article]: '---\ntitle: See ‸#1234.\ndate: 2014-07-24 # a day\n---\nText.\n' },
    'yaml-syntax  `#1234.` begins a comment, so nobody reads it. Put the whole value into quotes, or write a blank behind the `#` of a comment.',
  ],
  [
    'a number of which its sign makes a comment',
    { [article]: post('Text.\n', 'discussion: ‸#42\n') },
    'yaml-syntax  `#42` begins a comment, so nobody reads it. Put the whole value into quotes, or write a blank behind the `#` of a comment.',
  ],
  [
    'a line that is indented further than the one above',
    { [article]: '---\ntitle: ‸Title\n  date: 2014-07-24\n---\nText.\n' },
    'yaml-syntax  The next line is indented further than this one, so it goes on with its value. Align the two.',
  ],
  [
    'a line that belongs to the value above and is not indented',
    { [article]: '---\ndescription: One\n‸two\ntitle: Title\ndate: 2014-07-24\n---\nText.\n' },
    'yaml-syntax  The key has no value. Write a colon, a space and the value after it, or indent the line if it belongs to the value above.',
  ],
  [
    'an item that is indented further than the one above',
    { [article]: post('Text.\n', 'tags:\n  - Docker\n    ‸- aufs\n') },
    'yaml-syntax  This item is indented further than the one above, so it goes on with the value of that. Align the two.',
  ],
  [
    'front matter that is never closed',
    { [article]: '‸---\ntitle: Title\n\nText\n' },
    'front-matter  The front matter is not closed. Write a line `---` after its last key.',
  ],
  [
    'front matter that is closed with four hyphens',
    { [article]: '---\ntitle: Title\n‸----\nText.\n' },
    'front-matter  The line that closes the front matter holds more than three hyphens. Write `---` and nothing else.',
  ],
  [
    'front matter that YAML ends by three dots',
    { [article]: '---\ntitle: Title\ndate: 2014-07-24\n‸...\ndraft: true\n---\nText.\n' },
    'front-matter  For YAML, `...` ends the front matter here. Write `---` in its place if it ends here, or delete the line.',
  ],
  [
    'a second front matter',
    { [article]: '---\ntitle: Title\ndate: 2014-07-24\n---\n\n‸---\ntags:\n  - A\ndraft: true\n---\nText.\n' },
    'front-matter  A second front matter begins here, which readers would see. Write its keys above the `---` before it, and delete what is left.',
  ],
  [
    'keys below the end of the front matter',
    { [article]: '---\ntitle: Title\ndate: 2014-07-24\n---\n‸draft: true\n---\nText.\n' },
    'front-matter  A second front matter begins here, which readers would see. Write its keys above the `---` before it, and delete what is left.',
  ],
  [
    'an import of a file that is not there',
    {
      [article]: post(
        'import Shot from \'‸./shot.astro\';\nimport { a } from "../../package.json";\n\n<Shot {...a} />\n',
      ),
      'package.json': '{}',
    },
    'missing-import  There is no file content/posts/shot.astro. Correct the path, which begins at the folder of this file, or remove the import.',
  ],
  [
    'a second document',
    { 'content/facts.yaml': '- key: copy_up\n...\n‸- key: max_layers\n' },
    'yaml-syntax  A second document begins here. Remove the line `---` or `...` that ends the one before it.',
  ],
  [
    'front matter that is a text',
    { [article]: '---\n‸title\n---\nText.\n' },
    'schema  What stands here is `"title"`, not a map of keys and values. Write it like `key: value`.',
  ],
  [
    'empty front matter',
    { [article]: '---\n‸---\nText.\n' },
    'schema  What stands here is empty, not a map of keys and values. Write it like `key: value`.',
  ],
  [
    'a tag in MDX that is never closed',
    { [article]: post('Text.\n\n‸<Compare drivers="docker-aufs">\n\nMore.\n') },
    'mdx-syntax  Expected a closing tag for `<Compare>`. Close each tag where it was opened, and write `<Name />` for one that holds nothing.',
  ],
  [
    'a tag inside a paragraph that is never closed',
    { [article]: post('Some text, ‸<b>bold.\n') },
    'mdx-syntax  Expected a closing tag for `<b>` before the end of `paragraph`. Close each tag where it was opened, and write `<Name />` for one that holds nothing.',
  ],
  [
    'a tag in MDX that closes another one',
    { [article]: post('<b>bold‸</i>\n') },
    'mdx-syntax  Unexpected closing tag `</i>`, expected corresponding closing tag for `<b>`. Close each tag where it was opened, and write `<Name />` for one that holds nothing.',
  ],
  [
    'a tag of HTML in MDX that nobody closes',
    { [article]: post('<div>\n‸<br>\n</div>\n') },
    'mdx-syntax  MDX closes every tag, `<br>` too. Write `<br />`.',
  ],
  [
    'an expression in MDX that is not JavaScript',
    { [article]: post('A {b + ‸} c\n') },
    'mdx-syntax  What stands in braces or after `import` is not JavaScript: unexpected token. Correct it, or write `\\{` if you mean the brace itself.',
  ],
  [
    'a comment of HTML in MDX',
    { [article]: post('<‸!-- no -->\n') },
    'mdx-syntax  MDX has no HTML comments. Write `{/* comment */}`.',
  ],
  [
    'a less-than sign in MDX',
    { [article]: post('Less <‸3 GB.\n') },
    'mdx-syntax  Unexpected character `3` before name, expected a character that can start a name, such as a letter, `$`, or `_`. Write `\\<` or `\\{` if you mean the sign itself, or put the text into backticks.',
  ],
  [
    'a key that nothing reads',
    { [article]: '---\n‸titel: Title\ntitle: Title\ndate: 2014-07-24\n---\nText.\n' },
    'unknown-key  Nothing reads the key `titel`. Did you mean `title`? If not, remove the key.',
  ],
  [
    'a key inside a fact that nothing reads',
    { 'content/drivers/docker-aufs.yaml': `${driver('aufs')}    ‸notes: x\n` },
    'unknown-key  Nothing reads the key `notes`. Did you mean `note`? If not, remove the key.',
  ],
  [
    'a key that is missing',
    { 'content/engines/docker.yaml': `‸${engine().replace('name: Docker\n', '')}` },
    'schema  `name` is missing. Add it: a text.',
  ],
  [
    'a text that is too long',
    { [guide]: `---\ntitle: ‸${'a'.repeat(203)}\ndescription: D\nchecked: '2026-11-24'\n---\nText.\n` },
    'schema  `title` has 203 characters, and 200 are the most. Shorten it by 3.',
  ],
  [
    'a date without quotes where a text belongs',
    { 'content/engines/docker.yaml': engine().replace('Docker', '‸2026-11-24') },
    "schema  `name` is a date without quotes. Put it into quotes: '2026-11-24'.",
  ],
  [
    'a day that no calendar has',
    { [guide]: "---\ntitle: T\ndescription: D\nchecked: ‸'2026-02-30'\n---\nText.\n" },
    'schema  `checked` is `"2026-02-30"`, not a day of the calendar. Write it like `\'2026-11-24\'`.',
  ],
  [
    'a word that is not among those allowed',
    { 'content/drivers/docker-aufs.yaml': driver('aufs').replace('confidence: verified', 'confidence: ‸verifid') },
    'schema  `facts.copy_up.confidence` is `"verifid"`. Write `verified`. Allowed are `verified` or `unverified`.',
  ],
  [
    'a value of the wrong type',
    { [guide]: "---\ntitle: ‸[a]\ndescription: D\nchecked: '2026-11-24'\n---\nText.\n" },
    'schema  `title` is a list, not a text. Write a text.',
  ],
  [
    'a year where a text belongs',
    { [article]: '---\ntitle: ‸2014\ndate: 2014-07-24\n---\nText.\n' },
    "schema  `title` is `2014`, not a text. Put it into quotes: '2014'.",
  ],
  [
    'a word where true or false belongs',
    { [article]: post('Text.\n', 'draft: ‸yes\n') },
    'schema  `draft` is `"yes"`, not `true` or `false`. Write `true` or `false`.',
  ],
  [
    'a value that could be of several types and is of none',
    { [article]: post('Text.\n', 'tags: ‸3\n') },
    'schema  `tags` is `3`, not a list or a text. Write a list or a text.',
  ],
  [
    'an item of another type, where one text would do too',
    { [article]: post('Text.\n', 'tags: [Docker, ‸2.10]\n') },
    "schema  Item 2 of `tags` is `2.1`, not a text. Put it into quotes: '2.10'.",
  ],
  [
    'a text where a list belongs',
    { [article]: post('Text.\n', 'asked: ‸free up disk space\n') },
    'schema  `asked` is `"free up disk space"`, not a list. Write `[free up disk space]`, or a line `- …` for each item.',
  ],
  [
    'a list that is too long',
    { [article]: post('Text.\n', `asked: ‸[${'a, '.repeat(9)}]\n`) },
    'schema  `asked` has 9 items, and 8 are the most. Leave out those that say least.',
  ],
  [
    'a text of which its colon made a map',
    { 'content/errors/no-space.mdx': knownError({ messages: '[no space left on device, ‸low on resource: inodes]' }) },
    'schema  Item 2 of `messages` is read as a key and its value, because of the colon in it. Put the whole text into quotes.',
  ],
  [
    'an old address with a host',
    { [article]: post('Text.\n', 'aliases: [‸https://old.example/a/]\n') },
    'schema  Item 1 of `aliases` is `"https://old.example/a/"`. An old address is a path such as /blog/2014/07/24/a-title/, without host, query and `#`.',
  ],
  [
    'a day that is missing',
    { 'content/errors/no-space.mdx': knownError().replace(/---\n(.*)checked: '2026-11-24'\n/s, '---\n‸$1') },
    'schema  `checked` is missing. A day is written as 2026-11-24.',
  ],
  [
    'a range of releases that is none',
    { 'content/errors/no-space.mdx': knownError({ versions: "{ docker: ‸'1.10+' }" }) },
    'schema  `versions.docker` is `"1.10+"`. Releases are written as >=1.13.0 <29.0.0, with either end left out where it is open.',
  ],
  [
    'a version that is none',
    { 'content/drivers/docker-aufs.yaml': `${driver('aufs')}    since: ‸v1.1\n` },
    'schema  `facts.max_layers.since` is `"v1.1"`. A version is digits and dots in quotes, such as \'20.10\'.',
  ],
  [
    'a release that is no version',
    { 'content/engines/docker.yaml': engine('', "  ‸v1.0: '2014-06-09'\n") },
    "schema  `v1.0` is no key of `releases`. A version is digits and dots in quotes, such as '20.10'.",
  ],
  [
    'a text of another form',
    { 'content/distributions.yaml': distribution({ id: '‸Ubuntu' }) },
    'schema  `0.id` is `"Ubuntu"`. An id is small letters, digits, dots and hyphens, such as ubuntu-14.04.',
  ],
  [
    'an address that is none',
    { 'content/errors/no-space.mdx': knownError({ sources: '[‸example.org]' }) },
    'schema  Item 1 of `sources` is `"example.org"`, not a web address. Write it like `https://example.org/page`.',
  ],
  [
    'an address with words behind it',
    { 'content/errors/no-space.mdx': knownError({ sources: "[‸'https://example.org/ (the manual)']" }) },
    'schema  A blank stands in this address. Write the address alone.',
  ],
  [
    'an empty list',
    { 'content/errors/no-space.mdx': knownError({ engines: '‸[]' }) },
    'schema  `engines` is an empty list. Name at least one item.',
  ],
  [
    'an empty text',
    { [guide]: "---\ntitle: ‸''\ndescription: D\nchecked: '2026-11-24'\n---\nText.\n" },
    'schema  `title` is empty. Fill it in or remove the key.',
  ],
  [
    'an update before the article',
    { [article]: post('Text.\n', 'updated: ‸2014-07-23\n') },
    'schema  The update is older than the article. Write a moment after `date`, or leave `updated` out.',
  ],
  [
    'JSON that is cut off',
    { 'content/discussions/7.json': '{\n  "number": 7,‸' },
    'json-syntax  This is not JSON: expected double-quoted property name. Run the command again that wrote the file, or correct it by hand.',
  ],
  [
    'a key that JSON has twice',
    { 'content/discussions/7.json': '{\n  "title": "a \\"key\\": b",\n  "number": 7,\n  ‸"number": 7\n}\n' },
    'duplicate-key  The key `"number"` is here a second time. Keep one of the two.',
  ],
])('%s is named with its place', async (_, files, ...expected) => {
  await expectProblems(files, ...expected);
});

test('a byte of another encoding is named where it stands', async () => {
  const latin = Buffer.from(post('Größe und Gr\u00f6\u00dfe\n'), 'utf8');
  const broken = Buffer.concat([latin, Buffer.from('Gr\xf6\xdfe\n', 'latin1')]);
  const { problems } = await check({ [article]: broken });
  expect(problems.map(formatProblem)).toEqual([
    `${article}:6:3  encoding  The file is not UTF-8: its byte F6 here belongs to another encoding. Save it as UTF-8 in your editor.`,
  ]);
});

test('a replacement character that an author wrote is no sign of another encoding', async () => {
  expect((await check({ [article]: post('An \uFFFD in text.\n') })).problems).toEqual([]);
});

test.each([
  ['nowhere.md', 'The file is a link that leads nowhere.'],
  ['a.mdx', 'The file is a link that leads back to itself.'],
])('a link to %s is named, and does not keep the others from being read', async (target, message) => {
  const { problems } = await withSite({ 'content/posts/b.md': post('[b](/nowhere/)\n') }, async (root) => {
    await symlink(target, join(root, article));
    return checkContent(root);
  });
  expect(problems.map(formatProblem)).toEqual([
    `${article}:1:1  unreadable  ${message} Mend the link or delete it.`,
    'content/posts/b.md:5:5  broken-link  `/nowhere/` leads to no page. Correct the address, or remove the link.',
  ]);
});

test('a picture of no bytes is named', async () => {
  const { problems } = await withSite({ 'public/a.png': '' }, (root) => checkContent(root));
  expect(problems.map(formatProblem)).toEqual([
    'public/a.png:1:1  empty-file  The picture is empty. Save it anew or delete it.',
  ]);
});

test.each(['public/a.pdf', 'content/posts/a.png'])('a link at %s that leads nowhere is named', async (path) => {
  const { problems } = await withSite({}, async (root) => {
    await symlink('nowhere', join(root, path));
    return checkContent(root);
  });
  expect(problems.map(formatProblem)).toEqual([
    `${path}:1:1  unreadable  The file is a link that leads nowhere. Mend the link or delete it.`,
  ]);
});

test.each([
  [
    'a pointer of Git LFS',
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n',
    'In place of the picture stands a pointer of Git LFS to it. Run `git lfs pull`.',
  ],
  [
    'the page of an error',
    '<!DOCTYPE html>\n<title>404 `Not found`</title>\n',
    'The file is called a picture and is none: it begins with `<!DOCTYPE html>`. Save the picture anew or delete the file.',
  ],
  [
    'bytes of something else',
    new Uint8Array([0, 1, 2, 3]),
    'The file is called a picture and is none. Save the picture anew or delete the file.',
  ],
])('a picture that is %s is named', async (_, bytes, words) => {
  const { problems } = await check({
    'public/a.png': bytes,
    'public/b.svg': '<?xml version="1.0"?>\n<!-- B -->\n<svg/>',
  });
  expect(problems.map(formatProblem)).toEqual([`public/a.png:1:1  no-picture  ${words}`]);
});

test('what stands behind a link to another folder is checked like any other page', async () => {
  const { problems } = await withSite({ 'elsewhere/a.md': post('[b](/nowhere/)\n') }, async (root) => {
    await symlink('../../elsewhere/a.md', join(root, article));
    await symlink('../../elsewhere', join(root, 'content/posts/more'));
    return checkContent(root);
  });
  expect(problems.map(formatProblem)).toEqual([
    `${article}:5:5  broken-link  \`/nowhere/\` leads to no page. Correct the address, or remove the link.`,
  ]);
});

test('a file of 5 MB is refused without being read', async () => {
  const large = post(`${'a '.repeat(2_500_000)}\n`);
  const { problems, milliseconds } = await withSite({ [article]: large }, async (root) => {
    const start = process.cpuUsage();
    const result = await checkContent(root);
    return { ...result, milliseconds: process.cpuUsage(start).user / 1_000 };
  });
  expect(problems.map(formatProblem)).toEqual([
    `${article}:1:1  too-large  The file has 5.0 MB, and 1 MB is the most. Readers would wait for it too: keep what they need, and link to the rest.`,
  ]);
  expect(milliseconds).toBeLessThan(1_000); // to parse it takes many seconds
});

test('many problems in one file and in others come at once, by file and place', async () => {
  await expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver('aufs', fact('copy_up', '‸files') + fact('max_layers', '‸many')),
      'content/posts/b.md': `---\ntitle: Title\ndate: ‸never\n---\n![](‸‸/none.png) and [a](‸/none)\n`,
      'content/posts/c.md': '‸',
    },
    'fact-value  `files` is no answer to `copy_up`. Write `file`. Allowed are `file` or `block`.',
    'fact-value  `many` is no answer to `max_layers`. Write a number, or `none`.',
    'schema  "never" is not a date. Write it as 2014-07-24 or 2014-07-24 12:30:43 +0000.',
    'image-alt  The image has no alternative text. Say what it shows: `![what it shows](/none.png)`. If it is decoration, write `<img src="/none.png" alt="" />`.',
    'image-file  There is no file public/none.png. Add it, or correct the path.',
    'broken-link  `/none` leads to no page. Correct the address, or remove the link.',
    'empty-file  The file is empty. Fill it or delete it.',
  );
});

test('ten wrong facts are ten problems, each at its place', async () => {
  const keys = [
    background['content/facts.yaml'],
    factKey('introduced', 'version'),
    factKey('removed', 'version'),
    factKey('default_in', 'range'),
    factKey('replacement', 'text'),
  ];
  const life = (introduced: string, removed: string, defaultIn: string, replacement: string) =>
    fact('introduced', introduced) +
    fact('removed', removed) +
    fact('default_in', defaultIn) +
    fact('replacement', replacement);
  const earlier = "value: block, until: '1.8', source: https://example.org/page, checked: '2026-11-24'";
  await expectProblems(
    {
      'content/facts.yaml': keys.join(''),
      'content/drivers/docker-aufs.yaml': driver(
        'aufs',
        fact('max_layers', '125') + life("'1.10'", "‸'1.9'", "'>=1.0 <1.5'", '‸docker-overlay'),
      ).replace('facts:', '‸facts:'),
      'content/drivers/docker-overlay2.yaml': driver(
        'overlay2',
        fact(
          'copy_up',
          'file',
          `    since: '1.4'\n    earlier:\n      - { since: ‸'1.5', ${earlier}, confidence: verified }\n`,
        ) +
          fact('max_layers', '125') +
          life("'1.0'", 'none', "‸'>=1.4'", 'none'),
      ),
      'content/drivers/docker-zfs.yaml': driver(
        'zfs',
        fact('copy_up', '‸blok') +
          fact('max_layers', '‸many') +
          life('unknown', 'none', "‸'1.0 - 1.4'", 'none')
            .replace('https://example.org/introduced', '‸https://example.org/')
            .replace('  removed:', '  ‸removed:')
            .replace('    source: https://example.org/removed\n', ''),
      ),
    },
    'missing-fact  The driver has no fact `copy_up`: What is copied? Add it; if nobody knows, its value is `unknown`.',
    'driver-life  The driver was removed in 1.9, before it was introduced in 1.10. Correct one of the two.',
    'unknown-driver  There is no driver `docker-overlay`. Write `docker-overlay2`.',
    'timeline-order  The earlier value begins in 1.5, not before 1.4. Write earlier values newest first, each before the one above it.',
    'double-default  `docker-aufs` claims to be the default of docker in >=1.0 <1.5 too. Correct one of the two, so that their releases do not meet.',
    'fact-value  `blok` is no answer to `copy_up`. Write `block`. Allowed are `file` or `block`.',
    'fact-value  `many` is no answer to `max_layers`. Write a number, or `none`.',
    'home-page-source  `https://example.org/` is a home page. Write the address of the very page, or of a file at a tag or commit.',
    'fact-source  The fact `removed` has no source. Add `source:` with the address of the page or line that says so; only the value `unknown` may go without.',
    'fact-value  `1.0 - 1.4` is no answer to `default_in`. Write `>=1.13.0 <29.0.0`, with either end left out where it is open, or `none`.',
  );
});

test('two runs over the same content print the same', async () => {
  const files = { [article]: post('[a](/x/) [b](/y/) ![](z.png)\n'), 'content/drivers/new.txt': '' };
  expect((await check(files)).problems).toEqual((await check(files)).problems);
});

test(
  'quotes that are nested ten thousand deep are a problem of the file and not of the check',
  { timeout: 30_000 },
  async () => {
    const { problems } = await check({ [article]: post(`${'>'.repeat(10_000)} deep\n`) });
    expect(problems.map(({ rule }) => rule)).toEqual(['too-deep']);
  },
);

test('lists in YAML that are nested ten thousand deep are a problem of the file and not of the check', async () => {
  const { problems } = await check({ 'content/engines/docker.yaml': `name: ${'['.repeat(10_000)}\n` });
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['content/engines/docker.yaml:1']);
});

test('thirty articles are checked in well under a second', async () => {
  const body = `## Heading\n\nText with [a link](/drivers/) and \`code\`.\n\n${'More text. '.repeat(200)}\n\n`.repeat(
    5,
  );
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`content/posts/p${index}.mdx`, post(body)]),
  );
  const milliseconds = await withSite(files, async (root) => {
    // Time on the processor, since other tests run beside this one.
    const start = process.cpuUsage();
    expect((await checkContent(root)).problems).toEqual([]);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  expect(milliseconds).toBeLessThan(1_000); // about a third of it when written
});

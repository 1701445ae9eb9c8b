import { test } from 'vitest';
import { expectProblems, expectRemarks, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const before =
  'unread-markup  This is no link, because a blank stands before its address. Write `[words](address)` without one.';
const inside =
  'unread-markup  This is no link, because a blank stands in its address. Delete it, or write `%20` in its place.';
const turned =
  'unread-markup  This is no link, because its brackets are the wrong way round. Write `[words](address)`.';
const stars =
  'unread-markup  These stars make nothing bold, so readers see them. Write `**` at both ends, with no blank inside, or put the whole into backticks if it is code.';
const backtick =
  'unread-markup  This backtick has no other one, so readers see it. Close the code, or write a backslash before a backtick that is meant as one.';
const heading = 'unread-markup  This is no heading, because no blank follows its `#`. Write one, as in `## Words`.';
const table =
  'unread-markup  This is no table, because the line of dashes has more or fewer columns than the one above it. Write `---` once for each column.';
const cell =
  'unread-markup  Readers do not see this cell, because the table has no column for it. Give its head one more column, or write `\\|` for a bar within a cell, in code too.';
const emptyNote =
  'unread-markup  This note has no text, so readers see its mark. Write the text into the next line, after `> `.';
const nestedNote =
  'unread-markup  A note in a list or in another quote is none, so readers see its mark. End the list or the quote above it, or leave the mark out.';
const rows =
  'unread-markup  These lines are no table, because no line of dashes stands below the first. Write one, such as `| --- | --- |`.';
const braces =
  'unread-markup  Nothing reads what stands in these braces, so readers see it. Delete it, or write the element in HTML, such as `<img src="…" alt="…" width="300">`.';
const noteInLine =
  'unread-markup  This is no footnote, so readers see its brackets. Write `[^name]` here, and a line `[^name]: its text` at the end.';
const unknownTag =
  'unread-markup  HTML has no element of this name, so readers do not see it. Put it into backticks, or write a backslash before the `<`.';
const openTag = 'unread-markup  This tag is never closed, so that it takes in all that follows. Write its closing tag.';
const openComment =
  'unread-markup  This comment never ends, so readers see nothing of what follows. Write `-->` behind its last word.';

test.each([
  ['a link with a blank before its address', 'See ‸[all] (/drivers/).', before],
  ['a link to another host with a blank before its address', 'See ‸[all] (https://docs.docker.com/).', before],
  ['a link with a blank in its address', 'See ‸[all](/dri vers/).', inside],
  ['a link to another host with a blank in its address', 'See ‸[all](https://docs.docker.com/a b).', inside],
  ['a link whose brackets are the wrong way round', 'See ‸(all)[/drivers/].', turned],
  ['bold that is never closed', 'This is ‸**bold.', stars],
  ['bold that ends before a letter', 'A ‸**word:‸**the rest.', stars, stars],
  ['code that is never closed', 'Type ‸`docker info.', backtick],
  ['a heading without a blank', '‸##Copy-up', heading],
  ['a table with a column too few in its second line', '‸| a | b |\n| --- |\n| 1 | 2 |', table],
  ['a table that a long line of dashes makes none', `‸| a | b |\n|${'-'.repeat(1_000)}|x|`, rows],
  ['a note without text', '> ‸[!NOTE]\n>\n\nText.', emptyNote],
  ['a note in a list', '- A\n\n  > ‸[!TIP]\n  > Text.', nestedNote],
  ['a note in a quote', '> A\n>\n> > ‸[!tip]\n> > Text.', nestedNote],
  ['a table without a line of dashes', '‸| a | b |\n| 1 | 2 |', rows],
  ['a table whose second line has a plus', '‸| a | b |\n|---+---|\n| 1 | 2 |', rows],
  ['a class for kramdown', '![A](/icon.svg)‸{: .left}\n\nText.\n‸{:.note}', braces, braces],
  ['a footnote in the line', 'Text‸^[Its source].', noteInLine],
  [
    'a placeholder in angle brackets',
    'Copy ‸<path> to ‸<CONTAINER> and ‸<container-id>.',
    unknownTag,
    unknownTag,
    unknownTag,
  ],
  ['bold in HTML that is never closed', 'A ‸<b>bold word.\n\nText.', openTag],
  ['an element that is never closed', '‸<details>\n<summary>A</summary>\n\nText.', openTag],
  ['a comment that never ends', 'A\n\n‸<!-- later\n\nText.', openComment],
  ['a bar in a cell', '| a | b |\n| --- | --- |\n| `ps | wc` ‸| c |', cell],
])('%s is named', (_, body, ...expected) => expectProblems({ 'content/posts/a.md': post(`${body}\n`) }, ...expected));

test.each([
  'A [table](/drivers/), [another one][a], [a note] (in brackets), a list[0] (/tmp) and \\[no link](/a b).\n\n[a]: /docs/',
  '**Bold**, 2 ** 3, `**kwargs`, a/**/b, \\*\\*plain, **bold `code`** and ***both***.',
  'A `code`, ``a ` b`` and \\`.',
  '#tag and #1234 are no headings, and ## is none.',
  '| a | b |\n| --- | :-: |\n| 1 |\n| `a \\| b` | 2 |',
  'a | b\n\n|not a table|',
  '> [!NOTE]\n>\n> - Text.\n\n> [!TIP]\n> ![A](/icon.svg)',
  '<p>A<br><img src="/icon.svg" alt="B"><svg viewBox="0 0 1 1"><linearGradient /></svg>\n<!-- <b> -->',
  '<https://example.org/> \\<path> `<path>` <my-element></my-element> ^[2](/drivers/) {x} {% raw %}',
  '<center>Old</center>, <font color="red">red</font> and <tt>code</tt>, which browsers still show; a pattern ^[a-z]+',
  '```md\n##Copy-up [a] (/b)\n```',
])('%j is read as it is meant', (body) => expectProblems({ 'content/posts/a.md': post(`${body}\n`) }));

test('what an import brought is only worth a look', () =>
  expectRemarks({ ...importRecord, 'content/posts/a.md': post('‸##Old\n') }, heading));

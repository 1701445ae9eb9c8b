import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { collapseBlanks } from './collapse-blanks.node.ts';

const html = unified().use(rehypeParse, { fragment: true }).use(rehypeStringify).freeze();

function collapsed(source: string): string {
  const tree = html.parse(source);
  collapseBlanks(tree);
  return html.stringify(tree);
}

test.each([
  ['several blanks and line breaks become one blank', '<p>a \n\t b</p>', '<p>a b</p>'],
  ['a line begins and ends without one', '<p> a </p> <p> b </p>', '<p>a</p><p>b</p>'],
  ['so does one that begins or ends with marked words', '<p><b> a </b> </p>', '<p><b>a</b></p>'],
  ['of blanks on both sides of a tag the first stays', '<p>a <b> b </b> c</p>', '<p>a <b>b </b>c</p>'],
  ['words without a blank between stay together', '<p>a<b>b</b>c</p>', '<p>a<b>b</b>c</p>'],
  ['a break ends a line', '<p>a <br> b</p>', '<p>a<br>b</p>'],
  ['blanks around a picture stay', '<p>a <img src="b.png"> c</p>', '<p>a <img src="b.png"> c</p>'],
  ['so do those before and in code', '<p>a</p> <pre>  b \n c </pre>', '<p>a</p><pre>  b \n c </pre>'],
  [
    'cells are lines of their own',
    '<table><tr><td> a </td> <td>b </td></tr></table>',
    '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
  ],
  ['a blank at which no line is broken stays', '<p>a\u00a0 b</p>', '<p>a\u00a0 b</p>'],
])('%s', (_, source, expected) => {
  expect(collapsed(source)).toBe(expected);
});

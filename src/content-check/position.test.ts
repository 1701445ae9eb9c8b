import { expect, test } from 'vitest';
import { lineStarts, positionAt } from './position.ts';

test.each([
  ['the first character', 'abc', 0, 1, 1],
  ['a character after a line feed', 'a\nbc', 3, 2, 2],
  ['a character of the first of many lines', 'ab\nc\nd\ne\nf', 1, 1, 2],
  ['a character in the middle of many lines', 'ab\nc\nd\ne\nf', 5, 3, 1],
  ['a character after CRLF', 'a\r\nbc', 4, 2, 2],
  ['a character after a lone carriage return', 'a\rbc', 3, 2, 2],
  ['the end of a text that ends in a line end', 'a\n', 2, 2, 1],
  ['a character after an emoji, which is two units', '😀b', 2, 1, 3],
])('%s has its line and column', (_, text, offset, line, column) => {
  expect(positionAt(lineStarts(text), offset)).toEqual({ line, column });
});

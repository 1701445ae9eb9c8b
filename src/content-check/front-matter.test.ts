import { expect, test } from 'vitest';
import { findFrontMatter } from './front-matter.ts';

test.each([
  ['line feeds', '---\na: 1\n---\nText', 4, 9, 13],
  ['CRLF', '---\r\na: 1\r\n---\r\nText', 5, 11, 16],
  ['blanks after the hyphens', '--- \na: 1\n---\t\nText', 5, 10, 15],
  ['no prose', '---\na: 1\n---', 4, 9, 12],
])('front matter with %s is found', (_, text, start, end, body) => {
  expect(findFrontMatter(text)).toEqual({ kind: 'found', start, end, body });
});

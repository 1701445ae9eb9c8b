import { expect, test } from 'vitest';
import { linkPage } from './link-page.ts';

test.each([
  ['line feeds', '---\ntitle: A\n---\nText', '---\ntitle: A\ndiscussion: 7\n---\nText'],
  ['CRLF', '---\r\ntitle: A\r\n---\r\nText\r\n', '---\r\ntitle: A\r\ndiscussion: 7\r\n---\r\nText\r\n'],
  ['old Mac line ends', '---\rtitle: A\r---\rText', '---\rtitle: A\rdiscussion: 7\r---\rText'],
  ['a byte order mark', '\uFEFF---\ntitle: A\n---\n', '\uFEFF---\ntitle: A\ndiscussion: 7\n---\n'],
  [
    'comments and odd blanks',
    '---  \ntitle:   A # x\n\n---\nText  \n',
    '---  \ntitle:   A # x\n\ndiscussion: 7\n---\nText  \n',
  ],
  ['lists at the end', '---\ntags:\n  - a\n---\n', '---\ntags:\n  - a\ndiscussion: 7\n---\n'],
  [
    'the word in its prose',
    '---\ntitle: A\n---\ndiscussion: no\n',
    '---\ntitle: A\ndiscussion: 7\n---\ndiscussion: no\n',
  ],
])('all other bytes of a page with %s stay', (_, before, after) => {
  expect(linkPage(before, 7, false)).toEqual({ kind: 'linked', text: after });
});

test.each([
  ['title: A\n', 'title: A\ndiscussion: 7\n'],
  ['title: A', 'title: A\ndiscussion: 7'],
  ['title: A\r\nfacts: {}\r\n', 'title: A\r\nfacts: {}\r\ndiscussion: 7\r\n'],
])('data gets it as its last key: %j', (before, after) => {
  expect(linkPage(before, 7, true)).toEqual({ kind: 'linked', text: after });
});

test.each(['discussion: 4', 'discussion:', '"discussion": 4', 'discussion : 4'])(
  'a page with %s is refused',
  (line) => {
    expect(linkPage(`---\ntitle: A\n${line}\n---\n`, 7, false)).toMatchObject({
      kind: 'refused',
      message: 'The page has the key `discussion` already.',
      offset: '---\ntitle: A\n'.length,
    });
  },
);

test('a page without front matter is refused', () => {
  expect(linkPage('Text', 7, false)).toMatchObject({ kind: 'refused', message: 'The file has no front matter.' });
});

import { expect, test } from 'vitest';
import { excerptPieces } from './excerpt.ts';

test.each([
  ['text without a mark', 'plain', [{ text: 'plain', marked: false }]],
  [
    'marks between text',
    'a <mark>b</mark> c <mark>d</mark>',
    [
      { text: 'a ', marked: false },
      { text: 'b', marked: true },
      { text: ' c ', marked: false },
      { text: 'd', marked: true },
    ],
  ],
  [
    'escaped markup of the page, which stays text',
    '&lt;img onerror=x&gt;',
    [{ text: '<img onerror=x>', marked: false }],
  ],
  ['an ampersand that the page shows', 'a &amp; b', [{ text: 'a &amp; b', marked: false }]],
  [
    'a mark that is cut off',
    'a <mark>b',
    [
      { text: 'a ', marked: false },
      { text: 'b', marked: true },
    ],
  ],
  ['nothing', '', []],
])('%s', (_name, excerpt, pieces) => {
  expect(excerptPieces(excerpt)).toEqual(pieces);
});

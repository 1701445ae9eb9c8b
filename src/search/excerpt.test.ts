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
  [
    'a word without the brackets and the full stop around it',
    'in <mark>(overlay2).</mark> Then',
    [
      { text: 'in ', marked: false },
      { text: '(', marked: false },
      { text: 'overlay2', marked: true },
      { text: '). Then', marked: false },
    ],
  ],
  ['a path and an option as they are written', '<mark>/var/lib</mark>', [{ text: '/var/lib', marked: true }]],
  ['nothing', '', []],
])('%s', (_name, excerpt, pieces) => {
  expect(excerptPieces(excerpt)).toEqual(pieces);
});

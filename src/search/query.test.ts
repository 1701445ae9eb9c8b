import { expect, test } from 'vitest';
import { fullTextQueries, isPaste, shortened } from './query.ts';

test('typed words are asked for as they are', () => {
  expect(fullTextQueries('  no space left ')).toEqual(['no space left']);
});

test('typed words that hold a known message are asked for first, then the message alone', () => {
  expect(fullTextQueries('write /x: no space left', ['no space left', 'write'])).toEqual([
    'write /x: no space left',
    '"no space left"',
    '"write"',
  ]);
});

test('of a paste with a known message only the message is asked for', () => {
  expect(fullTextQueries('Step 1\nno space left on device', ['no space left on device'])).toEqual([
    '"no space left on device"',
  ]);
});

test('of a paste without a known message the line that looks most like an error is asked for, shorter and shorter', () => {
  const log =
    'Step 1 of 3\ntime=12:00 Failed to mount the layer /var/lib/x: structure needs a good cleaning today\nbye';
  expect(fullTextQueries(log)).toEqual([
    'Failed to mount the layer structure needs a good cleaning today',
    'structure needs a good cleaning today',
    'good cleaning today',
  ]);
});

test('a paste without an alarming word is asked for by its last line', () => {
  expect(fullTextQueries('one line\nanother line\n')).toEqual(['another line']);
});

test.each(['', ' \n ', '1 2 3\n4 5'])('%j has no word to ask for', (text) => {
  expect(fullTextQueries(text)).toEqual([]);
});

test.each([
  ['one line of twelve words', 'w '.repeat(12), false],
  ['thirteen words', 'w '.repeat(13), true],
  ['two lines', 'a\nb', true],
  ['a line with a break behind it', 'a\n', false],
])('%s: a paste is %s', (_name, text, expected) => {
  expect(isPaste(text)).toBe(expected);
});

test('what was looked for is said on one line, cut between letters', () => {
  expect(shortened(' two\n words ')).toBe('two words');
  expect(shortened('😀'.repeat(100), 6)).toBe('😀😀…');
  expect(shortened('word '.repeat(50), 10)).toBe('word word…');
});

test.each([
  ['one line', 'a'.repeat(100_000)],
  ['short lines', 'a1/\n'.repeat(25_000)],
  ['punctuation', '.'.repeat(100_000)],
  ['punctuation with a letter between', `${'.'.repeat(50_000)}a${'.'.repeat(50_000)}a.`],
  ['lone surrogates', '\uDC00'.repeat(100_000)],
])('100 kB of %s are cut down in less than a second', (_name, text) => {
  const begun = performance.now();
  fullTextQueries(`x\n${text}`);
  shortened(text);
  expect(performance.now() - begun).toBeLessThan(1000);
});

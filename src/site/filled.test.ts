import { expect, test } from 'vitest';
import { filled } from './filled.ts';
import { pieces } from './pieces.ts';

test('the names in braces give way to their values, in the order of the sentence', () => {
  expect(filled('{later} after {earlier}', { earlier: 'one', later: 2 })).toBe('2 after one');
});

test('words that are spelt like a name stay, and a value with braces is not filled in again', () => {
  expect(filled('{found} found.', { found: '{found}' })).toBe('{found} found.');
});

test('elements stand between the texts around them, and a value may come twice or be empty', () => {
  const link = { element: 'a' };
  expect(pieces('See {link}, {link}{end}', { link, end: '' })).toEqual(['See ', link, ', ', link]);
});

test('a name that a translator mistyped stays to be seen', () => {
  expect(filled(['Seite', '{seite}'].join(' '), { page: 3 })).toBe('Seite {seite}');
});

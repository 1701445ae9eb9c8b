import { expect, test } from 'vitest';
import { readingMinutes } from './reading-time.ts';

test('an empty article takes a minute, since nothing takes none', () => {
  expect(readingMinutes('')).toBe(1);
});

test('660 words take three minutes', () => {
  expect(readingMinutes('word '.repeat(660))).toBe(3);
});

test('addresses, tags and table rules are not read', () => {
  expect(readingMinutes('https://example.org/a-b-c <Compare drivers="x" /> | --- | '.repeat(660))).toBe(1);
});

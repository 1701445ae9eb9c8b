import { expect, test } from 'vitest';
import { Tracked } from './pieces.ts';

const tracked = new Tracked([
  { text: 'abc', at: 10, own: true },
  { text: '', at: 13, own: true },
  { text: 'NEW', at: 20, own: false },
  { text: 'def', at: 30, own: true },
]);

test('each offset has its place in the old text, and all of what is new has one', () => {
  expect(tracked.text).toBe('abcNEWdef');
  expect([0, 2, 3, 5, 6, 8].map((offset) => tracked.sourceOf(offset))).toEqual([10, 12, 20, 20, 30, 32]);
});

test('places stay after changes', () => {
  const edited = tracked.edited([
    { from: 7, to: 8, text: '' },
    { from: 1, to: 4, text: '--' },
  ]);
  expect(edited.text).toBe('a--EWdf');
  expect(edited.sourceOf(1)).toBe(11);
  expect(edited.sourceOf(6)).toBe(32);
});

test('of two changes that overlap the second is left out', () => {
  const edits = [
    { from: 0, to: 3, text: 'x' },
    { from: 1, to: 5, text: 'y' },
  ];
  expect(tracked.edited(edits).text).toBe('xNEWdef');
});

test('an empty text has a place too', () => {
  expect(new Tracked([]).sourceOf(0)).toBe(0);
});

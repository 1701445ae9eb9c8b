import { expect, test } from 'vitest';
import { box, listed, shorten, wrap } from './drawing.ts';

test.each([
  ['/bin/sh', 7, ['/bin/sh']],
  ['/etc/app.conf', 7, ['/etc/', 'app.', 'conf']],
  ['Image layer 2', 8, ['Image', 'layer 2']],
  ['verylongname', 5, ['veryl', 'ongna', 'me']],
  ['', 5, []],
])('%j in lines of %d characters is %j', (words, most, lines) => {
  expect(wrap(words, most)).toEqual(lines);
});

test('a line without room is a mistake of ours', () => {
  expect(() => wrap('a', 0)).toThrow('at least one character');
});

test.each([
  ['Container', 9, 'Container'],
  ['Container web', 11, 'Container…'],
])('%j shortened to %d characters is %j', (words, most, short) => {
  expect(shorten(words, most)).toBe(short);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as %j', (names, sentence) => {
  expect(listed(names)).toBe(sentence);
});

test('what is hidden differs from what is seen without colour', () => {
  expect(box('plain', 0, 0, 20, 10)).toHaveLength(1);
  expect(box('hidden', 0, 0, 20, 10).map(({ tone }) => tone)).toEqual(['hidden', 'hatch']);
});

test('hatching stays within its box', () => {
  const [, hatch] = box('hidden', 10, 20, 30, 15);
  const numbers = hatch?.shape === 'line' ? (hatch.d.match(/[\d.]+/g)?.map(Number) ?? []) : [];
  expect(numbers.length).toBeGreaterThan(0);
  numbers.forEach((value, index) => {
    const [from, to] = index % 2 === 0 ? [10, 40] : [20, 35];
    expect(value).toBeGreaterThanOrEqual(from);
    expect(value).toBeLessThanOrEqual(to);
  });
});

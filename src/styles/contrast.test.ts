import { expect, test } from 'vitest';
import { contrast, tokenColours } from './contrast.ts';

test('black on white is 21:1, so the measure is right', () => {
  expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
});

test('a mid grey measures 4.5:1 on white, as other tools say of #767676', () => {
  expect(contrast([0.5681, 0, 0], [1, 0, 0])).toBeCloseTo(4.54, 1);
});

test('a token that is written in another way is named', () => {
  expect(() => tokenColours('--ink: black;', '--ink')).toThrow('--ink');
});

import { expect, test } from 'vitest';
import { withText, withTextBetween } from './text-fragment.ts';

test('the order goes behind an anchor, and letters that mean something in it are escaped', () => {
  expect(withText('/a/#b', ['d-type, or & ftype'])).toBe('/a/#b:~:text=d%2Dtype%2C%20or%20%26%20ftype');
  expect(withText('/a/', ['', ' '])).toBe('/a/');
});

test('of two equal texts the one between its neighbours is meant', () => {
  expect(withTextBetween('/a/#b', 'x-y', 'one, two', ' z ')).toBe('/a/#b:~:text=one%2C%20two-,x%2Dy,-z');
  expect(withTextBetween('/a/', 'x', '', '')).toBe('/a/#:~:text=x');
});

import { expect, test } from 'vitest';
import { knownByLine } from './known-text.ts';

test('what is known over two lines is known on each, without indentation', () => {
  const lines = ['a: one', '  two', 'three'];
  expect(knownByLine(lines, () => [{ from: 3, to: 12, href: '/x/' }])).toEqual([
    [{ from: 3, to: 6, href: '/x/' }],
    [{ from: 2, to: 5, href: '/x/' }],
    [],
  ]);
});

test('of two that overlap the first found stays, and all are in order', () => {
  const found = [
    { from: 4, to: 8, href: '/first/' },
    { from: 6, to: 9, href: '/second/' },
    { from: 0, to: 2, href: '/third/' },
  ];
  expect(knownByLine(['0123456789'], () => found)[0]?.map(({ href }) => href)).toEqual(['/third/', '/first/']);
});

test('an empty line holds nothing', () => {
  expect(knownByLine(['ab', '', 'cd'], () => [{ from: 0, to: 6, href: '/x/' }])[1]).toEqual([]);
});

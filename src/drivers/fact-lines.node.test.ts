import { expect, test } from 'vitest';
import { factLines } from './fact-lines.node.ts';

test('each fact begins on the line of its key', () => {
  const text =
    'name: a\n# a comment\nfacts:\n  status:\n    value: default\n    note: |\n      max_layers: not this one\n\n  max_layers:\n    value: 125\n';
  expect(factLines(text)).toEqual(
    new Map([
      ['status', 4],
      ['max_layers', 9],
    ]),
  );
});

test('lines that end as on Windows count as well', () => {
  expect(factLines('facts:\r\n  a:\r\n    value: 1\r\n  b:\r\n    value: 2\r\n').get('b')).toBe(4);
});

test.each([['name: a\n'], ['facts: none\n'], ['facts:\n'], ['']])('%j has no facts', (text) => {
  expect(factLines(text).size).toBe(0);
});

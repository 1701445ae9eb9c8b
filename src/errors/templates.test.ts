import { expect, test } from 'vitest';
import { isOpen, longestValue, templateOf } from './templates.ts';

const names = ({ pieces, parts }: { pieces: readonly string[]; parts: readonly string[] }) => ({ pieces, parts });

test.each([
  ['without parts', 'No space left on device', ['nospaceleftondevice'], ['', '']],
  ['with a part in the middle', 'write <path>: no space', ['write', 'nospace'], ['', 'path', '']],
  ['that begins and ends with a part', '<text> failed: <error>', ['failed'], ['text', 'error']],
  ['with signs only between two parts', 'at <path>: "<id>" failed', ['at', 'failed'], ['', 'path', '']],
  ['with an open part beside another one', 'run <path>: <error> failed', ['run', 'failed'], ['', 'error', '']],
  ['with two open parts side by side', 'run <error>: <text>', ['run'], ['', 'text']],
  ['with several parts', '<id> to <path> of <fs> x', ['to', 'of', 'x'], ['id', 'path', 'fs', '']],
  ['with a bracket that names nothing', 'a < b and c > d', ['abandcd'], ['', '']],
])('a message %s has its pieces and its parts in order', (_name, message, pieces, parts) => {
  expect(templateOf(message, 3, 5)).toMatchObject({ error: 3, message: 5, pieces, parts });
});

test('the parts are one more than the pieces', () => {
  const template = templateOf('<a>: <b> one <c> two "<d>"', 0, 0);
  expect(template && names(template)).toEqual({ pieces: ['one', 'two'], parts: ['a', 'c', 'd'] });
});

test('the longest piece is looked for first, the former of two as long', () => {
  expect(templateOf('abc <id> abcdef <id> fedcba <id> x', 0, 0)?.anchor).toBe(1);
});

test('the length is that of all pieces', () => {
  expect(templateOf('write <path>: no space', 0, 0)?.length).toBe('writenospace'.length);
});

test.each(['<path>', '<path>: "<error>"', '…'])('%s is no template: nothing in it is always there', (message) => {
  expect(templateOf(message, 0, 0)).toBeUndefined();
});

test('between two pieces there is room for every part that stands there, and for none without one', () => {
  const reach = templateOf('rename <number> <path>: failed', 0, 0)?.reach;
  expect(reach).toEqual([0, longestValue('number') + longestValue('path'), 0]);
});

test('only an error and a text may be a message of their own', () => {
  expect(['error', 'text', 'path', 'id', 'number', ''].filter(isOpen)).toEqual(['error', 'text']);
});

test('a number is shorter than an id, an id than a path, a path than an error', () => {
  const longest = ['number', 'id', 'path', 'error'].map(longestValue);
  expect(longest).toEqual([...new Set(longest)].toSorted((a, b) => a - b));
});

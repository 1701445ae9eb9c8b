import { expect, test } from 'vitest';
import type { Warning } from './warnings.ts';
import { warningsIn } from './warnings.ts';

function warning(prints: string): Warning {
  return {
    id: 'w',
    kind: 'warning',
    prints,
    level: 'note',
    about: 'storage',
    text: 'Text.',
    source: 'https://example.org/page',
    checked: '2026-11-24',
    confidence: 'verified',
  };
}

const api = warning('API is accessible on http://<address> without encryption');

test('a warning is found with its parts and its line', () => {
  expect(
    warningsIn(['Name: x', 'WARNING: API is accessible on http://0.0.0.0:2375 without encryption.'], [api]),
  ).toEqual([{ warning: api, parts: { address: '0.0.0.0:2375' }, line: 2 }]);
});

test('a warning that a terminal broke into lines is found where it begins', () => {
  expect(
    warningsIn(['WARNING: API is accessible', '   on http://[::]:2375 without', ' encryption'], [api]),
  ).toMatchObject([{ parts: { address: '[::]:2375' }, line: 1 }]);
});

test('a warning may begin with a capital letter in one release and with a small one in another', () => {
  const loop = warning('usage of loopback devices is discouraged');
  expect(warningsIn(['WARNING: Usage of loopback devices is discouraged.'], [loop])).toMatchObject([{ line: 1 }]);
  expect(warningsIn(['misusage of loopback devices is DISCOURAGED'], [loop])).toEqual([]);
});

test.each([
  'API is accessible on http:// without encryption',
  'API is accessible on http://a and http://b without encryption',
  'API is accessible on http://a',
])('%j is no such warning', (line) => {
  expect(warningsIn([line], [api])).toEqual([]);
});

test('the first place that fits counts, not the first that begins like it', () => {
  const lines = ['API is accessible on http://', 'API is accessible on http://b:1 without encryption'];
  expect(warningsIn(lines, [api])).toMatchObject([{ parts: { address: 'b:1' }, line: 2 }]);
});

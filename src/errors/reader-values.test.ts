import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellText, valuesFragment, valuesOf } from './reader-values.ts';

test('values come back from the fragment as they went into it', () => {
  const values = { path: '/var/lib/a b&c=d', device: 'docker-8:1-131188-pool' };
  expect(valuesFragment(values)).toBe('#with?path=%2Fvar%2Flib%2Fa%20b%26c%3Dd&device=docker-8%3A1-131188-pool');
  expect(valuesOf(valuesFragment(values))).toEqual(values);
});

test('no values are no fragment, and an anchor carries none', () => {
  expect(valuesFragment({})).toBe('');
  expect(valuesOf('#way-out')).toEqual({});
  expect(valuesOf('#with?path=%E0%A4%A')).toEqual({});
});

test.each([
  ['a line break', 'a\nrm -rf /'],
  ['an option', '--privileged'],
  ['a mark of direction', 'a\u202Eb'],
  ['a novel', 'x'.repeat(301)],
])('%s is no value', (_, value) => {
  expect(valuesOf(`#with?path=${encodeURIComponent(value)}`)).toEqual({});
  expect(valuesFragment({ path: value })).toBe('');
});

test.each([
  ['/var/lib/docker', 'ls ', '/var/lib/docker'],
  ['a b', 'ls ', "'a b'"],
  ["it's", 'ls ', `'it'\\''s'`],
  ['tank/x', 'grep "', 'tank/x'],
  ['$(reboot)', 'grep "', undefined],
  ['a b', "grep 'x' ", "'a b'"],
  ['a b', "grep \\' ", "'a b'"],
])('%j behind %j is %j', (value, before, expected) => {
  expect(shellText(value, before)).toBe(expected);
});

test('a shell reads a filled-in value as one word, letter by letter', () => {
  const printable = fc
    .string({ minLength: 1, maxLength: 30, unit: 'binary-ascii' })
    .filter((text) => !/\p{Cc}/u.test(text));
  const values = fc.sample(printable, { seed: 7, numRuns: 200 });
  const script = values.map((value) => `printf '<%s>\\n' x${shellText(value, '') ?? ''}`).join('\n');
  const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
  expect(printed.trimEnd().split('\n')).toEqual(values.map((value) => `<x${value}>`));
});

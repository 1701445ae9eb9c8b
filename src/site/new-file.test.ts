import { expect, test } from 'vitest';
import { fileNameFor } from './new-file.ts';

test.each([
  ['What df does not see', 'what-df-does-not-see'],
  ['word '.repeat(12), 'word-word-word-word-word-word-word-word-word-word-word-word'],
  ['one '.repeat(200), 'one-one-one-one-one-one-one-one-one-one-one-one-one-one-one'],
  ['12345678 '.repeat(100), '12345678-12345678-12345678-12345678-12345678-12345678'],
  ['a'.repeat(500), 'a'.repeat(60)],
  ['\u{20000}'.repeat(500), '\u{20000}'.repeat(60)],
])('the file for %j is called %s', (text, name) => {
  expect(fileNameFor(text)).toBe(name);
  expect(Buffer.byteLength(`${name}.mdx`)).toBeLessThan(255);
});

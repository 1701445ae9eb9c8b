import { expect, test } from 'vitest';
import { closeBidi } from './bidi.ts';

test('text without controls stays as it is', () => {
  expect(closeBidi('تأكد docker info')).toBe('تأكد docker info');
});

test('half a character is replaced', () => {
  expect(closeBidi('a\uD83Db')).toBe('a\uFFFDb');
});

test('an override that is never ended is ended after the text', () => {
  expect(closeBidi('user\u202Etxt.exe')).toBe('user\u202Etxt.exe\u202C');
});

test('controls that are ended stay as they are', () => {
  expect(closeBidi('\u2066one\u2069 \u202Btwo\u202C')).toBe('\u2066one\u2069 \u202Btwo\u202C');
});

test('several open controls are ended from the inside out', () => {
  expect(closeBidi('\u2067a\u202Db')).toBe('\u2067a\u202Db\u202C\u2069');
});

test('the end of an isolate ends the overrides inside it', () => {
  expect(closeBidi('\u2068a\u202Eb\u2069c')).toBe('\u2068a\u202Eb\u202C\u2069c');
});

test('an end that ends nothing goes, so that it cannot end what stands around the text', () => {
  expect(closeBidi('a\u2069b\u202Cc')).toBe('abc');
});

import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each(['ar', 'fa-IR', 'he', 'ur', 'az-Arab', 'dv', 'yi'])('%s is written from right to left', (language) => {
  expect(directionOf(language)).toBe('rtl');
});

test.each(['en', 'de-CH', 'az', 'ar-Latn', 'zh-Hant', 'sr-Cyrl'])('%s is written from left to right', (language) => {
  expect(directionOf(language)).toBeUndefined();
});

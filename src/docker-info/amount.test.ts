import { expect, test } from 'vitest';
import { amountInWords, bytesOf, percentOf } from './amount.ts';

test.each([
  ['107.4GB', 107.4e9],
  ['65.54 kB', 65_540],
  ['15.63GiB', 15.63 * 1024 ** 3],
  ['62.89 GiB', 62.89 * 1024 ** 3],
  ['2405.4 Mb', 2_405_400_000],
  ['5158154240', 5_158_154_240],
  ['0 B', 0],
  ['107,4 Go', 107.4e9],
  ['3,965\u00a0ГБ'.replace('\u00a0', ' '), 3.965e9],
  ['1.234,5 MB', 1_234_500_000],
  ["1'234'567", 1_234_567],
  ['1,234,567 B', 1_234_567],
])('%j is %d bytes', (text, bytes) => {
  expect(bytesOf(text)).toBeCloseTo(bytes, -1);
});

test.each([undefined, '', 'no', '12 apples', '12 x', '12 xb', 'GB', '10 %', '1e9'])('%j is no amount', (text) => {
  expect(bytesOf(text)).toBeUndefined();
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [65_540, '65.54 kB'],
  [3.965e9, '3.965 GB'],
  [107.4e9, '107.4 GB'],
])('%d bytes are said as %s', (bytes, words) => {
  expect(amountInWords(bytes)).toBe(words);
});

test('a part is told in per cent, exactly where it is small and never rounded up where it is large', () => {
  expect(percentOf(0.39, 107.4)).toBe('0.36 %');
  expect(percentOf(1.72, 107.4)).toBe('1.6 %');
  expect(percentOf(99.9, 100)).toBe('99 %');
});

import { expect, test } from 'vitest';
import { decoded } from './decoded.ts';

test.each([
  ['/a%20b/', '/a b/'],
  ['%E4%BD%A0', '你'],
  ['100%', '100%'],
  ['%FF', '%FF'],
])('%s is %s', (text, wanted) => {
  expect(decoded(text)).toBe(wanted);
});

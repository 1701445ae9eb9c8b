import { expect, test } from 'vitest';
import { comparePolicies } from './compare-policies.ts';

const own = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; upgrade-insecure-requests";

test.each([
  [
    'the same one, in another order and with hashes',
    "Default-Src 'self' 'sha256-a'; upgrade-insecure-requests; img-src data: 'self'; frame-ancestors 'none'",
    [],
    [],
  ],
  [
    'one without a directive',
    "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    ['upgrade-insecure-requests'],
    [],
  ],
  ['one without a source', own.replace(' data:', ''), ["img-src 'self' data:"], []],
  ['one with a source more', own.replace('data:', 'data: https:'), [], [{ name: 'img-src', source: 'https:' }]],
])('%s is compared directive by directive', (_, sent, lacking, excess) => {
  expect(comparePolicies(own, sent, false)).toEqual({ lacking, excess });
});

test('who may frame a page is not asked of a policy in the page itself', () => {
  const inPage = own.replace("frame-ancestors 'none'; ", '');
  expect(comparePolicies(own, inPage, true).lacking).toEqual([]);
  expect(comparePolicies(own, inPage, false).lacking).toEqual(["frame-ancestors 'none'"]);
});

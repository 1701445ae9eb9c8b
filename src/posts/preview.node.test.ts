import { expect, test } from 'vitest';
import { previewSecret, previewToken } from './preview.node.ts';

const secret = 'a secret of enough signs';

test('an address is the same for the same article and secret, and tells neither', () => {
  const token = previewToken(secret, 'the-pool');
  expect(token).toMatch(/^[0-9a-f]{40}$/);
  expect(previewToken(secret, 'the-pool')).toBe(token);
  expect(previewToken(secret, 'the-poll')).not.toBe(token);
  expect(previewToken(`${secret}.`, 'the-pool')).not.toBe(token);
});

test.each([
  [{}, 'MTD_PREVIEW_SECRET is not set'],
  [{ MTD_PREVIEW_SECRET: 'short' }, 'MTD_PREVIEW_SECRET has 5 characters, and 20 are the least'],
])('without a secret worth its name (%j) it says what to do', (environment, words) => {
  expect(previewSecret(environment)).toEqual({ problem: expect.stringContaining(words) as string });
  expect(previewSecret(environment)).toEqual({ problem: expect.stringContaining('openssl rand') as string });
});

test('a secret that is long enough is taken', () => {
  expect(previewSecret({ MTD_PREVIEW_SECRET: secret })).toEqual({ secret });
});

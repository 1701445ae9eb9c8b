import { expect, test } from 'vitest';
import { allowScripts } from './own-scripts.ts';
import type { TrustedTypes } from './own-scripts.ts';
import { pathOf } from './urls.ts';

const folder = 'https://example.org/docs/_astro/';

/** What the rule makes of the address of a script. */
function allowed(address: string): string | null {
  let rule: ((address: string) => string | null) | undefined;
  const types: TrustedTypes = { defaultPolicy: null, createPolicy: (_, rules) => (rule = rules.createScriptURL) };
  allowScripts(types, folder);
  return rule?.(address) ?? null;
}

test('a worker of ours may be started', () => {
  expect(allowed(`${folder}matcher.worker-DMOESo1T.js`)).toBe(`${folder}matcher.worker-DMOESo1T.js`);
});

test('the worker that keeps pages may be started', () => {
  expect(allowed('https://example.org/docs/keeper.js')).toBe('https://example.org/docs/keeper.js');
  expect(pathOf.keeper).toBe('/keeper.js');
});

test.each([
  'https://example.org/keeper.js',
  'https://evil.example/docs/_astro/a.js',
  'https://example.org/a.js',
  `${folder}../../a.js`,
  `${folder}..\\..\\a.js`,
  `${folder}a.js?b`,
  `${folder}a/b.js`,
  '/docs/_astro/a.js',
  'data:text/javascript,alert(1)',
  'blob:https://example.org/1',
])('a script from %s may not', (address) => {
  expect(allowed(address)).toBeNull();
});

test('browsers without the protection, and a second call, are left alone', () => {
  const createPolicy = () => expect.fail('A second rule would throw.');
  allowScripts(undefined, folder);
  allowScripts({ defaultPolicy: {}, createPolicy }, folder);
});

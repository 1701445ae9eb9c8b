import { expect, test } from 'vitest';
import { parsePage } from './built-pages.node.ts';
import { headersFor, inlineHashes, playsMedia } from './headers.node.ts';

// printf 'alert(1)' | openssl dgst -sha256 -binary | base64
const alertHash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

test('an inline script and an inline style are known by their hashes', () => {
  const { scripts, styles } = inlineHashes(
    parsePage('<script>alert(1)</script><style>alert(1)</style><script src="/a.js"></script>'),
  );
  expect(scripts).toEqual([alertHash]);
  expect(styles).toEqual([alertHash]);
});

test('a module is a script, and a block of data is not', () => {
  expect(inlineHashes(parsePage('<script type="module">alert(1)</script>')).scripts).toEqual([alertHash]);
  expect(inlineHashes(parsePage('<script type="application/ld+json">alert(1)</script>')).scripts).toEqual([]);
});

test('the policy allows nothing inline but the hashes, and no eval but WebAssembly', () => {
  const [, policy] = headersFor({ scripts: [alertHash], styles: [] })[0] ?? [];
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${alertHash};`);
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
});

test('a page plays films and sounds if it has an element for them', () => {
  expect(playsMedia(parsePage('<p><video src="/a.mp4"></video></p>'))).toBe(true);
  expect(playsMedia(parsePage('<audio><source src="/a.mp3"></audio>'))).toBe(true);
  expect(playsMedia(parsePage('<picture><source srcset="/a.avif"><img src="/a.png" alt=""></picture>'))).toBe(false);
});

test('the policy lets own films and sounds play only where there are any', () => {
  const policyOf = (media: boolean) => headersFor({ scripts: [], styles: [], media })[0]?.[1];
  expect(policyOf(false)).not.toContain('media-src');
  expect(policyOf(true)).toContain("; media-src 'self';");
});

test('the policy lets in frames of the origins that are named, and none without', () => {
  const policyOf = (frames: string[]) => headersFor({ scripts: [], styles: [], frames })[0]?.[1];
  expect(policyOf([])).not.toContain('frame-src');
  expect(policyOf(['https://giscus.app'])).toContain('; frame-src https://giscus.app;');
});

test('the policy fits into one line of the hosts that have the narrowest', () => {
  const hashes = Array.from({ length: 25 }, (_, number) => alertHash.replace('bhHH', String(1000 + number)));
  const [name = '', value = ''] = headersFor({ scripts: hashes.slice(0, 1), styles: hashes.slice(1) })[0] ?? [];
  expect(`  ${name}: ${value}`.length).toBeLessThan(2000);
});

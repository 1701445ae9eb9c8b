import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast, linearRgb, tokenColours } from './contrast.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

test.for([
  ['--ink', '--sheet', 10],
  ['--ink', '--surface', 10],
  ['--ink', '--mark', 7],
  ...['--ink-quiet', '--accent', '--good', '--warn', '--bad'].flatMap((text) => [
    [text, '--sheet', 5.5],
    [text, '--surface', 5.5],
  ]),
  ['--control-edge', '--sheet', 3],
  ['--control-edge', '--surface', 3],
] as [string, string, number][])('%s on %s has a contrast of at least %d:1 in both themes', ([text, ground, least]) => {
  for (const theme of ['light', 'dark'] as const) {
    expect(contrast(tokenColours(css, text)[theme], tokenColours(css, ground)[theme])).toBeGreaterThanOrEqual(least);
  }
});

test('every colour can be shown by any screen', () => {
  const tokens = [...css.matchAll(/(--[\w-]+): light-dark/g)].map(([, token]) => token ?? '');
  expect(tokens).toHaveLength(16);
  for (const token of tokens) {
    for (const colour of Object.values(tokenColours(css, token))) {
      for (const channel of linearRgb(colour)) {
        expect(channel).toBeGreaterThan(-0.001);
        expect(channel).toBeLessThan(1.001);
      }
    }
  }
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast, linearRgb, tokenColours } from '../styles/contrast.ts';
import { codeRoles } from './code-roles.ts';

const css = readFileSync(new URL('../styles/code.css', import.meta.url), 'utf8');
const leastContrast = 7;

const coloursOf = (token: string) => tokenColours(css, `--code-${token}`);
const textTokens = ['ink', 'quiet', ...codeRoles.map(({ name }) => name)];

test.for(textTokens)('--code-%s is readable on the block and on a marked line, in both themes', (token) => {
  for (const ground of ['surface', 'mark']) {
    for (const theme of ['light', 'dark'] as const) {
      expect(contrast(coloursOf(token)[theme], coloursOf(ground)[theme])).toBeGreaterThanOrEqual(leastContrast);
    }
  }
});

test.for(textTokens)('--code-%s can be shown by any screen', (token) => {
  for (const theme of ['light', 'dark'] as const) {
    for (const channel of linearRgb(coloursOf(token)[theme])) {
      expect(channel).toBeGreaterThan(-0.001);
      expect(channel).toBeLessThan(1.001);
    }
  }
});

test('each role has its class in the stylesheet', () => {
  for (const { name } of codeRoles)
    expect(css).toMatch(new RegExp(`\\.t-${name} \\{\\s+color: var\\(--code-${name}\\);`));
});

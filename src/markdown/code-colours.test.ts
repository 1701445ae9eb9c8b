import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeRoles } from './code-roles.ts';

const css = readFileSync(new URL('../styles/code.css', import.meta.url), 'utf8');
const leastContrast = 7;

type Oklch = [lightness: number, chroma: number, hue: number];
type Theme = 'light' | 'dark';

/** The two colours of a token; throws where it is not written as `light-dark(oklch(…), oklch(…))`. */
function coloursOf(token: string): Record<Theme, Oklch> {
  const colour = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)deg\)`;
  const found = new RegExp(String.raw`--code-${token}: light-dark\(${colour}, ${colour}\);`).exec(css);
  if (found === null) throw new Error(`code.css has no token --code-${token} of the usual form.`);
  const [l1, c1, h1, l2, c2, h2] = found.slice(1).map(Number) as [number, number, number, number, number, number];
  return { light: [l1 / 100, c1, h1], dark: [l2 / 100, c2, h2] };
}

/** Linear sRGB, by Ottosson's definition of OKLab. */
function linearRgb([lightness, chroma, hue]: Oklch): [number, number, number] {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = linearRgb(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Oklch, other: Oklch): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const textTokens = ['ink', 'quiet', ...codeRoles.map(({ name }) => name)];

test('black on white is 21:1, so the measure is right', () => {
  expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
});

test('a mid grey measures 4.5:1 on white, as other tools say of #767676', () => {
  expect(contrast([0.5681, 0, 0], [1, 0, 0])).toBeCloseTo(4.54, 1);
});

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

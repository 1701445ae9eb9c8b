import { access } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { hexOf, readLook } from './drawing.node.ts';

test.each([
  [[1, 0, 0], '#ffffff'],
  [[0, 0, 0], '#000000'],
  [[0.5, 0, 0], '#636363'],
  // Red of sRGB in OKLCH, as CSS Color 4 gives it.
  [[0.62796, 0.25768, 29.234], '#ff0000'],
] as const)('the colour %j is %s', (colour, hex) => {
  expect(hexOf(colour)).toBe(hex);
});

test('a colour that no screen can show is the nearest that it can', () => {
  expect(hexOf([0.7, 0.4, 140])).toMatch(/^#00[\da-f]{2}00$/);
});

test('the look of this project has all its colours, its sign and a face that is there', async () => {
  const { colours, icon, font } = await readLook('.');
  for (const colour of Object.values(colours)) expect(colour).toMatch(/^#[\da-f]{6}$/);
  expect(icon).toContain('<svg');
  await expect(access(font.file)).resolves.toBeUndefined();
});

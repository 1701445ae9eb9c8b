import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, linearRgb, tokenColours } from './contrast.ts';
import type { Oklch } from './contrast.ts';

test('black on white is 21:1, so the measure is right', () => {
  expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
});

test('a mid grey measures 4.5:1 on white, as other tools say of #767676', () => {
  expect(contrast([0.5681, 0, 0], [1, 0, 0])).toBeCloseTo(4.54, 1);
});

test('a token that is written in another way is named', () => {
  expect(() => tokenColours('--ink: black;', '--ink')).toThrow('--ink');
});

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const kinds = [...css.matchAll(/(--kind-[a-z]+): light-dark/g)].map(([, token = '']) => token);

type Row = readonly [number, number, number];
type Matrix = readonly [Row, Row, Row];

/** What an eye without one sort of cones makes of linear sRGB, row by row; Machado, Oliveira and Fernandes 2009, severity 1. */
const eyes = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} satisfies Record<string, Matrix>;

/** A colour as an eye sees it, in OKLab by Ottosson's definition. */
function seen(colour: Oklch, eye: Matrix): Row {
  const times = (rows: Matrix, by: Row): Row =>
    rows.map(([one, two, three]) => one * by[0] + two * by[1] + three * by[2]) as unknown as Row;
  const shown = times(eye, linearRgb(colour)).map((channel) => Math.min(1, Math.max(0, channel))) as unknown as Row;
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    shown,
  ).map(Math.cbrt) as unknown as Row;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

test('the measure of what is seen gives back the colour to an eye with all cones', () => {
  expect(seen([0.6, 0.1, 90], eyes['all cones'])).toEqual([
    expect.closeTo(0.6, 4),
    expect.closeTo(0, 4),
    expect.closeTo(0.1, 4),
  ]);
});

test('there are five hues of kinds', () => {
  expect(kinds).toHaveLength(5);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const hue = (token: string) => tokenColours(css, token)[theme];

  test.each(kinds)('%s on a sheet and on the surface has a contrast of at least 5.5:1', (token) => {
    for (const ground of ['--sheet', '--surface']) {
      expect(contrast(hue(token), hue(ground))).toBeGreaterThanOrEqual(5.5);
    }
  });

  test('all hues are equally light', () => {
    expect(new Set(kinds.map((token) => hue(token)[0])).size).toBe(1);
  });

  test.each(Object.entries(eyes))('any two hues stay apart for an eye with %s', (_, eye) => {
    kinds.forEach((one, index) => {
      for (const other of kinds.slice(index + 1)) {
        const [from, to] = [seen(hue(one), eye), seen(hue(other), eye)];
        expect(Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]), `${one}, ${other}`).toBeGreaterThan(0.05);
      }
    });
  });
});

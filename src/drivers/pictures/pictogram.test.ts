import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isKind, pictograms } from './pictogram.ts';

const facts = parse(readFileSync(new URL('../../../content/facts.yaml', import.meta.url), 'utf8')) as {
  key: string;
  allowed?: Record<string, string>;
}[];
const kinds = Object.keys(facts.find(({ key }) => key === 'kind')?.allowed ?? {});
const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');

test('every kind of the facts has a pictogram, and no pictogram is of another kind', () => {
  expect(kinds.length).toBeGreaterThan(0);
  expect(Object.keys(pictograms).toSorted()).toEqual(kinds.toSorted());
});

test.for(Object.entries(pictograms))(
  '%s has strokes in both colours, and a hue that is a token',
  ([, { hue, strokes }]) => {
    expect(new Set(strokes.map(({ role }) => role))).toEqual(new Set(['line', 'accent']));
    expect(tokens).toContain(`${hue}: light-dark(`);
  },
);

test.for(Object.entries(pictograms))('%s stays on its grid, whatever way its paths go', ([, { strokes }]) => {
  for (const { d } of strokes) {
    for (const [x, y] of points(d)) {
      for (const coordinate of [x, y]) {
        expect(coordinate).toBeGreaterThanOrEqual(0.75);
        expect(coordinate).toBeLessThanOrEqual(23.25);
      }
    }
  }
});

test('no two kinds look alike', () => {
  const drawn = Object.values(pictograms).map(({ strokes }) => strokes.map(({ d }) => d).join(' '));
  expect(new Set(drawn).size).toBe(drawn.length);
});

test('only the words of the fact are kinds', () => {
  expect(isKind('plain-copy')).toBe(true);
  expect(isKind('toString')).toBe(false);
});

/** The ends of all parts of a path. */
function points(d: string): [x: number, y: number][] {
  const ends: [number, number][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command = '', list = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = list.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const size = { m: 2, l: 2, h: 1, v: 1, a: 7, z: 0 }[command.toLowerCase()];
    if (size === undefined) throw new Error(`The test cannot follow ${command} in ${d}.`);
    const [baseX, baseY] = command === command.toLowerCase() ? [1, 1] : [0, 0];
    if (size === 0) [x, y] = [startX, startY];
    for (let at = 0; at + size <= numbers.length && size > 0; at += size) {
      const [one = 0, two = 0] = numbers.slice(at + size - Math.min(size, 2), at + size);
      if (command.toLowerCase() === 'h') x = baseX * x + one;
      else if (command.toLowerCase() === 'v') y = baseY * y + one;
      else [x, y] = [baseX * x + one, baseY * y + two];
      if (command.toLowerCase() === 'm') [startX, startY] = [x, y];
      ends.push([x, y]);
    }
  }
  return ends;
}

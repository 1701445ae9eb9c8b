import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { compressRows, pngOf } from './png.node.ts';

test('programs for pictures read each pixel in its colour', async () => {
  const [red, teal] = [
    [200, 16, 46],
    [0, 128, 128],
  ] as const;
  const rows = Buffer.from([0, 0, 1, 1, 0, 1, 0, 0]);
  const png = pngOf([await compressRows(rows)], 3, Buffer.from([...red, ...teal]));
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([3, 2]);
  expect([...data]).toEqual([...red, ...teal, ...teal, ...teal, ...red, ...red]);
});

test('rows that were compressed by themselves are one picture, whose sums are right', async () => {
  const [width, height] = [90, 700];
  const pixel = (x: number, y: number): number => (x * 7 + y * y) % 2;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = pixel(x, y);
  const cuts = [0, 1, 333, height].map((row) => row * (width + 1));
  const bands = await Promise.all(cuts.slice(1).map((end, place) => compressRows(rows.subarray(cuts[place], end))));
  const png = pngOf(bands, width, Buffer.from([0, 0, 0, 255, 255, 255]));
  const { data, info } = await sharp(png, { failOn: 'warning' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([width, height]);
  expect([...data].map((shade) => shade / 255)).toEqual(
    [...data.keys()].map((at) => pixel(at % width, Math.floor(at / width))),
  );
  const idat = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
  expect(inflateSync(idat)).toEqual(rows); // throws if the sum is wrong
});

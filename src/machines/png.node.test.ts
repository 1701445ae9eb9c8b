import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodePng } from './png.node.ts';

test('programs for pictures read each pixel in its colour', async () => {
  const [red, teal] = [
    [200, 16, 46],
    [0, 128, 128],
  ] as const;
  const png = await encodePng({ width: 3, height: 2 }, Buffer.from([...red, ...teal]), Buffer.from([0, 1, 1, 1, 0, 0]));
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([3, 2]);
  expect([...data]).toEqual([...red, ...teal, ...teal, ...teal, ...red, ...red]);
});

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readLook } from './drawing.node.ts';
import { iconFiles } from './icon-files.ts';
import { drawIcons } from './icons.node.ts';

const icons = await drawIcons(await readLook('.'));

test.each(iconFiles)(
  '$file is a square of $size pixels, opaque where a phone cuts it',
  async ({ file, size, isOpaque }) => {
    const picture = sharp(icons.get(file));
    const { width, height } = await picture.metadata();
    expect([width, height]).toEqual([size, size]);
    const { isOpaque: found } = await sharp(icons.get(file)).stats();
    expect(found).toBe(isOpaque);
  },
);

test('nothing of the sign is outside the circle that a phone may cut out', async () => {
  const { data, info } = await sharp(icons.get('icon-maskable.png'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const paper = data.subarray(0, 3);
  const { width, channels } = info;
  for (let place = 0; place < data.length; place += channels) {
    const pixel = place / channels;
    const distance = Math.hypot((pixel % width) - width / 2, Math.floor(pixel / width) - width / 2);
    if (distance > 0.4 * width) expect(data.subarray(place, place + 3).equals(paper)).toBe(true);
  }
});

test('the old icon file holds a picture that can be read', async () => {
  const ico = Buffer.from(icons.get('favicon.ico') ?? []);
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 1]);
  expect([ico.readUInt8(6), ico.readUInt8(7)]).toEqual([32, 32]);
  const [length, start] = [ico.readUInt32LE(14), ico.readUInt32LE(18)];
  const { width, format } = await sharp(ico.subarray(start, start + length)).metadata();
  expect([width, format]).toEqual([32, 'png']);
});

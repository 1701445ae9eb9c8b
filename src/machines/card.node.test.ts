import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cardSize, createCards } from './card.node.ts';
import { readLook } from './drawing.node.ts';

const look = await readLook('.');
const draw = createCards('Mind the Driver', look);

/** The box around what is darker than paper in the upper part of a picture, where the title stands. */
async function inkBox(png: Uint8Array): Promise<{ left: number; right: number; bottom: number }> {
  const top = { left: 60, top: 60, width: cardSize.width - 150, height: 380 };
  const { data, info } = await sharp(png).extract(top).greyscale().raw().toBuffer({ resolveWithObject: true });
  const inked = [...data.keys()].filter((place) => (data[place] ?? 255) < 100);
  const columns = inked.map((place) => place % info.width);
  const [left, right] = [Math.min(...columns), info.width - Math.max(...columns)];
  return { left, right, bottom: Math.max(...inked.map((place) => Math.floor(place / info.width))) };
}

test('a picture has the size that it is announced with', async () => {
  const { width, height, format } = await sharp((await draw('Mind the storage driver')).png).metadata();
  expect({ width, height, format }).toEqual({ ...cardSize, format: 'png' });
});

test('the same title gives the same bytes, and another one does not', async () => {
  const [one, same, other] = await Promise.all(['A', 'A', 'B'].map(async (title) => (await draw(title)).png));
  expect(one).toEqual(same);
  expect(one).not.toEqual(other);
});

test('a short title is set large', async () => {
  expect((await inkBox((await draw('Hello')).png)).bottom).toBeGreaterThan(60);
});

test.each([
  ['a path that has no place to break', `/var/lib/docker/${'a'.repeat(180)}`],
  ['the longest title that an article may have', 'no space left on device '.repeat(8)],
  ['signs of markup', '<b>write</b> & "close" '.repeat(8)],
  ['control characters and half a character', `a\u001b[31m\ud800b`],
])('%s stays on the sheet', async (_, title) => {
  const { png, unknown } = await draw(title);
  const { left, right, bottom } = await inkBox(png);
  expect(unknown).toEqual([]);
  expect(left).toBeGreaterThan(20);
  expect(right).toBeGreaterThan(0);
  expect(bottom).toBeLessThan(360);
});

test('a title that is read from the right begins there', async () => {
  const hebrew = await draw('שלום');
  // Where no face has the letters, there is nothing to be on a side.
  if (hebrew.unknown.length > 0) return;
  const [{ left, right }, latin] = [await inkBox(hebrew.png), await inkBox((await draw('Hello')).png)];
  expect(left).toBeGreaterThan(right);
  expect(latin.left).toBeLessThan(latin.right);
});

test('a letter that no face has is named, and is not drawn as a box with its number', async () => {
  // Unicode has left this place empty since it began, so no font fills it.
  const { png, unknown } = await draw('One \u0378 two');
  expect(unknown).toEqual(['\u0378']);
  expect((await inkBox(png)).bottom).toBe(-Infinity);
});

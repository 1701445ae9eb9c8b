import sharp, { type OverlayOptions, type Raw } from 'sharp';
import type { Look } from './drawing.node.ts';
import { compressRows, pixelAt, pngOf, rowBytes } from './png.node.ts';
import type { Band } from './png.node.ts';

/** Size in pixels of a picture for previews of links; what programs cut from it at most is its edge. */
export const cardSize = { width: 1200, height: 630 };

const margin = 96; // from the edge of the picture to the words
const step = 14; // by which a sheet lies beside the one on top of it

const signSize = 72;

sharp.cache(false); // No picture is drawn twice, and what is kept of the last ones is 70 MB.

interface Box {
  width: number;
  /** Text that needs more at `size` is set smaller. */
  height: number;
  weight: 'Bold' | '';
  /** Size of the letters in pixels. */
  size: number;
}

const titleBox: Box = { width: cardSize.width - 2 * margin - 2 * step, height: 300, weight: 'Bold', size: 76 };
const nameBox: Box = { width: titleBox.width - signSize - 24, height: signSize, weight: '', size: 40 };

/** Letters that are written from right to left; the first letter of a text tells the side on which it begins. */
const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What is the same in all pictures: a place in `colours` for each pixel. */
interface Paper {
  /** Three bytes each: red, green and blue. */
  colours: Buffer;
  /** All rows, as `compressRows` takes them. */
  rows: Buffer;
  /** Rows of it compressed, from one up to another one. */
  band: (from: number, to: number) => Promise<Band>;
  /** Colour of the sheet on which titles stand, such as 0xfcfbf9. */
  sheet: number;
  /** The place of the colour that is nearest to another one. */
  nearest: (colour: number) => number;
}

/**
 * Draws pictures of pages of the site `name` as PNG: the title on the top one of three sheets, and below it the site's
 * sign and name. Lines are broken and letters joined as their script wants it, from right to left too. `unknown` has the
 * letters that no face of this machine knows; a text with one of them is left out, since it would be a row of boxes.
 */
export function createCards(
  name: string,
  look: Look,
): (title: string) => Promise<{ png: Uint8Array; unknown: string[] }> {
  const papers = new Map<boolean, Promise<Paper>>();
  return async (title) => {
    const beginsRight = rightToLeft.test(title);
    const drawn = papers.get(beginsRight) ?? drawPaper(name, look, beginsRight);
    papers.set(beginsRight, drawn);
    const paper = await drawn;
    const unknown = await unknownLetters(title, look);
    const words = unknown.length > 0 ? undefined : await drawText(title, look, titleBox);
    const height = words?.raw.height ?? 0;
    const bands = await Promise.all([
      paper.band(0, margin),
      ...(words === undefined ? [] : [written(words, paper, sideOf(beginsRight, words.raw.width))]),
      paper.band(margin + height, cardSize.height),
    ]);
    return { png: pngOf(bands, cardSize.width, paper.colours), unknown };
  };
}

/** The rows of a paper with `words` on it, in its colours. */
function written(
  { input, raw: { width, height } }: Words,
  { rows, nearest, sheet }: Paper,
  left: number,
): Promise<Band> {
  const band = Buffer.from(between(rows, margin, margin + height));
  const pixels = new Uint32Array(input.buffer, input.byteOffset, width * height);
  const shown = Math.min(width, cardSize.width - left);
  let [last, place] = [0, 0]; // most of it is not covered, and most of the rest is all ink
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < shown; column += 1) {
      const at = row * width + column;
      const pixel = pixels[at] ?? 0;
      if (pixel === 0 || input[at * letterBytes + 3] === 0) continue;
      if (pixel !== last) [last, place] = [pixel, nearest(shade(input, at * letterBytes, sheet))];
      band[pixelAt(cardSize.width, row, left + column)] = place;
    }
  }
  return compressRows(band);
}

/** The rows of a picture from one up to another one. */
function between(rows: Buffer, from: number, to: number): Buffer {
  const bytes = rowBytes(cardSize.width);
  return rows.subarray(from * bytes, to * bytes);
}

/** The colour that a pixel of letters has on the `sheet`, such as 0x3a3733. */
function shade(letters: Buffer, at: number, sheet: number): number {
  const cover = letters[at + 3] ?? 0;
  const mixed = (byte: number, below: number): number => Math.round((byte * cover + below * (255 - cover)) / 255);
  const [red = 0, green = 0, blue = 0] = [letters[at], letters[at + 1], letters[at + 2]];
  return (mixed(red, sheet >> 16) << 16) | (mixed(green, (sheet >> 8) & 255) << 8) | mixed(blue, sheet & 255);
}

/** Where something `own` pixels wide lies that is `away` from the side on which the title begins. */
function sideOf(beginsRight: boolean, own: number, away = 0): number {
  return beginsRight ? cardSize.width - margin - away - own : margin + away;
}

/** Draws a paper. Its colours are chosen once for all titles, which takes longer than all else that a picture needs. */
async function drawPaper(name: string, look: Look, beginsRight: boolean): Promise<Paper> {
  const top = cardSize.height - margin - 2 * step - signSize;
  const sign = await sharp(Buffer.from(look.icon), { density: 400 })
    .resize(signSize, signSize, { fit: 'contain', background: 'transparent' })
    .png()
    .toBuffer();
  const overlays: OverlayOptions[] = [{ input: sign, left: sideOf(beginsRight, signSize), top }];
  if ((await unknownLetters(name, look)).length === 0) {
    const words = await drawText(name, look, nameBox);
    const left = sideOf(beginsRight, words.raw.width, signSize + 24);
    overlays.push({ ...words, left, top: top + Math.round((signSize - words.raw.height) / 2) });
  }
  const png = await sharp(Buffer.from(sheets(look, beginsRight)))
    .composite(overlays)
    .png({ palette: true, colours: 48, effort: 10 })
    .toBuffer();
  const picture = await sharp(png).removeAlpha().raw().toBuffer();
  const colours = new Map<number, number>();
  const { width, height } = cardSize;
  const rows = Buffer.alloc(rowBytes(width) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(picture, pixel);
    const place = colours.get(colour) ?? colours.size;
    colours.set(colour, place);
    rows[pixelAt(width, Math.floor(pixel / width), pixel % width)] = place;
  }
  const bands = new Map<string, Promise<Band>>();
  const band: Paper['band'] = (from, to) => {
    const name = `${from} ${to}`;
    const known = bands.get(name) ?? compressRows(between(rows, from, to));
    bands.set(name, known);
    return known;
  };
  return {
    colours: Buffer.from([...colours.keys()].flatMap(bytesOf)),
    rows,
    band,
    sheet: Number.parseInt(look.colours.sheet.slice(1), 16),
    nearest: nearestOf(colours),
  };
}

/** The colour of a pixel, such as 0xfcfbf9. */
function colourAt(picture: Buffer, pixel: number): number {
  const at = pixel * 3;
  return ((picture[at] ?? 0) << 16) | ((picture[at + 1] ?? 0) << 8) | (picture[at + 2] ?? 0);
}

const bytesOf = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** Finds the place of the one of `colours` that is nearest to another one, and notes it there. */
function nearestOf(colours: Map<number, number>): (colour: number) => number {
  const own = [...colours.keys()].map((colour) => [bytesOf(colour), colours.get(colour) ?? 0] as const);
  const distance = (one: number[], other: number[]): number =>
    one.reduce((sum, byte, at) => sum + (byte - (other[at] ?? 0)) ** 2, 0);
  return (colour) => {
    const known = colours.get(colour);
    if (known !== undefined) return known;
    const bytes = bytesOf(colour);
    const [, place] = own.reduce((best, one) => (distance(one[0], bytes) < distance(best[0], bytes) ? one : best));
    colours.set(colour, place);
    return place;
  };
}

/** Three sheets that lie on each other, with a thin edge and no shadow. */
function sheets({ colours: { surface, sheet, edge, accent } }: Look, mirrored: boolean): string {
  const { width, height } = cardSize;
  const inset = 40;
  const [w, h] = [width - 2 * inset - 2 * step, height - 2 * inset - 2 * step];
  const rects = [2, 1, 0].map(
    (place) =>
      `<rect x="${inset + place * step}" y="${inset + place * step}" width="${w}" height="${h}" fill="${sheet}" stroke="${edge}" stroke-width="3"/>`,
  );
  // The corner of the top sheet is lifted, as in the sign.
  const corner = `<path d="M${inset + w} ${inset + h - 90}L${inset + w - 90} ${inset + h}H${inset + w}Z" fill="${accent}" fill-opacity=".22" stroke="${accent}" stroke-width="3" stroke-linejoin="round"/>`;
  const turn = mirrored ? ` transform="matrix(-1 0 0 1 ${width} 0)"` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${surface}"/><g${turn}>${rects.join('')}${corner}</g></svg>`;
}

const letterBytes = 4;

/** Words, with nothing below them. */
interface Words {
  /** Four bytes for each pixel: red, green, blue, and how much it covers of what lies below. */
  input: Buffer;
  raw: Raw;
}

async function drawText(
  text: string,
  { font, colours: { ink } }: Look,
  { width, height, weight, size }: Box,
): Promise<Words> {
  const markup = `<span foreground="${ink}">${escapeMarkup(text)}</span>`;
  for (let pixels = size; ; pixels = Math.floor(pixels * 0.88)) {
    const picture = sharp({
      text: {
        text: markup,
        font: `${font.name} ${weight} ${pixels}px`,
        fontfile: font.file,
        width,
        dpi: 72,
        rgba: true,
        wrap: 'word-char',
      },
    });
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    if ((info.height <= height && info.width <= width) || pixels < 12)
      return { input: data, raw: { width: info.width, height: info.height, channels: letterBytes } };
  }
}

/** Pango reads its text as markup, and takes no control character. */
function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const known = new Map<string, Promise<boolean>>();

/** The letters of `text`, and other signs that are not ASCII, which no face of this machine knows. */
async function unknownLetters(text: string, look: Look): Promise<string[]> {
  const letters = [...new Set(text.toWellFormed().match(/[^\p{ASCII}\p{M}\p{Cc}\p{Cf}\p{Z}]/gu) ?? [])];
  const found = await Promise.all(
    letters.map(async (letter) => {
      const answer = known.get(letter) ?? isDrawn(letter, look);
      known.set(letter, answer);
      return (await answer) ? [] : [letter];
    }),
  );
  return found.flat();
}

/**
 * Whether there is a face with `letter`. Pango draws others as a frame with the hexadecimal number inside, all of them in
 * one size: a frame of the size that a letter has which Unicode will never define.
 */
async function isDrawn(letter: string, look: Look): Promise<boolean> {
  const undefinedLetter = letter.length > 1 ? '\u{efffd}' : '\u0378'; // of five digits, and of four
  const [own, frame] = await Promise.all([letter, undefinedLetter].map((text) => pixelsOf(text, look)));
  if (own === undefined || frame === undefined) return true;
  if (own.width !== frame.width || own.height !== frame.height) return true;
  return !isFramed(own);
}

interface Pixels {
  width: number;
  height: number;
  /** Whether there is ink at a place. */
  isInked: (x: number, y: number) => boolean;
}

async function pixelsOf(letter: string, { font }: Look): Promise<Pixels> {
  const { data, info } = await sharp({
    text: { text: letter, font: `${font.name} 100px`, fontfile: font.file, dpi: 72 },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { width, height, isInked: (x, y) => (data[(y * width + x) * channels] ?? 0) > 64 };
}

/** Whether the ink is within lines on all four sides, from end to end. */
function isFramed({ width, height, isInked }: Pixels): boolean {
  const all = (length: number): number[] => Array.from({ length }, (_, index) => index);
  const columns = all(width).filter((x) => all(height).some((y) => isInked(x, y)));
  const rows = all(height).filter((y) => columns.some((x) => isInked(x, y)));
  // The outermost pixels are half ink, half paper.
  const [[left, right], [top, bottom]] = [columns, rows].map(
    (line) => [line.at(1) ?? 0, line.at(-2) ?? 0] as const,
  ) as [readonly [number, number], readonly [number, number]];
  return (
    columns.slice(1, -1).every((x) => isInked(x, top) && isInked(x, bottom)) &&
    rows.slice(1, -1).every((y) => isInked(left, y) && isInked(right, y))
  );
}

import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const indexedColour = 3;
const compress = promisify(deflate); // beside what JavaScript does, on another core

/**
 * A PNG of `width` times `height` pixels, of which each names one of at most 256 `colours` (three bytes each: red, green
 * and blue) by its place. Programs for pictures choose the colours of each picture anew, which takes ten times as long.
 * https://www.w3.org/TR/png-3/
 */
export async function encodePng(
  { width, height }: { width: number; height: number },
  colours: Buffer,
  pixels: Buffer,
): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, indexedColour], 8); // bits a pixel; the last three are the one way to compress, to filter and no interlace
  const rows = Buffer.alloc(height * (width + 1)); // Each row begins with a 0: its pixels stand as they are.
  for (let row = 0; row < height; row += 1) {
    pixels.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', await compress(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

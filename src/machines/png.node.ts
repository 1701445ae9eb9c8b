import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const indexedColour = 3;
const compress = promisify(deflateRaw); // beside what JavaScript does, on another core

/** Rows of a picture, compressed so that other rows can stand before and after them. */
export interface Band {
  data: Buffer;
  /** Sums of its bytes by which a program sees that none is wrong: Adler-32. */
  sum: readonly [a: number, b: number];
  /** Bytes before they were compressed. */
  bytes: number;
}

/** How many bytes a row of `width` pixels has: a 0, which says that its pixels stand as they are, and these. */
export const rowBytes = (width: number): number => width + 1;

/** Where a pixel stands in such rows. */
export const pixelAt = (width: number, row: number, column: number): number => row * rowBytes(width) + 1 + column;

/** Compresses whole rows of pixels, each of which names a colour by its place. */
export async function compressRows(rows: Buffer): Promise<Band> {
  const data = await compress(rows, { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 65_536 });
  return { data, sum: sumOf(rows), bytes: rows.length };
}

/**
 * A PNG of `bands`, one below the other, each `width` pixels wide, in at most 256 `colours` (three bytes each: red, green
 * and blue). Programs for pictures choose the colours of each picture anew, which takes ten times as long, and what many
 * pictures have in common is compressed once. https://www.w3.org/TR/png-3/, https://www.rfc-editor.org/rfc/rfc1950
 */
export function pngOf(bands: readonly Band[], width: number, colours: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(bands.reduce((all, { bytes }) => all + bytes, 0) / rowBytes(width), 4);
  header.set([8, indexedColour], 8); // bits a pixel; the last three are the one way to compress, to filter and no interlace
  const [a, b] = bands.reduce<Band['sum']>((before, band) => joined(before, band), [1, 0]);
  const sum = Buffer.alloc(4);
  sum.writeUInt16BE(b, 0);
  sum.writeUInt16BE(a, 2);
  const begin = Buffer.from([0x78, 0x9c]); // deflate with a window of 32 kB
  const end = Buffer.from([3, 0]); // an empty block that is the last one
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', Buffer.concat([begin, ...bands.map(({ data }) => data), end, sum])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const modulus = 65_521;

function sumOf(bytes: Buffer): Band['sum'] {
  let [a, b] = [1, 0];
  for (let start = 0; start < bytes.length; start += 3800) {
    const end = Math.min(start + 3800, bytes.length); // as many as a number of 31 bits has room for
    for (let at = start; at < end; at += 1) {
      a += bytes[at] ?? 0;
      b += a;
    }
    a %= modulus;
    b %= modulus;
  }
  return [a, b];
}

/** The sums of bytes with those of `sum`, and of a band after them. */
function joined([a, b]: Band['sum'], { sum: [nextA, nextB], bytes }: Band): Band['sum'] {
  return [(a + nextA - 1 + modulus) % modulus, (b + nextB + (a - 1) * (bytes % modulus) + modulus) % modulus];
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

import sharp from 'sharp';
import { iconFiles } from './icon-files.ts';
import type { Look } from './drawing.node.ts';

/** The site's sign as the files that browsers, phones and old programs ask for, by name of the file. */
export async function drawIcons(look: Look): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { file, size, isOpaque } of iconFiles) files.set(file, await drawIcon(look, size, isOpaque));
  // Asked for by browsers beside a file that is no page, and by programs that never read one.
  files.set('favicon.ico', icoOf(await drawIcon(look, 32, false), 32));
  return files;
}

/** A square with the sign, which an opaque one has in its middle: a phone may cut a circle of four fifths out of it. */
async function drawIcon({ icon, colours }: Look, size: number, isOpaque: boolean): Promise<Uint8Array> {
  const inner = isOpaque ? Math.round(size * 0.56) : size;
  const edge = Math.floor((size - inner) / 2);
  const background = isOpaque ? colours.sheet : 'transparent';
  return sharp(Buffer.from(icon), { density: 72 * Math.ceil(size / 16) })
    .resize(inner, inner, { fit: 'contain', background: 'transparent' })
    .extend({
      top: edge,
      left: edge,
      bottom: size - inner - edge,
      right: size - inner - edge,
      background,
    })
    .flatten(isOpaque ? { background } : false)
    .png({ palette: true })
    .toBuffer();
}

/** An ICO file with one PNG in it, which every browser that asks for one has read since 2011. */
function icoOf(png: Uint8Array, size: number): Uint8Array {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // one picture
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // plane
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18); // where it begins
  return Buffer.concat([head, png]);
}

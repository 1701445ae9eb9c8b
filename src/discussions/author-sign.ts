/** How many looks a sheet of a sign has: empty, filled, tinted. */
export const sheetLooks = 3;
/** How many hues signs have, those of the kinds of drivers. */
export const signHues = 5;

/** The sign of an author: a hue, and the looks of three sheets from the top down. */
export interface AuthorSign {
  /** 0 to `signHues` - 1 */
  hue: number;
  /** Each 0 to `sheetLooks` - 1; never all of them empty. */
  sheets: [number, number, number];
}

/**
 * The sign that stands for a name: always the same one for it, in upper or lower case, and one of 130. It is drawn in
 * place of the picture that GitHub has, which would tell another server who reads the page.
 */
export function authorSign(name: string): AuthorSign {
  const looks = sheetLooks ** 3 - 1; // all but three empty sheets
  const number = hashOf(name.toLowerCase()) % (looks * signHues);
  const look = 1 + (number % looks);
  return {
    hue: Math.floor(number / looks),
    sheets: [look % sheetLooks, Math.floor(look / sheetLooks) % sheetLooks, Math.floor(look / sheetLooks ** 2)],
  };
}

/** FNV-1a of UTF-16 code units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

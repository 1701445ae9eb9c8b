/** A text without everything in which tools and terminals differ, and the way back to what was pasted. */
export interface Squeezed {
  /** Only the letters a to z and the digits, in lower case. */
  text: string;
  /** For each of these characters, its place in the original text, in UTF-16 code units. */
  places: Uint32Array;
}

const escape = 27;
const backslash = 92;

/**
 * `text` as letters and digits alone: wraps of a terminal or a chat in the middle of a word, quotes and their escapes,
 * colours, tabs, bars and brackets are gone, so that what one tool printed is what another one quoted.
 * Linear in the length of the text.
 */
export function squeeze(text: string): Squeezed {
  const codes = new Uint8Array(text.length);
  const places = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === escape && text.charCodeAt(at + 1) === 91) {
      at = endOfColour(text, at + 2);
      continue;
    }
    // `\n`, `\t` and `\"` inside a quoted message are white space and quotes there; `\\` is one backslash of a path.
    if (code === backslash && isEscape(text, at)) {
      at += text[at + 1] === 'u' ? 5 : 1;
      continue;
    }
    const lower = code >= 65 && code <= 90 ? code + 32 : code;
    if ((lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57)) {
      codes[length] = lower;
      places[length] = at;
      length += 1;
    }
  }
  return { text: decode(codes.subarray(0, length)), places: places.subarray(0, length) };
}

/** The last character of a colour's code, which begins after `ESC [`: digits and semicolons, then one letter. */
function endOfColour(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start < 16 && /[\d;?]/.test(text[at] ?? '')) at += 1;
  return at;
}

function isEscape(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  if (next === 'u') return /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6));
  if (next === '"' || next === "'") return true;
  // `C:\new` is a path, and `error\nnext` a line break that some logger wrote down.
  return (
    (next === 'n' || next === 't' || next === 'r') &&
    !/(?:^|[\s"'=(])(?:[a-z]:|\\)[^\s"']*$/i.test(text.slice(Math.max(0, at - 200), at))
  );
}

function decode(codes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.subarray(at, at + 8192));
  return text;
}

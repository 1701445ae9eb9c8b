/** A text without everything in which tools and terminals differ, and the way back to what was pasted. */
export interface Squeezed {
  /** Only the letters a to z and the digits, in lower case. */
  text: string;
  /** For each of these characters, its place in the original text, in UTF-16 code units. */
  places: Uint32Array;
  /** How many of these characters stand before each line break of the original text. */
  lines: number[];
}

/** Words of another language in a text, from `start` to `end`, and what the same is in English. */
export interface Translated {
  start: number;
  end: number;
  english: string;
}

/** A terminal's order, such as a colour, as itself or as some logger or `cat -v` spells it: `\u001b[1;31m`, `^[[0m`. */
// eslint-disable-next-line no-control-regex -- these are the characters that are meant
const terminalOrder = /(?:[\u001B\u241B]|\^\[|#033|\\(?:u001b|x1b|033|e))\[[\d;:?]{0,24}[a-z]?/iy;

/** A colour whose escape character was lost on the way, as in many chats and issue trackers. */
const bareColour = /\[\d{1,3}(?:;\d{1,3}){0,5}m(?!\])/y;

/** A link or a title for the terminal: `ESC ] 8 ; ; https://… BEL`. */
// eslint-disable-next-line no-control-regex -- these are the characters that are meant
const terminalText = /\u001B\][^\u0007\u001B\n]{0,2048}\u0007?/y;

/**
 * `\n`, `\t` and `\"` inside a quoted message are white space and quotes there, `\u003e` is a bracket, `\x2d` a dash. The
 * letters among them are read as such: `Ger\u00e4t`.
 * `\x00` is what a message is about: a file of zeros, and not the `<` of a page where JSON was expected.
 */
const escapes = /\\(?:u[\da-f]{4}|x(?!00)[\da-f]{2}|[ntr"'])/iy;

/** A quote or a bracket as HTML spells it, or as a page that spells HTML. */
const entity = /&(?:amp;){0,3}(?:quot|apos|lt|gt|amp|nbsp|#\d{2,5}|#x[\da-f]{2,4});/iy;

/** A space, a slash, a quote, a colon, a comma, a bracket, a line break or the like as addresses spell it. */
const encoded = /%(?:0[9ad]|2[0236789bcdf]|3[a-f]|40|5[bcd]|60|7[bcd])/iy;

/** A tab, a line break or their like as rsyslog spells it. */
const octal = /#01[1-5](?!\d)/y;

/**
 * The time at the beginning of a line, as CI and loggers put it before each, with what GitLab and the logs of pods say of
 * the line: a message may go on in the next one.
 */
const time =
  /[ \t[]{0,8}(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?(?: \d\d[OE]\b| std(?:out|err) [FP] )?/y;

/** A question of Docker Desktop's diagnosis to which the answer is no failure: it asks for an error that is not there. */
const noFailure = /[ \t>]{0,8}\[(?:PASS|SKIP|WARN)\] DD\d{4}: [^\n]*/y;

/** How a path of Windows begins; in it, `\n` is the first letter of a name. */
const windowsPath = /[a-z]:[\\/]|\\{2,4}(?:[?.]|(?!x[\da-f]{2}|[ntru"'])\w)/iy;

/**
 * `text` as letters and digits alone: wraps of a terminal or a chat in the middle of a word, quotes and their escapes,
 * colours, tabs, bars and brackets are gone, so that what one tool printed is what another one quoted.
 * Of what is `translated` the English words are taken. Linear in the length of the text.
 */
export function squeeze(text: string, translated: readonly Translated[] = []): Squeezed {
  const most = translated.reduce((sum, { english }) => sum + english.length, text.length);
  const codes = new Uint8Array(most);
  const places = new Uint32Array(most);
  let next = 0;
  let length = 0;
  let wordStart = 0;
  const lines: number[] = [];
  for (let at = endOfLead(text, 0) ?? 0; at < text.length; at++) {
    while ((translated[next]?.start ?? at) < at) next += 1;
    const words = translated[next];
    if (words?.start === at) {
      for (const letter of squeeze(words.english).text) {
        codes[length] = letter.charCodeAt(0);
        places[length] = at;
        length += 1;
      }
      at = words.end - 1;
      places[length - 1] = at;
      continue;
    }
    const code = text.charCodeAt(at);
    const letter = letterOf(code);
    if (letter !== undefined) {
      codes[length] = letter;
      places[length] = at;
      length += 1;
      continue;
    }
    if (code === 10) lines.push(length);
    const end =
      (code === 10 ? endOfLead(text, at + 1) : undefined) ??
      endOfOrder(text, at, code) ??
      (code === 92
        ? endOfEscape(text, at, wordStart)
        : code === 38
          ? endOf(entity, text, at)
          : code === 37
            ? endOf(encoded, text, at)
            : code === 35
              ? endOf(octal, text, at)
              : undefined);
    const escaped = code === 92 && end === at + 6 ? letterOf(parseInt(text.slice(at + 2, end), 16)) : undefined;
    if (escaped !== undefined) {
      codes[length] = escaped;
      places[length] = at;
      length += 1;
    }
    if (end !== undefined) at = end - 1;
    if (end !== undefined || separators.has(code)) wordStart = at + 1;
  }
  return { text: decode(codes.subarray(0, length)), places: places.subarray(0, length), lines };
}

/** Letters of a squeezed text, from `start` to `end`, and those that stand in their place. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** A squeezed text with `changes`, in order. What is new stands at the place of what it is for, or of the letter before. */
export function replaced({ text, places, lines }: Squeezed, changes: readonly Change[]): Squeezed {
  if (changes.length === 0) return { text, places, lines };
  const pieces: string[] = [];
  const added = changes.reduce((sum, change) => sum + change.text.length - (change.end - change.start), 0);
  const whole = new Uint32Array(text.length + added);
  const moved: number[] = [];
  let from = 0;
  let length = 0;
  for (const change of [...changes, { start: text.length, end: text.length, text: '' }]) {
    const { start, end } = change;
    pieces.push(text.slice(from, start), change.text);
    whole.set(places.subarray(from, start), length);
    const shift = length - from;
    length += start - from + change.text.length;
    whole.fill(places[start < end ? start : start - 1] ?? 0, length - change.text.length, length);
    if (change.text !== '') whole[length - 1] = places[end - 1] ?? 0;
    for (let line = lines[moved.length]; line !== undefined && line <= end; line = lines[moved.length]) {
      moved.push(line < start || (line === start && start < end) ? line + shift : length);
    }
    from = end;
  }
  return { text: pieces.join(''), places: whole, lines: moved };
}

/** The place behind what says nothing at the beginning of a line. */
function endOfLead(text: string, at: number): number | undefined {
  return endOf(time, text, at) ?? endOf(noFailure, text, at);
}

/**
 * The code of the small letter or the digit that `code` stands for. `ï` is the letter `i`, so that no word of ours appears
 * where it is left out; other alphabets stay out.
 */
function letterOf(code: number): number | undefined {
  const lower =
    code >= 65 && code <= 90 ? code + 32 : code < 0xc0 || code > 0x24f ? code : (latin[code - 0xc0] ?? code);
  return (lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57) ? lower : undefined;
}

/** The code of the plain small letter for each code from U+00C0 to U+024F, or that code. */
const latin = Array.from({ length: 0x250 - 0xc0 }, (_, place) =>
  String.fromCharCode(place + 0xc0)
    .normalize('NFD')
    .toLowerCase()
    .charCodeAt(0),
);

/** What may stand before a path. */
const separators = new Set(Array.from(' \t\r\n"\'`“”‘’=([{<>|,;', (character) => character.charCodeAt(0)));

const orderStarts = new Set(Array.from('\u001B\u241B^#\\[', (character) => character.charCodeAt(0)));

/** The place behind an order to the terminal that begins at `at`. */
function endOfOrder(text: string, at: number, code: number): number | undefined {
  if (!orderStarts.has(code)) return undefined;
  return endOf(code === 91 ? bareColour : terminalOrder, text, at) ?? endOf(terminalText, text, at);
}

function endOfEscape(text: string, at: number, wordStart: number): number | undefined {
  return endOf(windowsPath, text, wordStart) === undefined || /["']/.test(text.charAt(at + 1))
    ? endOf(escapes, text, at)
    : undefined;
}

/** The place behind what the sticky `pattern` matches at `at`. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function decode(codes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += 8192) text += String.fromCharCode(...codes.subarray(at, at + 8192));
  return text;
}

/** The text of a file of an old blog, with `\n` at the end of each line, and what had to be done to get it. */
export interface Decoded {
  text: string;
  /** What was found and converted, each as a phrase: `Windows-1252`. Empty for plain UTF-8. */
  found: string[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * The text in `bytes`; undefined if they are no text. What is not UTF-8 is read as Windows-1252, of which Latin-1 is a
 * part, line by line: an editor that was changed half-way leaves files of two encodings.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const found: string[] = [];
  let text = utf16(bytes);
  if (text !== undefined) found.push('UTF-16');
  else if (bytes.includes(0)) return undefined;
  text ??= tryUtf8(bytes);
  if (text === undefined) {
    const isWindows = bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
    found.push(isWindows ? 'Windows-1252' : 'Latin-1');
    text = decodeLines(bytes);
  }
  if (text.startsWith('\uFEFF')) {
    found.push('byte order mark');
    text = text.slice(1);
  }
  if (text.includes('\r')) {
    found.push('line ends of Windows');
    text = text.replace(/\r\n?/g, '\n');
  }
  // The first two signs for private use stand for new texts while a post is carried over; nobody sees any of them.
  const clean = text.replace(/(?![\t\n])\p{Cc}|[\uE000\uE001]/gu, '');
  if (clean.length < text.length) found.push('control characters');
  return { text: clean, found };
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined; // Another encoding, which the caller finds out.
  }
}

function utf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

function decodeLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length;) {
    const at = bytes.indexOf(0x0a, start);
    const end = at < 0 ? bytes.length : at;
    const line = bytes.subarray(start, end);
    lines.push(tryUtf8(line) ?? windows1252.decode(line));
    start = end + 1;
  }
  return lines.join('\n');
}

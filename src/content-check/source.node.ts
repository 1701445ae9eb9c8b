import { accessSync, closeSync, constants, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pictureEnding } from '../markdown/picture-versions.ts';
import type { Source } from './content.ts';
import { lineStarts, positionAt } from './position.ts';
import type { Problem } from './problem.ts';

const maxBytes = 1_000_000; // our longest text is a tenth of it; beyond, a log or an image has got into the folder
/** The most that a snapshot may have: a discussion with some thousand comments, which a command wrote. */
export const maxSnapshotBytes = 8_000_000;

/** The text of a file, or nothing if it is of no use as text, with what is wrong about the file as a whole. */
export function readSource(root: string, path: string): { source?: Source; problems: Problem[] } {
  const absolute = join(root, path);
  const problem = (
    rule: string,
    message: string,
    hint: string,
    { line, column } = { line: 1, column: 1 },
  ): Problem => ({
    file: path,
    line,
    column,
    rule,
    message,
    hint,
  });
  const hindrance = whyUnreadable(root, path);
  if (hindrance !== undefined) return { problems: [hindrance] };
  const { size } = statSync(absolute);
  const most = path.endsWith('.json') ? maxSnapshotBytes : maxBytes;
  if (size > most) {
    const message = `The file has ${(size / 1e6).toFixed(1)} MB, and ${most / 1e6} MB is the most.`;
    const hint = 'Readers would wait for it too: keep what they need, and link to the rest.';
    return { problems: [problem('too-large', message, hint)] };
  }
  const bytes = readFileSync(absolute);
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const bad = firstBadByte(decoded, bytes);
  if (bad !== undefined) {
    const message = `The file is not UTF-8: its byte ${hex(bytes[bad.byte])} here belongs to another encoding.`;
    const hint = 'Save it as UTF-8 in your editor.';
    return { problems: [problem('encoding', message, hint, positionAt(lineStarts(decoded), bad.offset))] };
  }
  const hasMark = decoded.startsWith('\uFEFF');
  const source = { path, text: hasMark ? decoded.slice(1) : decoded };
  const problems = hasMark
    ? [problem('byte-order-mark', 'The file begins with a byte order mark.', 'Save it as UTF-8 without BOM.')]
    : [];
  if (source.text.trim() !== '') return { source, problems };
  return { problems: [...problems, problem('empty-file', 'The file is empty.', 'Fill it or delete it.')] };
}

/** What keeps a file from being read, by the code of the error. */
const unreadable: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOENT: ['The file is a link that leads nowhere.', 'Mend the link or delete it.'],
  ELOOP: ['The file is a link that leads back to itself.', 'Mend the link or delete it.'],
  EACCES: ['You may not read this file.', 'Give yourself the right to, or ask its owner.'],
};

/** What keeps the file at `path` from being read, or a picture from being seen, if anything does. */
export function whyUnreadable(root: string, path: string): Problem | undefined {
  const place = { file: path, line: 1, column: 1 };
  try {
    accessSync(join(root, path), constants.R_OK);
    if (!pictureEnding.test(path)) return undefined;
    const start = firstBytes(join(root, path));
    if (start === '')
      return { ...place, rule: 'empty-file', message: 'The picture is empty.', hint: 'Save it anew or delete it.' };
    return pictureStart.test(start) ? undefined : { ...place, rule: 'no-picture', ...whatItIs(start) };
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const [message, hint] = unreadable[code] ?? [`The file can't be read: ${code}.`, 'Look at the disk.'];
    return { ...place, rule: 'unreadable', message, hint };
  }
}

const mostBefore = 4096; // bytes in which a drawing gets to its first tag; what stands before are notes of the program

/** How files of all formats begin that a page may show: PNG, JPEG, GIF, WebP, AVIF and SVG. */
const pictureStart = /^(?:\x89PNG|\xFF\xD8\xFF|GIF8|RIFF....WEBP|....ftyp|[^\0]*<(?:\w+:)?svg\b)/s;

/** The first bytes of a file, a sign for each; nothing if it is empty. */
function firstBytes(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(mostBefore);
    return bytes.subarray(0, readSync(file, bytes)).toString('latin1');
  } finally {
    closeSync(file);
  }
}

function whatItIs(start: string): Pick<Problem, 'message' | 'hint'> {
  if (start.startsWith('version https://git-lfs'))
    return { message: 'In place of the picture stands a pointer of Git LFS to it.', hint: 'Run `git lfs pull`.' };
  const [words = ''] = /^[\x20-\x7E]{0,40}/.exec(start.trimStart()) ?? [];
  const begins = words === '' ? '' : `: it begins with \`${words.replaceAll('`', "'")}\``;
  return {
    message: `The file is called a picture and is none${begins}.`,
    hint: 'Save the picture anew or delete the file.',
  };
}

/** A replacement character that is not in the bytes stands for the first byte that could not be decoded. */
function firstBadByte(decoded: string, bytes: Buffer): { byte: number; offset: number } | undefined {
  const replacement = Buffer.from('\uFFFD');
  let byte = 0;
  let counted = 0;
  for (const { index: offset } of decoded.matchAll(/\uFFFD/g)) {
    byte += Buffer.byteLength(decoded.slice(counted, offset));
    if (!bytes.subarray(byte, byte + replacement.length).equals(replacement)) return { byte, offset };
    counted = offset;
  }
  return undefined;
}

function hex(byte = 0): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

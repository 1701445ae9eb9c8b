import { expect, test } from 'vitest';
import { decodeText } from './decode.node.ts';

test.each([
  ['plain UTF-8', Buffer.from('é\n'), 'é\n', []],
  ['Latin-1', Buffer.from([0xe9]), 'é', ['Latin-1']],
  ['Windows-1252', Buffer.from([0x93, 0x61, 0x94]), '“a”', ['Windows-1252']],
  [
    'a mark and Windows’ line ends',
    Buffer.from('\uFEFFa\r\nb\rc'),
    'a\nb\nc',
    ['byte order mark', 'line ends of Windows'],
  ],
  ['UTF-16', Buffer.from('\uFEFFaé', 'utf16le'), 'aé', ['UTF-16']],
  ['two encodings in one file', Buffer.concat([Buffer.from('é\n'), Buffer.from([0xe9])]), 'é\né', ['Latin-1']],
  ['control characters', Buffer.from('a\x0b\x1b[31m\tb\x7f'), 'a[31m\tb', ['control characters']],
  ['signs that the importer uses itself', Buffer.from('a\uE0000\uE001b'), 'a0b', ['control characters']],
])('%s are read', (_, bytes, text, found) => {
  expect(decodeText(bytes)).toEqual({ text, found });
});

test('bytes that are no text are none', () => {
  expect(decodeText(Buffer.from([0x41, 0, 0x42]))).toBeUndefined();
});

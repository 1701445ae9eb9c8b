import { expect, test } from 'vitest';
import { matchMessages, sureWords } from './match.ts';

const noSpace = { id: 'no-space', messages: ['no space left on device', 'write <path>: no space left on device'] };
const pool = {
  id: 'pool',
  messages: ['Thin Pool has <count> free data blocks which is less than minimum required <count> free data blocks'],
};
const quoted = { id: 'quoted', messages: ['driver "<driver>" failed to remove root filesystem'] };
const catalogue = [noSpace, pool, quoted];

function ids(text: string): string[] {
  return matchMessages(text, catalogue).map(({ known }) => known.id);
}

test.each([
  ['a bare message', 'no space left on device', ['no-space']],
  ['other case and runs of spaces', 'No  space\tLEFT on device', ['no-space']],
  ['a prefix and a path', 'INFO[0718] Untar exit status 1 write /tools/cdn.h: no space left on device', ['no-space']],
  [
    'numbers where the message has named parts',
    'docker: Error response from daemon: devmapper: Thin Pool has 158057 free data blocks which is less than minimum required 163840 free data blocks. Create more free space.',
    ['pool'],
  ],
  ['colour codes inside the message', '\u001B[31mno space\u001B[0m left on \u001B[1;4mdevice', ['no-space']],
  ['typographic quotes', 'driver “aufs” failed to remove root filesystem', ['quoted']],
  ['escaped quotes of a logged message', 'msg="driver \\"aufs\\" failed to remove root filesystem"', ['quoted']],
  [
    'a line in the middle of a log',
    'Step 1/15\r\n ---> 01fd\r\nwrite /x: no space left on device\r\nStep 2',
    ['no-space'],
  ],
  ['a typed beginning of a message', 'space left on', ['no-space']],
  ['words of another kind', 'permission denied while trying to connect', []],
  ['a message that goes over two lines', 'no space left\non device', []],
  ['a named part that holds nothing', 'driver "" failed to remove root filesystem', []],
  ['too few letters to tell', 'on devi', []],
  ['nothing', ' \n ', []],
])('%s', (_name, text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test('the message with more literal characters comes first and is named', () => {
  const text =
    'write /x: no space left on device\nThin Pool has 1 free data blocks which is less than minimum required 2 free data blocks';
  expect(matchMessages(text, catalogue).map(({ message, score }) => [message, score])).toEqual([
    [pool.messages[0], 81],
    [noSpace.messages[1], 30],
  ]);
});

test('a later line can match where an earlier one only begins to', () => {
  expect(
    ids(
      'thin pool has trouble\nthin pool has 1 free data blocks which is less than minimum required 2 free data blocks',
    ),
  ).toEqual(['pool']);
});

test('a message of named parts only matches nothing', () => {
  expect(matchMessages('anything at all', [{ messages: ['<path> <size>'] }])).toEqual([]);
});

test('the surest words of a message are its longest literal piece', () => {
  expect(sureWords('write <path>: no space left on device (<code>)')).toEqual(['no space left on device', 'write']);
});

test.each([
  ['one letter', 'a'.repeat(100_000)],
  ['brackets', '[<('.repeat(33_000)],
  ['line breaks', '\n'.repeat(100_000)],
  ['beginnings of a message', 'thin pool has '.repeat(7_000)],
  ['beginnings of a message, one a line', 'thin pool has \n'.repeat(7_000)],
  ['lone surrogates', '\uD800\uDC00\uDC00'.repeat(33_000)],
  ['escape characters', '\u001B['.repeat(50_000)],
  ['spaces', ' '.repeat(100_000)],
  ['backslashes', '\\'.repeat(100_000)],
])('100 kB of %s match nothing, in less than a second', (_name, text) => {
  const many = Array.from({ length: 200 }, (_, place) => ({ messages: [`aaaa <x> aaab${place}`, ...pool.messages] }));
  const begun = performance.now();
  expect(matchMessages(text, many)).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(1000);
});

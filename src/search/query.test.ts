import { expect, test } from 'vitest';
import { isPaste, parseQuery, shortened } from './query.ts';

test.each([
  ['no space left on device', false],
  ['a\nb', true],
  ['one two three four five six seven eight nine ten eleven twelve thirteen', true],
  ['  no space\n', false],
])('%j is a paste: %s', (text, paste) => {
  expect(isPaste(text)).toBe(paste);
});

test.each([
  ['storage driver', ['storage', 'driver'], []],
  ['  storage   Storage STORAGE ', ['STORAGE'], []],
  ['"left on device" overlay2', ['overlay2'], ['left on device']],
  ['no space left on the device', ['space', 'left', 'device'], []],
  ['the', ['the'], []],
  ['Which storage driver am I using?', ['storage', 'driver', 'using?'], []],
  ['overlay2 vs btrfs', ['overlay2', 'btrfs'], []],
  ['how do I', ['how', 'do', 'I'], []],
  ['azure “storage   driver” "free blocks"', ['azure'], ['storage driver', 'free blocks']],
  ['5" disk', ['5', 'disk'], []],
  ['--storage-opt /dev/mapper EXT4-fs', ['--storage-opt', '/dev/mapper', 'EXT4-fs'], []],
  ['"" ... -- |', [], []],
])('%j is the words %j and the phrases %j', (text, words, phrases) => {
  expect(parseQuery(text)).toEqual({ words, phrases });
});

test('a long text is said back on one line, cut where no letter is halved', () => {
  expect(shortened('one\n two')).toBe('one two');
  expect(shortened('😀'.repeat(40), 10)).toBe('😀😀😀😀…');
});

import { expect, test } from 'vitest';
import { commandsIn, copiedText } from './copied-text.ts';
import type { ShownLine } from './copied-text.ts';
import { parseTerminal } from './terminal.ts';

/** The lines of a terminal as its page shows them. */
const shown = (source: string): ShownLine[] =>
  parseTerminal(source).map((line) =>
    line.kind === 'command'
      ? { prompt: line.prompt, command: line.text, text: line.prompt + line.text, removed: false }
      : { prompt: '', command: undefined, text: line.text, removed: false },
  );

const plain = (text: string, removed = false): ShownLine => ({ prompt: '', command: undefined, text, removed });

test.for([
  ['$ a\nout\n# b', ['a', 'b']],
  ['user@host:~$ a\nroot@host:/# b\nPS C:\\> c\n[me@host ~]$ d', ['a', 'b', 'c', 'd']],
  ['$ a \\\n>   --b\n$ c', ['a \\\n  --b', 'c']],
  ['$ a |\nb\nout', ['a |\nb']],
  ['# cat > f <<EOF\n> one\n>\n> $ two\n> EOF\n# c', ['cat > f <<EOF\none\n\n$ two\nEOF', 'c']],
  ['# cat > f <<EOF\none\n\nEOF\nout', ['cat > f <<EOF\none\n\nEOF']],
  ['$ for i in a; do\n> echo $i\n> done\n$ ', ['for i in a; do\necho $i\ndone']],
  ['out only', []],
] as const)('%j holds the commands %j, whole and without prompts', ([source, commands]) => {
  expect(commandsIn(shown(source)).map(({ text }) => text)).toEqual(commands);
});

test('each command says on which line it begins', () => {
  expect(commandsIn(shown('out\n$ a \\\n> b\n$ c')).map(({ line }) => line)).toEqual([1, 3]);
});

test('a terminal is copied as its commands, without output and without a last line break', () => {
  expect(copiedText(shown('$ a\nout\n$ b\nout'))).toBe('a\nb');
});

test('a terminal that shows an output alone is copied as it is', () => {
  expect(copiedText(shown('one\n two'))).toBe('one\n two');
});

test('what is removed from a file is not copied', () => {
  expect(copiedText([plain('{'), plain('  "a": 1', true), plain('  "a": 2'), plain('}')])).toBe('{\n  "a": 2\n}');
});

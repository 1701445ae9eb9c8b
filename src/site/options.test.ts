import { expect, test } from 'vitest';
import { optionsApart } from './options.ts';

test('every second run of a text is an option', () => {
  expect(optionsApart('--storage-opt size= sets it, and cp -au --archive.')).toEqual([
    '',
    '--storage-opt',
    ' size= sets it, and cp ',
    '-au',
    ' ',
    '--archive',
    '.',
  ]);
});

test.each(['a non-option', 'rm -f x', '--format={{.Driver}}', '-- and --', `--${'long-'.repeat(5)}option`])(
  '%s has none that has to stay whole',
  (text) => {
    expect(optionsApart(text)).toEqual([text]);
  },
);

import { describe, expect, test } from 'vitest';
import { compareAnswers, difference } from './difference.ts';

describe('next to a reference', () => {
  test.each([
    ['file', 'file', 'enum', 'same'],
    ['block', 'file', 'enum', 'instead of file'],
    ['500 layers', '125 layers', 'number', '375 more'],
    ['125 layers', '500 layers', 'number', '375 fewer'],
    ['none', '125 layers', 'number', 'instead of 125 layers'],
    ['1.12.0', '0.7.0', 'version', 'later than 0.7.0'],
    ['0.7.0', '1.12.0', 'version', 'earlier than 1.12.0'],
    ['ext4, xfs, zfs', 'ext4, btrfs', 'list', 'adds xfs, zfs; lacks btrfs'],
    ['unknown', 'file', 'enum', 'instead of file'],
  ])('%s beside %s, a %s, is %s', (text, reference, type, words) => {
    expect(difference(text, reference, type)).toBe(words);
  });
});

describe('a row is sorted', () => {
  const sorted = (type: string, words: string[], answers: string[]) =>
    answers.toSorted((a, b) => compareAnswers(a, b, type, words));

  test('by size where there are figures, with none and then unknown at the end', () => {
    expect(sorted('number', [], ['unknown', 'none', '500 layers', '125 layers'])).toEqual([
      '125 layers',
      '500 layers',
      'none',
      'unknown',
    ]);
    expect(sorted('version', [], ['none', '17.09.0', '0.7.0', '1.12.0'])).toEqual([
      '0.7.0',
      '1.12.0',
      '17.09.0',
      'none',
    ]);
  });

  test('by the order of its words where they have one', () => {
    expect(sorted('enum', ['yes', 'conditional', 'no'], ['no', 'unknown', 'yes', 'conditional'])).toEqual([
      'yes',
      'conditional',
      'no',
      'unknown',
    ]);
    expect(sorted('enum', ['default', 'removed'], ['removed', 'default'])).toEqual(['default', 'removed']);
  });

  test('by alphabet otherwise', () => {
    expect(sorted('text', [], ['zfs', 'not applicable', 'aufs'])).toEqual(['aufs', 'zfs', 'not applicable']);
  });
});

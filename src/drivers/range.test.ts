import { describe, expect, test } from 'vitest';
import { isInRange, isWithin, rangeInWords, rangesMeet, stretchesOf } from './range.ts';

test('the last release covers everything that begins with it', () => {
  expect(isWithin('20.10.24', '20.10')).toBe(true);
  expect(isWithin('28.5.1', '28')).toBe(true);
  expect(isWithin('29.0.0', '28')).toBe(false);
  expect(isWithin('28', '28.5')).toBe(true);
});

describe('a range', () => {
  test('holds its first release and not the one before which it ends', () => {
    expect(isInRange('1.13.0', '>=1.13.0 <29.0.0')).toBe(true);
    expect(isInRange('28.5.2', '>=1.13.0 <29.0.0')).toBe(true);
    expect(isInRange('29.0.0', '>=1.13.0 <29.0.0')).toBe(false);
  });

  test('may be open at either end, and have gaps', () => {
    expect(isInRange('99', '>=1')).toBe(true);
    expect(isInRange('0.1', '<1.10')).toBe(true);
    expect(isInRange('3', '>=1 <2 || >=4')).toBe(false);
    expect(isInRange('4', '>=1 <2 || >=4')).toBe(true);
  });

  test('that is none holds nothing', () => {
    expect(stretchesOf('none')).toEqual([]);
    expect(isInRange('1.0', 'none')).toBe(false);
  });

  test('meets another if some release is in both', () => {
    expect(rangesMeet('>=0.7.0 <17.09.0', '>=17.09.0 <29.0.0')).toBe(false);
    expect(rangesMeet('>=0.7.0 <17.09.1', '>=17.09.0')).toBe(true);
    expect(rangesMeet('<1.0', '>=0.9')).toBe(true);
    expect(rangesMeet('none', '>=1')).toBe(false);
  });

  test('is said in words', () => {
    expect(rangeInWords('>=1.13.0 <29.0.0')).toBe('1.13.0 to before 29.0.0');
    expect(rangeInWords('>=29.0.0')).toBe('from 29.0.0');
    expect(rangeInWords('<1.10 || >=2')).toBe('before 1.10, from 2');
    expect(rangeInWords('none')).toBe('none');
  });
});

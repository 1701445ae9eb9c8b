import { expect, test } from 'vitest';
import { compareVersions } from './version.ts';

test('versions are compared by number, part by part', () => {
  const sorted = ['0.7.0', '0.12.0', '1.9.1', '1.10.0', '17.06.0', '17.09.0', '18.06.3', '29.0.0'];
  expect(sorted.toReversed().toSorted(compareVersions)).toEqual(sorted);
});

test('a missing part counts as zero', () => {
  expect(compareVersions('17.09', '17.9.0')).toBe(0);
  expect(compareVersions('4', '4.0.1')).toBeLessThan(0);
});

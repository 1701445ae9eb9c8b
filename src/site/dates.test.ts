import { expect, test } from 'vitest';
import { formatDate, isoDay } from './dates.ts';

test('a moment late in the evening keeps its UTC day whatever zone the machine is in', () => {
  const lateEvening = new Date('2014-07-24T23:59:00Z');
  expect(formatDate(lateEvening)).toBe('24 July 2014');
  expect(formatDate(lateEvening, 'short')).toBe('24 Jul 2014');
  expect(isoDay(lateEvening)).toBe('2014-07-24');
});

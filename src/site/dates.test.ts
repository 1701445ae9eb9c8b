import { expect, test } from 'vitest';
import { formatDate, isoDay } from './dates.ts';

test('a moment late in the evening keeps its UTC day whatever zone the machine is in', () => {
  const lateEvening = new Date('2014-07-24T23:59:00Z');
  expect(formatDate(lateEvening)).toBe('24 July 2014');
  expect(isoDay(lateEvening)).toBe('2014-07-24');
});

test('a day is written as the language of the site does', () => {
  const day = new Date('2014-07-24T12:00:00Z');
  expect(formatDate(day, 'de')).toBe('24. Juli 2014');
  expect(formatDate(day, 'en-US')).toBe('July 24, 2014');
});

import { describe, expect, test } from 'vitest';
import { isZone, readOldDate } from './dates.ts';

describe('a date of an old post', () => {
  test.each([
    ['2013-01-05', '2013-01-05', 'written'],
    ['2013-1-5 9:30', '2013-01-05T09:30:00+00:00', 'none'],
    ['2013-01-05 09:30:15 +0100', '2013-01-05T09:30:15+01:00', 'written'],
    ['2013-01-05T09:30:00Z', '2013-01-05T09:30:00+00:00', 'written'],
    ['2013-01-05 9:30 PM PST', '2013-01-05T21:30:00-08:00', 'written'],
    ['2013-01-05 09:30 JST', '2013-01-05T09:30:00+09:00', 'written'],
    ['2013-01-05 12:05 am', '2013-01-05T00:05:00+00:00', 'none'],
    ['Jan 5, 2013', '2013-01-05', 'written'],
    ['5th of', undefined, undefined],
    ['Sat, 05 Jan 2013 09:30:00 GMT', '2013-01-05T09:30:00+00:00', 'written'],
    ['Sat Jan  5 09:30:00 CET 2013', '2013-01-05T09:30:00+01:00', 'written'],
    ['Sat Jan 5 09:30:00 2013 -0600', '2013-01-05T09:30:00-06:00', 'written'],
    ['Sat Jan 5 09:30:00 PM EST 2013', '2013-01-05T21:30:00-05:00', 'written'],
    ['2013/01/05 09:30', '2013-01-05T09:30:00+00:00', 'none'],
    ['2012-02-30', undefined, undefined],
    ['2012-13-01', undefined, undefined],
    ['2013-01-05 25:99', undefined, undefined],
    ['tomorrow', undefined, undefined],
    ['', undefined, undefined],
  ])('%j is %s', (text, iso, zone) => {
    expect(readOldDate(text, undefined)).toEqual(
      iso === undefined ? undefined : expect.objectContaining({ iso, zone }),
    );
  });

  test.each([
    ['2013-07-05 09:30', '2013-07-05T09:30:00+02:00'],
    ['2013-01-05 09:30', '2013-01-05T09:30:00+01:00'],
    ['2013-03-31 03:30', '2013-03-31T03:30:00+02:00'],
  ])('%s without zone is in the zone of the site', (text, iso) => {
    expect(readOldDate(text, 'Europe/Berlin')).toMatchObject({ iso, zone: 'site' });
  });

  test('made the old address by its day in the zone of the site', () => {
    expect(readOldDate('2013-01-05 23:30 +0000', 'Europe/Berlin')).toMatchObject({ year: 2013, month: 1, day: 6 });
  });

  test('in a zone that nobody knows is in UTC', () => {
    expect(readOldDate('2013-01-05 09:30 XYZ', undefined)).toMatchObject({ zone: 'none', unknownZone: 'XYZ' });
    expect(readOldDate('2013-01-05 09:30', 'Mars/Base')).toMatchObject({ zone: 'none' });
    expect(isZone('Mars/Base')).toBe(false);
  });
});

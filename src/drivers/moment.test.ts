import { describe, expect, test } from 'vitest';
import { dayInWords, momentInWords, parseMoment } from './moment.ts';
import { releaseAt } from './release-at.ts';
import { formatDate, isoDay } from '../site/dates.ts';

const releases = {
  docker: {
    name: 'Docker Engine',
    releases: {
      '1.0': '2014-06-09',
      '1.1': '2014-07-03',
      '17.03.2': '2017-06-28',
      '17.03.3': '2018-08-30',
      '17.06.0': '2017-06-20',
      '18.09': '2018-11-08',
    },
  },
  'cri-o': { name: 'CRI-O', releases: { '1.0.0': '2017-10-16', '1.31.0': '2024-09-19' } },
  podman: { name: 'Podman', releases: { '0.2': '2018-02-20' } },
};

describe('a moment is written as', () => {
  test.each([
    ['2014-07-24', '2014-07-24'],
    ['24 July 2014', '2014-07-24'],
    ['4 jul 2014', '2014-07-04'],
    ['  24 JULY 2014 ', '2014-07-24'],
    ['July 2014', '2014-07-31'],
    ['2014-07', '2014-07-31'],
    ['December 2014', '2014-12-31'],
    ['2014', '2014-12-31'],
    ['February 2016', '2016-02-29'],
    ['2015-02', '2015-02-28'],
    ['29 February 2016', '2016-02-29'],
    ['2000-02-29', '2000-02-29'],
  ])('%j, which is the day %s', (text, day) => {
    expect(parseMoment(text, releases)).toEqual({ day });
  });

  test.each([
    ['Docker 1.1', 'docker', '1.1', '2014-07-03'],
    ['Docker Engine 1.1', 'docker', '1.1', '2014-07-03'],
    ['docker@1.1', 'docker', '1.1', '2014-07-03'],
    ['docker v1.1', 'docker', '1.1', '2014-07-03'],
    ['Docker 18.9.0', 'docker', '18.9.0', '2018-11-08'],
    ['CRI-O 1.31', 'cri-o', '1.31', '2024-09-19'],
    ['crio 1.31.0', 'cri-o', '1.31.0', '2024-09-19'],
  ])('%j, which is the release %s %s', (text, project, version, day) => {
    expect(parseMoment(text, releases)).toEqual({ day, release: { project, version } });
  });

  test('a release without a day of its own, which has that of the last one before it', () => {
    expect(parseMoment('Docker 17.04', releases)?.day).toBe('2018-08-30');
    expect(parseMoment('Docker 99', releases)?.day).toBe('2018-11-08');
  });
});

describe('no moment is', () => {
  test.each([
    '',
    'yesterday',
    '2014-13',
    '2014-00',
    '2014-02-30',
    '2015-02-29',
    '1900-02-29',
    '2014-7-24',
    '31 June 2014',
    '0 July 2014',
    '24 Juli-ish 2014',
    'Foo 2014',
    'July',
    '20140724',
    'docker',
    'Docker latest',
    'LXC 1.0',
    'LXC@1.0',
    'Docker 0.9',
    'Podman 0.1',
  ])('%j', (text) => {
    expect(parseMoment(text, releases)).toBeUndefined();
  });
});

describe('the newest release', () => {
  test('changes on the day of a release, not before', () => {
    expect(releaseAt('docker', { day: '2014-07-02' }, releases)).toBe('1.0');
    expect(releaseAt('docker', { day: '2014-07-03' }, releases)).toBe('1.1');
  });

  test('is the highest by number, although an older line had one later', () => {
    expect(releaseAt('docker', { day: '2018-08-30' }, releases)).toBe('17.06.0');
  });

  test('is the one named, whatever was the newest on its day', () => {
    const moment = parseMoment('Docker 17.03.3', releases) ?? { day: '' };
    expect(releaseAt('docker', moment, releases)).toBe('17.03.3');
    expect(releaseAt('podman', moment, releases)).toBe('0.2');
  });

  test('is none before the first, and none of a project that is not known', () => {
    expect(releaseAt('podman', { day: '2018-02-19' }, releases)).toBeUndefined();
    expect(releaseAt('lxc', { day: '2026-11-25' }, releases)).toBeUndefined();
  });
});

test.each(Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2014, month, 2 * month + 1))))(
  'a day of the comparison is written as on pages: %s',
  (day) => expect(dayInWords(isoDay(day))).toBe(formatDate(day)),
);

test('a moment in words has its day, and its release if it was named by one', () => {
  expect(momentInWords({ day: '2014-07-24' }, releases)).toBe('24 July 2014');
  const moment = parseMoment('docker@17.06', releases) ?? { day: '' };
  expect(momentInWords(moment, releases)).toBe('Docker Engine 17.06 (20 June 2017)');
  expect(momentInWords({ day: '2014-02-20', release: { project: 'lxc', version: '1.0' } }, releases)).toBe(
    'lxc 1.0 (20 February 2014)',
  );
});

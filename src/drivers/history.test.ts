import { describe, expect, test } from 'vitest';
import { drivers, engines, factKeys } from '../../tests/fixtures/real-content.ts';
import { numberedBy } from './as-of.ts';
import { buildTable, cellOf, noteOf } from './comparison.ts';
import { historyOf } from './history.ts';
import { parseMoment } from './moment.ts';
import { releaseAt } from './release-at.ts';
import type { Moment } from './release-at.ts';
import { stretchAt } from './stretch.ts';

const history = historyOf(drivers, factKeys, engines);

function momentOf(text: string): Moment {
  const moment = parseMoment(text, engines);
  if (moment === undefined) throw new Error(`${text} is no moment.`);
  return moment;
}

describe('the history says what the table of that moment says, for every driver and fact', () => {
  test.each([
    '2010',
    '2013-03-26',
    'July 2014',
    '2014-07-24',
    '29 February 2016',
    '2017-06-28',
    '2018-08-30',
    '2019-09-26',
    '2021',
    '2024-02-29',
    '2026-11-25',
    'Docker 0.7.0',
    'Docker 1.1',
    'Docker 17.03.2',
    'Docker 17.03.3',
    'Docker 17.06',
    'Docker 17.12.0',
    'Docker 20.10',
    'Docker 29.0.0',
    'containerd 1.1.8',
    'containerd 1.2.10',
    'Podman 4.9',
    'CRI-O 1.31',
    'Linux 5.11',
  ])('at %s', (text) => {
    const moment = momentOf(text);
    const cells = buildTable(drivers, factKeys, { moment, releases: engines }).groups.flatMap(({ rows }) =>
      rows.flatMap(({ key, cells: row }) => row.map((cell) => ({ key: key.key, cell }))),
    );
    expect(cells).toHaveLength(drivers.length * factKeys.length);
    const different = cells.filter(({ key, cell }) => {
      const stretch = stretchAt(history, cell.driver, key, moment);
      return (
        stretch?.kind !== cell.kind ||
        stretch.text !== cell.text ||
        stretch.note !== noteOf(cell) ||
        stretch.source !== cell.fact.source
      );
    });
    expect(different.map(({ key, cell }) => `${cell.driver} ${key}: ${cell.text}`)).toEqual([]);
  });
});

test('whichever release is named, the drivers that it numbers answer as of it, late ones too', () => {
  const wrong = drivers.flatMap((driver) => {
    const project = numberedBy(driver.data);
    return Object.entries(engines[project]?.releases ?? {}).flatMap(([version, day]) => {
      const moment = { day, release: { project, version } };
      return factKeys
        .filter((key) => {
          const cell = cellOf(driver, key, { version });
          const stretch = stretchAt(history, driver.id, key.key, moment);
          return stretch?.text !== cell.text || stretch.note !== noteOf(cell);
        })
        .map((key) => `${driver.id} ${version} ${key.key}`);
    });
  });
  expect(wrong).toEqual([]);
});

test('this content has releases that came out after newer ones, and some on the same day', () => {
  const days = Object.entries(engines).flatMap(([project, { releases }]) =>
    Object.entries(releases).map(([version, day]) => ({ project, version, day })),
  );
  const late = days.filter(({ project, version, day }) => releaseAt(project, { day }, engines) !== version);
  expect(late.map(({ project, version }) => `${project} ${version}`)).toEqual(
    expect.arrayContaining(['docker 17.03.2', 'containerd 1.2.10']),
  );
});

test('stretches that follow each other say different things', () => {
  const same = Object.entries(history.drivers).flatMap(([id, facts]) =>
    Object.entries(facts)
      .filter(([, stretches]) =>
        stretches.some(({ text, note, source }, place) => {
          const before = stretches[place - 1];
          return before?.text === text && before.note === note && before.source === source;
        }),
      )
      .map(([key]) => `${id} ${key}`),
  );
  expect(same).toEqual([]);
});

test('the last stretch holds without end, and all before it end', () => {
  for (const facts of Object.values(history.drivers)) {
    for (const stretches of Object.values(facts)) {
      expect(stretches.map(({ until }) => until !== undefined)).toEqual(
        stretches.map((_, place) => place < stretches.length - 1),
      );
    }
  }
});

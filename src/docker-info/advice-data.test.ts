import { expect, test } from 'vitest';
import { adviceData } from '../../tests/fixtures/advice-data.ts';
import { drivers, infoStatements } from '../../tests/fixtures/real-content.ts';

test('every driver is there, with the source of what may be said of it', () => {
  expect(adviceData.drivers.map(({ id }) => id)).toEqual(drivers.map(({ id }) => id));
  for (const { id, data } of adviceData.drivers)
    for (const key of ['deprecated', 'removed']) {
      const fact = data.facts[key];
      if (fact !== undefined && /^\d/.test(String(fact.value))) expect(fact.source, `${id} ${key}`).toMatch(/^https:/);
    }
});

test('where a source stays behind, so does the day on which it was read', () => {
  const facts = adviceData.drivers.flatMap(({ data }) => Object.values(data.facts));
  const dated = facts.filter((fact) => fact.source === undefined && 'checked' in fact);
  expect(dated.filter(({ value }) => value !== 'unknown')).toEqual([]);
});

test('the guide to the lines, further sources and what people ask stay behind', () => {
  expect(infoStatements.some(({ kind }) => kind === 'line')).toBe(true);
  expect(JSON.stringify(adviceData)).not.toMatch(/"kind":"line"|"also":|"asked":/);
});

test('of the releases the first of each line and the newest are kept', () => {
  const { releases = {} } = adviceData.engines['docker'] ?? {};
  expect(releases['18.06.0']).toBe('2018-07-18');
  expect(releases['18.06.1']).toBeUndefined();
  expect(Object.keys(releases).at(-1)).toBe(
    Object.keys(adviceData.engines['docker']?.releases ?? {})
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .at(-1),
  );
});

test('a value that the past had is kept where a kernel is asked for', () => {
  const overlay2 = adviceData.drivers.find(({ id }) => id === 'docker-overlay2')?.data.facts;
  expect(overlay2?.['kernel_min']?.earlier).toBeDefined();
  expect(overlay2?.['backing_filesystems']?.earlier).toBeUndefined();
});

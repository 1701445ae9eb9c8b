import { describe, expect, test } from 'vitest';
import { factIn, numberedBy, presenceIn, versionIn } from './as-of.ts';
import { driverSchema } from './schema.ts';
import type { Driver } from './schema.ts';

const evidence = { source: 'https://example.org/now', checked: '2026-11-25', confidence: 'verified' };

/** A driver whose facts have these values, or these parts of a fact. */
function driver(facts: Record<string, unknown>): Driver {
  return driverSchema.parse({
    name: 'd',
    engine: 'docker',
    title: 'D',
    summary: 'A driver.',
    family: 'overlayfs',
    facts: Object.fromEntries(
      Object.entries(facts).map(([key, fact]) => [
        key,
        { ...evidence, ...(typeof fact === 'object' ? fact : { value: fact }) },
      ]),
    ),
  });
}

test('a driver is numbered by its engine unless another project is named', () => {
  expect(numberedBy({ engine: 'containerd' })).toBe('containerd');
  expect(numberedBy({ engine: 'containerd', versions: 'soci-snapshotter' })).toBe('soci-snapshotter');
});

describe('a driver', () => {
  const aufs = driver({ introduced: '0.7.0', removed: '24.0.0' });

  test.each([
    [undefined, 'not-yet'],
    ['0.6.9', 'not-yet'],
    ['0.7', 'there'],
    ['23.0.6', 'there'],
    ['24.0.0', 'gone'],
    ['29', 'gone'],
  ] as const)('that lived from 0.7.0 to before 24.0.0 is, in %s, %s', (version, presence) => {
    expect(presenceIn(aufs, version)).toBe(presence);
  });

  test.each(['none', 'unknown'])('whose removal is %s stays', (removed) => {
    expect(presenceIn(driver({ introduced: '1.0', removed }), '99')).toBe('there');
  });

  test('whose beginning is unknown was there in every release', () => {
    expect(presenceIn(driver({ introduced: 'unknown' }), '0.1')).toBe('there');
  });
});

test('only a version is read as one', () => {
  const { facts } = driver({ a: '17.09', b: 'none', c: 5, d: { value: ['1.0'] } });
  expect(['a', 'b', 'c', 'd', 'e'].map((key) => versionIn(facts[key]))).toEqual([
    '17.09',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('a fact', () => {
  const now = { value: 3, since: '17.12.0' };
  const changed = driver({
    limit: {
      ...now,
      earlier: [
        { ...evidence, value: 2, since: '1.13', until: '17.11' },
        { ...evidence, value: 1, until: '1.11' },
      ],
    },
  });

  test.each([
    ['29.0', 3],
    ['17.12', 3],
    ['17.11.9', 2],
    ['1.13.0', 2],
    ['1.11.2', 1],
    ['0.1', 1],
  ])('of %s is what held then: %d', (version, value) => {
    expect(factIn(changed, 'limit', version)?.value).toBe(value);
  });

  test('of a gap between two stretches is unknown, and says that nobody looked', () => {
    expect(factIn(changed, 'limit', '1.12')).toEqual({
      value: 'unknown',
      note: 'Nobody has looked up what held before 17.12.0.',
      checked: '2026-11-25',
      confidence: 'unverified',
    });
  });

  test('without a first release held in all of them', () => {
    expect(factIn(driver({ limit: 125 }), 'limit', '0.1')?.value).toBe(125);
  });

  test('whose last release is past holds no more', () => {
    const fact = driver({ limit: { value: 125, until: '20.10' } });
    expect(factIn(fact, 'limit', '20.10.24')?.value).toBe(125);
    expect(factIn(fact, 'limit', '23.0')).toMatchObject({
      value: 'unknown',
      note: 'Nobody has looked up what held before the release in the note.',
    });
  });

  test('that the driver lacks is none', () => {
    expect(factIn(driver({}), 'limit', '1.0')).toBeUndefined();
  });

  test.each(['deprecated', 'removed'])('that counts releases itself, as %s does, was none before them', (key) => {
    const old = driver({ [key]: { value: '18.09', note: 'It was announced.' } });
    expect(factIn(old, key, '18.06.3')).toMatchObject({ value: 'none', note: undefined });
    expect(factIn(old, key, '18.09')).toMatchObject({ value: '18.09', note: 'It was announced.' });
    expect(factIn(driver({ [key]: 'none' }), key, '1.0')?.value).toBe('none');
  });
});

describe('the status', () => {
  const overlay2 = driver({
    status: { value: 'legacy', since: '29.0.0', note: 'Still there.' },
    introduced: { value: '1.12.0', source: 'https://example.org/introduced' },
    default_in: { value: '>=17.09.0 <29.0.0', source: 'https://example.org/default' },
    deprecated: 'none',
  });

  test.each([
    ['1.12.0', 'supported', 'https://example.org/introduced'],
    ['17.09.0', 'default', 'https://example.org/default'],
    ['28.5', 'default', 'https://example.org/default'],
    ['29.0.0', 'legacy', 'https://example.org/now'],
  ])('of %s is worked out from other facts: %s', (version, value, source) => {
    expect(factIn(overlay2, 'status', version)).toMatchObject({ value, source });
  });

  test('that was worked out has no note of today', () => {
    expect(factIn(overlay2, 'status', '17.09.0')?.note).toBeUndefined();
    expect(factIn(overlay2, 'status', '29.0.0')?.note).toBe('Still there.');
  });

  test('of a deprecated driver is that, although a fresh install still takes it', () => {
    const aufs = driver({
      status: { value: 'removed', since: '24.0.0' },
      deprecated: '19.03',
      default_in: '>=0.7.0 <20.10',
    });
    expect(['18.09', '19.03.1', '20.10'].map((version) => factIn(aufs, 'status', version)?.value)).toEqual([
      'default',
      'deprecated',
      'deprecated',
    ]);
  });

  test.each(['experimental', 'external-plugin', 'supported'])('%s, given without a release, is lasting', (value) => {
    expect(factIn(driver({ status: value, default_in: 'none' }), 'status', '1.0')?.value).toBe(value);
  });

  test.each(['default', 'removed', 'legacy'])('%s, given without a release, says nothing of the past', (value) => {
    expect(factIn(driver({ status: value, default_in: 'none' }), 'status', '1.0')?.value).toBe('supported');
  });
});

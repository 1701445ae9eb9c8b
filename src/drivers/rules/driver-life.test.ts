import { test } from 'vitest';
import { driver, engine, event, expectProblems, fact, factKey } from '../../../tests/fixtures/content-tree.ts';

const aufs = 'content/drivers/docker-aufs.yaml';

/** What a driver says about its life; `said` replaces what a driver says that has been there since 1.0 and still is. */
function life(said: Record<string, string> = {}): string {
  const all = { status: 'supported', introduced: "'1.0'", deprecated: 'none', removed: 'none', ...said };
  return Object.entries(all)
    .map(([key, value]) => fact(key, value))
    .join('');
}

const lives = {
  'content/facts.yaml':
    factKey('status', 'text') + ['introduced', 'deprecated', 'removed'].map((key) => factKey(key, 'version')).join(''),
  [aufs]: driver('aufs', life()),
  'content/drivers/docker-overlay2.yaml': driver('overlay2', life()),
};

test.each([
  [
    'a removal before the introduction',
    { status: 'removed', introduced: "'1.10'", removed: "‸'1.9'" },
    'The driver was removed in 1.9, before it was introduced in 1.10. Correct one of the two.',
  ],
  [
    'a removal before the deprecation',
    { status: 'removed', deprecated: "'1.2'", removed: "‸'1.1'" },
    'The driver was removed in 1.1, before it was deprecated in 1.2. Correct one of the two.',
  ],
  [
    'a deprecation before the introduction',
    { deprecated: "‸'0.9'" },
    'The driver was deprecated in 0.9, before it was introduced in 1.0. Correct one of the two.',
  ],
  [
    'a driver that is removed and still there',
    { status: '‸removed' },
    'The status is `removed`, and `removed` is `none`. Write the release that dropped it.',
  ],
  [
    'a driver that is supported and dropped',
    { removed: "'1.1'", status: '‸supported' },
    'The status is `supported`, and `removed` is `1.1`. Write the status `removed`, or `none` as the release that removed it.',
  ],
])('%s is named at its value', (_, said, words) =>
  expectProblems({ ...lives, [aufs]: driver('aufs', life(said)) }, `driver-life  ${words}`),
);

test.each([
  ['a driver that lived within one release', { status: 'removed', deprecated: "'1.0'", removed: "'1.0'" }],
  ['a driver that is gone since nobody knows when', { status: 'removed', removed: 'unknown' }],
  ['a driver of which nobody knows whether it is gone', { removed: 'unknown' }],
  ['a driver whose beginning nobody knows', { introduced: 'unknown', deprecated: "'0.1'" }],
])('%s is fine', (_, said) => expectProblems({ ...lives, [aufs]: driver('aufs', life(said)) }));

test.each([
  ['introduced', "‸'1.1'", '`docker-aufs` is introduced in 1.1 here, and in `1.0` in its own file.'],
  ['deprecated', "‸'1.0'", '`docker-aufs` is deprecated in 1.0 here, and in `no release` in its own file.'],
])('an event `%s` that the file of the driver contradicts is named at its release', (stage, version, words) =>
  expectProblems(
    {
      ...lives,
      'content/engines/docker.yaml': engine(event({ event: stage, version, drivers: '[docker-aufs]' })),
    },
    `driver-life  ${words} Correct this event, or \`${stage}\` in content/drivers/docker-aufs.yaml.`,
  ),
);

test('an event that says what the file of the driver says is fine, whatever the number of zeros', () =>
  expectProblems({
    ...lives,
    'content/engines/docker.yaml': engine(
      event({ event: 'introduced', version: "'1.0.0'", drivers: '[docker-aufs, docker-overlay2]' }),
    ),
  }));

test('an engine that does not number the driver may have got it in a release of its own', () =>
  expectProblems({
    ...lives,
    'content/engines/podman.yaml': engine(event({ event: 'introduced', version: "'4.0'", drivers: '[docker-aufs]' })),
  }));

import { test } from 'vitest';
import { driver, engine, event, expectProblems, fact, factKey, item } from '../../../tests/fixtures/content-tree.ts';

const aufs = 'content/drivers/docker-aufs.yaml';
const overlay2 = 'content/drivers/docker-overlay2.yaml';
const docker = 'content/engines/docker.yaml';
const early = "'>=1.0 <1.5'";

/** A site whose drivers say only in which releases they are the default; `changes` replace the second driver. */
function defaults(changes: Record<string, string>) {
  const facts = { 'content/facts.yaml': factKey('default_in', 'range') };
  return { ...facts, [aufs]: driver('aufs', fact('default_in', early)), ...changes };
}

test('a driver that claims a release of the default before it is named at its releases', () =>
  expectProblems(
    defaults({ [overlay2]: driver('overlay2', fact('default_in', "‸'>=1.4'")) }),
    'double-default  `docker-aufs` claims to be the default of docker in >=1.0 <1.5 too. Correct one of the two, so that their releases do not meet.',
  ));

test('a driver that another engine lends claims its releases as well', () => {
  const use = {
    engine: 'docker',
    releases: "'>=1.0'",
    default: "‸'>=1.0'",
    source: 'https://example.org/use',
    checked: "'2026-11-24'",
    confidence: 'verified',
  };
  return expectProblems(
    defaults({ [overlay2]: driver('overlay2', fact('default_in', 'none'), `used_by:\n${item(use)}`) }),
    'double-default  `docker-aufs` claims to be the default of docker in >=1.0 <1.5 too. Correct one of the two, so that their releases do not meet.',
  );
});

test.each([
  ['a default that begins where the one before it ends', "'>=1.5'"],
  ['a driver that never was the default', 'none'],
  ['a default whose releases nobody knows', 'unknown'],
])('%s is fine', (_, releases) =>
  expectProblems(defaults({ [overlay2]: driver('overlay2', fact('default_in', releases)) })),
);

test('Windows has a default of its own', () =>
  expectProblems(
    defaults({
      [overlay2]: driver('overlay2', fact('default_in', early)).replace('family: aufs', 'family: windows'),
    }),
  ));

test('releases of two projects never meet', () =>
  expectProblems(
    defaults({
      'content/engines/podman.yaml': engine(),
      [overlay2]: driver('overlay2', fact('default_in', early), 'versions: podman\n'),
    }),
  ));

test.each([
  [
    'a second default of one release',
    event({ event: 'default', drivers: '[docker-aufs]' }) +
      event({ event: 'default', drivers: '[docker-overlay2]' }).replace('version', '‸version'),
  ],
  [
    'an event that names two defaults',
    event({ event: 'default', drivers: '[docker-aufs, docker-overlay2]' }).replace('version', '‸version'),
  ],
])('%s is named at its event', (_, events) =>
  expectProblems(
    { [docker]: engine(events) },
    'double-default  1.0 makes a second driver the default. Only one driver is what a fresh install gets; call the other change `order`.',
  ),
);

test('a default that a later release replaces is fine', () =>
  expectProblems({
    [docker]: engine(
      event({ event: 'default', drivers: '[docker-aufs]' }) +
        event({ event: 'order', drivers: '[docker-aufs, docker-overlay2]' }) +
        event({ event: 'default', drivers: '[docker-overlay2]', version: "'1.1'", date: "'2014-07-03'" }),
    ),
  }));

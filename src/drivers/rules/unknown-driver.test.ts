import { test } from 'vitest';
import {
  driver,
  engine,
  event,
  expectProblems,
  fact,
  factKey,
  item,
  knownError,
  post,
} from '../../../tests/fixtures/content-tree.ts';

test('an id in a list of drivers that has no file is named at its word, with the nearest one', () =>
  expectProblems(
    { 'content/errors/no-space.mdx': knownError({ drivers: '[docker-aufs, ‸docker-overlay]' }) },
    'unknown-driver  There is no driver `docker-overlay`. Write `docker-overlay2`.',
  ));

test('a word of an attribute is named at that very word', () =>
  expectProblems(
    {
      'content/posts/a.mdx': post('Text <Compare drivers="docker-aufs\n  ‸overlay2 docker-aufs" facts="copy_up" />\n'),
      'content/posts/b.mdx': post('<Compare drivers={"docker-aufs ‸zfs"} facts={`copy_up`} />\n'),
    },
    'unknown-driver  There is no driver `overlay2`. Write `docker-overlay2`.',
    'unknown-driver  There is no driver `zfs`. Write `docker-aufs` or `docker-overlay2`.',
  ));

test("drivers of an event in an engine's timeline are looked up", () =>
  expectProblems(
    { 'content/engines/docker.yaml': engine(event({ event: 'default', drivers: '[‸docker-aufz]' })) },
    'unknown-driver  There is no driver `docker-aufz`. Write `docker-aufs`.',
  ));

test('drivers in the order of an engine are looked up', () => {
  const order = {
    releases: "'>=1.0'",
    drivers: '[docker-aufs, ‸docker-overlay]',
    source: 'https://example.org/order',
    checked: "'2026-11-24'",
    confidence: 'verified',
  };
  return expectProblems(
    { 'content/engines/docker.yaml': engine('', undefined, `order:\n${item(order)}`) },
    'unknown-driver  There is no driver `docker-overlay`. Write `docker-overlay2`.',
  );
});

/** A site in which the first driver names its replacement. */
function replacedBy(value: string) {
  return {
    'content/facts.yaml': factKey('replacement', 'text'),
    'content/drivers/docker-aufs.yaml': driver('aufs', fact('replacement', value)),
    'content/drivers/docker-overlay2.yaml': driver('overlay2', fact('replacement', 'none')),
  };
}

test('a replacement is a driver that has a file', () =>
  expectProblems(
    replacedBy('‸docker-overlay'),
    'unknown-driver  There is no driver `docker-overlay`. Write `docker-overlay2`.',
  ));

test.each(['docker-overlay2', 'none', 'unknown', 'not-applicable'])('the replacement may be %s', (value) =>
  expectProblems(replacedBy(value)),
);

test('a driver whose file has a problem is still known', () =>
  expectProblems({ 'content/drivers/docker-aufs.yaml': '‸' }, 'empty-file  The file is empty. Fill it or delete it.'));

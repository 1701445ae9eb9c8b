import { test } from 'vitest';
import { expectProblems, knownError, post } from '../../../tests/fixtures/content-tree.ts';

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

test("the driver of an event in an engine's timeline is looked up", () =>
  expectProblems(
    {
      'content/engines/docker.yaml': `name: Docker
events:
  - version: '1.0'
    date: '2014-07-24'
    event: default
    driver: ‸docker-aufz
    text: Text.
    source: https://example.org/
    checked: '2026-11-24'
    confidence: verified
`,
    },
    'unknown-driver  There is no driver `docker-aufz`. Write `docker-aufs`.',
  ));

test('a driver whose file has a problem is still known', () =>
  expectProblems({ 'content/drivers/docker-aufs.yaml': '‸' }, 'empty-file  The file is empty. Fill it or delete it.'));

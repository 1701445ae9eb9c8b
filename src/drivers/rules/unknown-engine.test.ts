import { test } from 'vitest';
import { driver, expectProblems, item, knownError } from '../../../tests/fixtures/content-tree.ts';

test('an engine without a file is named in drivers and in errors', () =>
  expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver('aufs').replace('engine: docker', 'engine: ‸dokcer'),
      'content/errors/no-space.mdx': knownError({ engines: '[‸podman, docker]', versions: "{ ‸dokcer: '>=1.0' }" }),
    },
    'unknown-engine  There is no engine `dokcer`. Write `docker`.',
    'unknown-engine  There is no engine `podman`. Write `docker`.',
    'unknown-engine  There is no engine `dokcer`. Write `docker`.',
  ));

test('an engine that runs on the driver, or whose releases count for it, has a file', () => {
  const use = {
    engine: '‸podman',
    releases: "'>=1.0'",
    source: 'https://example.org/use',
    checked: "'2026-11-24'",
    confidence: 'verified',
  };
  return expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver('aufs', undefined, `versions: ‸linux\nused_by:\n${item(use)}`),
    },
    'unknown-engine  There is no engine `linux`. Write `docker`.',
    'unknown-engine  There is no engine `podman`. Write `docker`.',
  );
});

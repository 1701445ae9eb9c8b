import { test } from 'vitest';
import { expectProblems, driver, knownError } from '../../../tests/fixtures/content-tree.ts';

test('an engine without a file is named in drivers and in errors', () =>
  expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver('aufs').replace('engine: docker', 'engine: ‸dokcer'),
      'content/errors/no-space.mdx': knownError({ engines: '[‸podman, docker]' }),
    },
    'unknown-engine  There is no engine `dokcer`. Write `docker`.',
    'unknown-engine  There is no engine `podman`. Write `docker`.',
  ));

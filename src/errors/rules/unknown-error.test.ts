import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

test('a link to an error without a file is named at its id, with the nearest one', () =>
  expectProblems(
    { 'content/posts/a.md': post('See [the error](/errors/‸no-spaces/#causes) and [another](/errors/‸enospc/).\n') },
    'unknown-error  There is no error `no-spaces`. Write `no-space`.',
    'unknown-error  There is no error `enospc`. Write `no-space`.',
  ));

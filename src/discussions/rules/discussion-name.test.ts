import { test } from 'vitest';
import { expectProblems, discussion } from '../../../tests/fixtures/content-tree.ts';

test('a snapshot that is named after another number is named at its number', () =>
  expectProblems(
    { 'content/discussions/8.json': discussion(9).replace('"number": 9', '"number": ‸9') },
    'discussion-name  The file is named 8, and the discussion in it has the number 9. Rename the file to 9.json.',
  ));

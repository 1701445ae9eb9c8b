import { test } from 'vitest';
import { expectProblems, driver, fact } from '../../../tests/fixtures/content-tree.ts';

test('a question that a driver does not answer is named at its facts', () =>
  expectProblems(
    { 'content/drivers/docker-aufs.yaml': driver('aufs', fact('copy_up', 'file')).replace('facts:', '‸facts:') },
    'missing-fact  The driver has no fact `max_layers`: How many layers? Add it; if nobody knows, its value is `unknown`.',
  ));

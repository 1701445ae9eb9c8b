import { test } from 'vitest';
import { background, expectProblems } from '../../../tests/fixtures/content-tree.ts';

const facts = background['content/facts.yaml'] ?? '';

test('a misspelt question is named where it is asked, and at none of the drivers that answer it', () =>
  expectProblems(
    { 'content/facts.yaml': facts.replace('key: max_layers', 'key: ‸max_layer') },
    'unasked-fact  All drivers answer `max_layers`, which is no fact key, and none answers `max_layer`. Write `max_layers`, or change the key in each driver.',
  ));

test('a question that was taken away is named once, and not at each driver that still answers it', () =>
  expectProblems(
    { 'content/facts.yaml': `‸${facts.slice(0, facts.indexOf('- key: max_layers'))}` },
    'unasked-fact  All drivers answer `max_layers`, which is no fact key. Add the key here, or take it out of each driver.',
  ));

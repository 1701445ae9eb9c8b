import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/errors/matcher.ts';
import { knownErrors } from '../fixtures/known-errors.ts';
import { qualityOf, readPastes } from '../fixtures/pastes.ts';
import { sharedFile } from './shared-folder.ts';

const file = sharedFile('inputs/pastes.jsonl', 'the matcher on pastes from public threads');

describe.skipIf(file === undefined)('pastes from public threads', () => {
  if (file === undefined) return;
  const match = createMatcher(knownErrors);
  const { first, inThree, falseAlarms, wrong } = qualityOf(readPastes(file), ({ text }) => match(text));
  const which = `wrong: ${wrong.join(', ')}`;

  test('get a right first answer', () => {
    expect(first, which).toBeGreaterThanOrEqual(97);
  });

  test('get a right answer among the first three', () => {
    expect(inThree, which).toBeGreaterThanOrEqual(99);
  });

  test('get no answer where they are no storage error', () => {
    expect(falseAlarms, which).toBeLessThanOrEqual(4);
  });
});

import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/errors/matcher.ts';
import { squeezedInEnglish } from '../../src/errors/translated.ts';
import { machineOf } from '../../src/search/machine.ts';
import { scopeOf } from '../../src/errors/scope.ts';
import { knownErrors, publishedErrors } from '../fixtures/known-errors.ts';
import { qualityOf, readPastes } from '../fixtures/pastes.ts';
import { sharedFile } from './shared-folder.ts';

const file = sharedFile('inputs/pastes.jsonl', 'the matcher on pastes from public threads');

describe.skipIf(file === undefined)('pastes from public threads', () => {
  if (file === undefined) return;
  const match = createMatcher(publishedErrors, squeezedInEnglish);
  const { first, inThree, falseAlarms, wrong } = qualityOf(readPastes(file), ({ text }) => match(text));
  const which = `wrong: ${wrong.join(', ')}`;

  test('get a right first answer', () => {
    expect(first, which).toBeGreaterThanOrEqual(97);
  });

  test('get a right answer among the first three', () => {
    expect(inThree, which).toBeGreaterThanOrEqual(99);
  });

  test('get no worse an order by what they say of their machine', () => {
    const scopes = Object.fromEntries(knownErrors.map((known) => [known.id, scopeOf(known, [])]));
    const judged = qualityOf(readPastes(file), ({ text }) =>
      machineOf(text, { added: [], removed: [] }, scopes).judge(match(text).slice(0, 5)),
    );
    expect(judged.first, `wrong: ${judged.wrong.join(', ')}`).toBeGreaterThanOrEqual(first);
    expect(judged.inThree).toBeGreaterThanOrEqual(inThree);
  });

  test('get no answer where they are no storage error', () => {
    expect(falseAlarms, which).toBeLessThanOrEqual(4);
  });
});

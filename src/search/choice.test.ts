import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patience, tried } from '../../tests/fixtures/tried.ts';
import type { Facet } from '../errors/facet.ts';
import { afterAct, choiceOf, nothingChosen, parametersOf } from './choice.ts';
import type { Choice } from './choice.ts';

const docker: Facet = { kind: 'engine', id: 'docker', version: '20.10.7' };
const ubuntu: Facet = { kind: 'system', id: 'ubuntu' };
const overlay2: Facet = { kind: 'driver', id: 'overlay2' };

/** The choice that an address of these parameters stands for. */
function fromAddress(query: string): Choice {
  const search = new URLSearchParams(query);
  return choiceOf((name) => search.getAll(name));
}

test('what was taken away is taken away once, also if it had been set by hand', () => {
  const set = afterAct(nothingChosen, { set: [docker, ubuntu] });
  const taken = afterAct(afterAct(set, { removed: docker }), { removed: docker });
  expect(taken).toEqual({ driver: undefined, added: ['ubuntu'], removed: ['docker 20.10.7'] });
});

test('without the driver that was read any driver will do', () => {
  expect(afterAct(nothingChosen, { removed: overlay2 }).driver).toBe('');
});

test('what is set by hand comes back if it was taken away, and a form without a driver leaves it to the text', () => {
  const taken = afterAct({ ...nothingChosen, driver: 'zfs' }, { removed: docker });
  expect(afterAct(taken, { set: [docker] })).toEqual({ driver: undefined, added: ['docker 20.10.7'], removed: [] });
  expect(afterAct(taken, { set: [overlay2] }).driver).toBe('overlay2');
});

test('acts on the machine leave the kind of results as it was chosen', () => {
  const choice: Choice = { ...nothingChosen, kind: 'guide' };
  expect([afterAct(choice, { removed: docker }).kind, afterAct(choice, { set: [] }).kind]).toEqual(['guide', 'guide']);
});

test.each(['kind=toString', 'kind=__proto__', 'kind=', ''])('an address with %j chooses no kind', (query) => {
  expect(fromAddress(query).kind).toBeUndefined();
});

test('a choice comes back from its address as it was, whatever its words are', patience, () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  const choice = fc.record(
    {
      kind: fc.constantFrom('article' as const, 'error' as const),
      driver: text,
      added: fc.array(text),
      removed: fc.array(text),
    },
    { requiredKeys: ['added', 'removed'] },
  );
  fc.assert(
    fc.property(choice, (one) => {
      expect(fromAddress(String(new URLSearchParams(parametersOf(one))))).toEqual(one);
    }),
    tried(300),
  );
});

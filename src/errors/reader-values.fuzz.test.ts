import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patience, tried } from '../../tests/fixtures/tried.ts';
import { shellText, valuesFragment, valuesOf } from './reader-values.ts';

const piece = fc.constantFrom(
  '#with?',
  '&',
  '=',
  '%',
  '%0A',
  '%E2%80%AE',
  '%00',
  '__proto__=',
  'path=',
  '-',
  "'",
  '$(a)',
  '<b>',
);
const text = fc.string({ unit: 'binary', maxLength: 20 });

test('whatever stands behind # carries values of one visible line each, or none', patience, () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, text), { maxLength: 8 }), (pieces) => {
      for (const [name, value] of Object.entries(valuesOf(`#with?${pieces.join('')}`))) {
        expect(typeof name).toBe('string');
        expect(value).toMatch(/^[^-\p{Cc}\p{Cf}\u2028\u2029][^\p{Cc}\p{Cf}\u2028\u2029]{0,299}$/u);
      }
      expect(Object.getPrototypeOf(valuesOf(pieces.join('')))).toBe(Object.prototype);
    }),
    tried(500),
  );
});

test('values come back from an address as they were, if they are values at all', patience, () => {
  const values = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  fc.assert(
    fc.property(values, (given) => {
      const back = valuesOf(valuesFragment(given));
      expect(given).toMatchObject(back);
      expect(valuesOf(valuesFragment(back))).toEqual(back);
    }),
    tried(500),
  );
});

test('a value in a command is one word of the shell, whatever is in it', patience, () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, text), { maxLength: 6 }), (pieces) => {
      const value = pieces.join('');
      const word = shellText(value, 'rm ') ?? '';
      const parts = word.startsWith("'") ? word.replaceAll("'\\''", '').slice(1, -1) : word;
      expect(parts).not.toContain("'");
      if (!word.startsWith("'")) expect(word).toMatch(/^[\w@%+:,./-]+$/);
      expect(shellText(value, 'rm "') ?? '').toMatch(/^[\w@%+:,./-]*$/);
    }),
    tried(500),
  );
});

import { expect, test } from 'vitest';
import { messageParts, sureWords } from './parts.ts';

test('a message falls into what is always there and what varies', () => {
  expect(messageParts('write <path>: no space left on device')).toEqual([
    { kind: 'literal', text: 'write ' },
    { kind: 'variable', text: 'path' },
    { kind: 'literal', text: ': no space left on device' },
  ]);
});

test('angle brackets that name nothing are literal', () => {
  expect(messageParts('a < b and 1 <2> 3')).toEqual([{ kind: 'literal', text: 'a < b and 1 <2> 3' }]);
});

test('the surest words of a message are its longest literal piece', () => {
  expect(sureWords('write <path>: no space left on device (<code>)')).toEqual(['no space left on device', 'write']);
});

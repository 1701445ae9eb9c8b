import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patience, tried } from '../../tests/fixtures/tried.ts';
import { fromParameters, itemsOf, parameters } from './compare-state.ts';
import { parseMoment } from './moment.ts';

const releases = {
  docker: { name: 'Docker Engine', releases: { '1.0': '2014-06-09', '17.06': '2017-06-28' } },
  'cri-o': { name: 'CRI-O', releases: { '1.0': '2017-10-16' } },
};
const piece = fc.constantFrom(
  'drivers=',
  'asof=',
  'pin=',
  '&',
  '2.',
  ',',
  '%',
  '+',
  'docker@',
  '17.06',
  '2014-07',
  '<b>',
  '__proto__',
);
const text = fc.string({ unit: 'binary', maxLength: 20 });
const address = fc.array(fc.oneof(piece, text), { maxLength: 10 }).map((pieces) => pieces.join(''));

test('any address stands for a table, with the same keys', patience, () => {
  fc.assert(
    fc.property(address, (query) => {
      const search = new URLSearchParams(query);
      const state = fromParameters((name) => search.get(name));
      expect(Object.keys(state)).toEqual([...parameters]);
      for (const value of Object.values(state)) expect(typeof value).toBe('string');
      expect(itemsOf(state.drivers).filter((item) => item === '' || item.includes(','))).toEqual([]);
    }),
    tried(500),
  );
});

test('any words are a day that there is, or no moment', patience, () => {
  fc.assert(
    fc.property(address, (words) => {
      const moment = parseMoment(words, releases);
      if (moment === undefined) return;
      expect(moment.day).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(new Date(moment.day).toISOString().slice(0, 10)).toBe(moment.day);
    }),
    tried(500),
  );
});

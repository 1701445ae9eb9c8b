import { expect, test } from 'vitest';
import { fromParameters, itemsOf, parameters, untouched } from './compare-state.ts';

test('an address without parameters is the table as it was written', () => {
  expect(fromParameters((name) => new URLSearchParams('').get(name))).toEqual(untouched);
  expect(Object.values(untouched).every((value) => value === '')).toBe(true);
});

test('each parameter of an address is kept as it is, and others are left out', () => {
  const search = new URLSearchParams('drivers=docker-zfs,docker-vfs&asof=July+2014&view=cards&utm=1');
  expect(fromParameters((name) => search.get(name))).toEqual({
    ...untouched,
    drivers: 'docker-zfs,docker-vfs',
    asof: 'July 2014',
    view: 'cards',
  });
});

test('a second table on the page reads parameters of its own', () => {
  const search = new URLSearchParams('pin=docker-vfs&compare-2.pin=docker-zfs');
  expect(fromParameters((name) => search.get(`compare-2.${name}`)).pin).toBe('docker-zfs');
});

test('the state has a text for every parameter', () => {
  expect(Object.keys(fromParameters(() => 'x'))).toEqual([...parameters]);
});

test.each([
  ['', []],
  ['a', ['a']],
  ['b,a', ['b', 'a']],
  ['a,,b,', ['a', 'b']],
  ['a,b,a', ['a', 'b']],
])('the list %j has the items %j', (list, items) => {
  expect(itemsOf(list)).toEqual(items);
});

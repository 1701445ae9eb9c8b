import { expect, test } from 'vitest';
import { facetName } from '../errors/facet.ts';
import { machineOf } from './machine.ts';

const text = 'Docker version 20.10.7\nStorage Driver: overlay2\nOperating System: Ubuntu 18.04';
const nothing = { added: [], removed: [] };
const names = (choice: Partial<Parameters<typeof machineOf>[1]>) =>
  machineOf(text, { ...nothing, ...choice }, {}).facets.map(facetName);

test('without a word of the reader the text counts', () => {
  expect(names({})).toEqual(['Docker 20.10.7', 'overlay2', 'Ubuntu 18.04']);
});

test('what the reader took away is not read, and the rest stays', () => {
  expect(names({ removed: ['docker 20.10.7'] })).toEqual(['overlay2', 'Ubuntu 18.04']);
  expect(names({ driver: '' })).toEqual(['Docker 20.10.7', 'Ubuntu 18.04']);
});

test('what the reader set takes the place of what was read of its kind', () => {
  expect(names({ added: ['podman 4.3.1'], driver: 'vfs' })).toEqual(['Podman 4.3.1', 'vfs', 'Ubuntu 18.04']);
  expect(names({ added: ['nonsense'] })).toEqual(['Docker 20.10.7', 'overlay2', 'Ubuntu 18.04']);
});

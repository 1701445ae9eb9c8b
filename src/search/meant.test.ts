import { expect, test, vi } from 'vitest';
import { respelt, whatWasMeant } from './meant.ts';

const site = ['overlay2', 'layers', 'stacks', 'which'];

function meant(text: string, { there = [] as string[], load = () => Promise.resolve(site) } = {}) {
  const words = text.split(' ');
  const lacking = words.filter((word) => !there.includes(word));
  const isThere = (word: string) => Promise.resolve(there.includes(word));
  return whatWasMeant(text, words, { nowhere: lacking, broken: lacking, isThere, loadWords: load });
}

test('the nearest word of this site is meant, and of a compound each part', async () => {
  expect(await meant('stakcs')).toEqual(new Map([['stakcs', 'stacks']]));
  expect(await meant('stakcs-of/layers', { there: ['layers'] })).toEqual(
    new Map([['stakcs-of/layers', 'stacks layers']]),
  );
});

test('two words side by side are one if one of them stands nowhere', async () => {
  expect(await meant('over lay2', { there: ['over'] })).toEqual(new Map([['over lay2', 'overlay2']]));
});

test('the words of this site are not asked for where all words stand somewhere, and their lack is no failure', async () => {
  const load = vi.fn(() => Promise.reject(new Error('offline')));
  expect(await meant('over layers', { there: ['over', 'layers'], load })).toEqual(new Map());
  expect(load).not.toHaveBeenCalled();
  expect(await meant('stakcs', { load })).toEqual(new Map());
});

test('words are put as they were meant, and one that tells nothing is left out', () => {
  const found = new Map([
    ['over lay2', 'overlay2'],
    ['wich', 'which'],
  ]);
  expect(respelt(['wich', 'over', 'lay2', 'layers'], found)).toEqual(['overlay2', 'layers']);
});

import { expect, test } from 'vitest';
import { likelyRuns, rarestPhrases } from './paste-words.ts';

test('the line that looks most like an error comes first, and the later of equal ones', () => {
  const log = 'step one of four\nerror: first thing\nnothing here\nerror: second thing\ndone';
  expect(likelyRuns(log)).toEqual([['error'], ['second', 'thing'], ['error'], ['first', 'thing']]);
});

test('what is the reader’s own parts the words around it', () => {
  expect(likelyRuns('error mounting /dev/sdb1 as upper layer 4f2a9c failed twice')).toEqual([
    ['error', 'mounting'],
    ['as', 'upper', 'layer'],
    ['failed', 'twice'],
  ]);
});

test('a text without words has nothing to look for', () => {
  expect(likelyRuns('\n123 4/5\n\n')).toEqual([]);
});

test('the phrases around the rarest word are asked for, longer ones before shorter ones', () => {
  const pages: Record<string, number> = { the: 90, thin: 4, pool: 6, is: 80 };
  expect(rarestPhrases([['the', 'thin', 'pool'], ['is']], (word) => pages[word] ?? 0)).toEqual([
    'the thin pool',
    'the thin',
    'thin pool',
    'thin',
  ]);
});

test('a word that is on no page is in no phrase', () => {
  expect(rarestPhrases([['thin', 'xyzzy', 'pool']], (word) => (word === 'xyzzy' ? 0 : word.length))).toEqual(['thin']);
  expect(rarestPhrases([['xyzzy']], () => 0)).toEqual([]);
});

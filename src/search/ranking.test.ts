import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ResultKind } from './marks.ts';
import { rank } from './ranking.ts';
import type { WordHit } from './ranking.ts';

const article = (): ResultKind => 'article';
const hit = (id: string, score: number, about?: WordHit['about']): WordHit => ({ id, score, about });

function order(hits: WordHit[][], kindOf: (id: string) => ResultKind = article): string[] {
  return rank(hits, kindOf, 100).map(({ id }) => id);
}

test('of pages that the words fit alike, the one with more of them comes first, however often another has one', () => {
  expect(order([[hit('both', 1), hit('one', 90)], [hit('both', 1)]])).toEqual(['both', 'one']);
});

test('a word that is rare weighs more than two that stand nearly everywhere', () => {
  const everywhere = Array.from({ length: 90 }, (_, place) => hit(`p${place}`, 1));
  expect(order([everywhere, everywhere, [hit('rare', 1)]])[0]).toBe('rare');
});

test('a word that a page is about weighs more than any number of times in the text', () => {
  expect(order([[hit('text', 99), hit('title', 0.1, 'title')]])).toEqual(['title', 'text']);
});

test('what is explained comes before what is listed, unless that is about a word', () => {
  const kindOf = (id: string): ResultKind => (id === 'guide' ? 'guide' : 'error');
  expect(order([[hit('error', 10), hit('guide', 9)]], kindOf)).toEqual(['guide', 'error']);
  expect(order([[hit('error', 1, 'title'), hit('guide', 9)]], kindOf)).toEqual(['error', 'guide']);
});

test('a page with all words in its title comes before those that are asked for by them', () => {
  const kindOf = (id: string): ResultKind => (id === 'guide' ? 'guide' : 'driver');
  const [both, one] = [hit('guide', 1, 'asked'), hit('driver', 1, 'title')];
  expect(order([[both, one]], kindOf)).toEqual(['driver', 'guide']);
  expect(order([[both, one], [both]], kindOf)).toEqual(['guide', 'driver']);
});

test('of pages that are equal in all else, the one with more of the words in its title comes first, whatever its kind', () => {
  const kindOf = (id: string): ResultKind => (id === 'guide' ? 'guide' : 'article');
  const large = [hit('article', 1, 'asked'), hit('guide', 1, 'asked')];
  expect(order([[hit('article', 1, 'asked'), hit('guide', 1, 'title')], large], kindOf)).toEqual(['guide', 'article']);
  expect(order([large, large], kindOf)).toEqual(['article', 'guide']);
});

test('the title of an error is no name', () => {
  const kindOf = (id: string): ResultKind => (id === 'guide' ? 'guide' : 'error');
  expect(order([[hit('error', 1, 'title'), hit('guide', 1, 'asked')]], kindOf)).toEqual(['guide', 'error']);
});

test('of pages of one name that of the kind which is meant comes first, a guide if nothing is said', () => {
  const kindOf = (id: string): ResultKind => id as ResultKind;
  const named = ['article', 'driver', 'guide'].map((id) => hit(id, 1, 'title'));
  expect(order([named], kindOf)).toEqual(['guide', 'article', 'driver']);
  expect(rank([named], kindOf, 100, 'driver').map(({ id }) => id)).toEqual(['driver', 'article', 'guide']);
});

test('a comment comes after every page that has as many of the words', () => {
  const kindOf = (id: string): ResultKind => (id === 'comment' ? 'discussion' : 'error');
  expect(order([[hit('comment', 9), hit('page', 1)]], kindOf)).toEqual(['page', 'comment']);
});

test('pages that are equal in all else come by kind, articles first', () => {
  const kindOf = (id: string): ResultKind => (id === 'a' ? 'driver' : 'article');
  expect(order([[hit('a', 1, 'title'), hit('b', 1, 'title')]], kindOf)).toEqual(['b', 'a']);
});

test('of pages that are equal in that too, the one comes first whose title has more of the words, or of the first', () => {
  const [asked, inTitle] = [hit('a', 1, 'asked'), hit('b', 1, 'title')];
  expect(
    order([
      [hit('a', 1, 'title'), hit('b', 1, 'asked')],
      [asked, inTitle],
      [asked, inTitle],
    ]),
  ).toEqual(['b', 'a']);
  const named = [hit('fuse', 3.46, 'title'), hit('overlay2', 3.69, 'title')];
  expect(order([named])).toEqual(['overlay2', 'fuse']);
  expect(order([named, [hit('fuse', 9, 'title'), hit('overlay2', 1, 'title')]])).toEqual(['overlay2', 'fuse']);
});

test('of pages that are equal in all that, the one comes first whose text has more of the words, whatever their ids', () => {
  for (const [less, more] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const)
    expect(order([[hit(less, 1, 'asked'), hit(more, 2, 'asked')]])).toEqual([more, less]);
});

test('each page says how many of the words it has', () => {
  expect(rank([[hit('a', 1), hit('b', 1)], [hit('b', 1)]], article, 100)).toEqual([
    { id: 'b', words: 2 },
    { id: 'a', words: 1 },
  ]);
});

test('adding a word of its title never puts a page further down', () => {
  const page = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    score: fc.double({ min: 0.01, max: 20, noNaN: true }),
    about: fc.constantFrom('title', 'asked', undefined),
  });
  const list = fc.uniqueArray(page, { selector: ({ id }) => id, minLength: 1 });
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), list, (hits, more) => {
      for (const { id } of more.filter(({ about }) => about === 'title')) {
        const before = order(hits).indexOf(id);
        if (before !== -1) expect(order([...hits, more]).indexOf(id)).toBeLessThanOrEqual(before);
      }
    }),
  );
});

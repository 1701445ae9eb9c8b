import { expect, test } from 'vitest';
import { cutAtMarks, foldsOf, joinStretches, markOf, placeholdersIn } from './code-lines.ts';
import { parseCodeNotes } from './code-notes.ts';

const { value: notes } = parseCodeNotes('mark={2} mark="ab" mark="bc"');

test('a line in a range is marked whole', () => {
  expect(markOf(notes, 'ab', 2)).toEqual({ kind: 'line', note: 'mark' });
});

test('every place of a part is marked, and parts that overlap are one', () => {
  expect(markOf(notes, 'abc ab', 1)).toEqual({
    kind: 'parts',
    stretches: [
      { from: 0, to: 3 },
      { from: 4, to: 6 },
    ],
  });
});

test('a line without marks has none', () => {
  expect(markOf(notes, 'xyz', 1)).toEqual({ kind: 'none' });
});

test('stretches come in order', () => {
  expect(
    joinStretches([
      { from: 5, to: 6 },
      { from: 0, to: 2 },
      { from: 1, to: 1 },
    ]),
  ).toEqual([
    { from: 0, to: 2 },
    { from: 5, to: 6 },
  ]);
});

test('a mark across two pieces is one run, and the pieces keep what they are', () => {
  const pieces = [{ text: 'docker', role: 'f' }, { text: ' info' }];
  expect(cutAtMarks(pieces, 2, [{ from: 6, to: 11 }])).toEqual([
    { marked: false, pieces: [{ text: 'dock', role: 'f' }] },
    { marked: true, pieces: [{ text: 'er', role: 'f' }, { text: ' in' }] },
    { marked: false, pieces: [{ text: 'fo' }] },
  ]);
});

test('a name in brackets is what the reader puts in, and a redirection is none', () => {
  expect(placeholdersIn('rm <path>/x <id> < file > out <<EOF <A>')).toEqual([
    { from: 3, to: 9 },
    { from: 12, to: 16 },
  ]);
});

test('of a long output the middle is put away, and its first and last lines stay', () => {
  expect(foldsOf(40, [])).toEqual([{ from: 6, to: 38 }]);
  expect(foldsOf(19, [])).toEqual([]);
  expect(foldsOf(20, [])).toEqual([{ from: 6, to: 18 }]);
  expect(foldsOf(3, [])).toEqual([]);
});

test('a line that matters stays, with two on either side', () => {
  expect(foldsOf(60, [25, 55])).toEqual([
    { from: 6, to: 23 },
    { from: 28, to: 53 },
  ]);
  expect(foldsOf(30, [12, 17])).toEqual([]);
});

import { expect, test } from 'vitest';
import { findIdleMarks, parseCodeNotes } from './code-notes.ts';

test('where code comes from, and the number of its first line, are read', () => {
  expect(parseCodeNotes('link="https://example.org/a" link-text="the file" start={10}')).toEqual({
    value: { link: 'https://example.org/a', linkText: 'the file', start: 10, lines: [], parts: [] },
    issues: [],
  });
});

test('a title and marks are read with their places', () => {
  expect(parseCodeNotes('title="node1" mark="Driver: zfs" mark={2,5-7}')).toEqual({
    value: {
      title: 'node1',
      lines: [
        { kind: 'mark', from: 2, to: 2, offset: 39, length: 1 },
        { kind: 'mark', from: 5, to: 7, offset: 41, length: 3 },
      ],
      parts: [{ text: 'Driver: zfs', offset: 14, length: 18 }],
    },
    issues: [],
  });
});

test('lines may be added and removed', () => {
  const { lines } = parseCodeNotes('add={2-3} remove={1}').value;
  expect(lines.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['add', 2, 3],
    ['remove', 1, 1],
  ]);
});

test('no notes are no issues', () => {
  expect(parseCodeNotes('   ')).toEqual({ value: { lines: [], parts: [] }, issues: [] });
});

test('single quotes hold a text with double quotes', () => {
  expect(parseCodeNotes(`mark='"storage-driver": "zfs"'`).value.parts[0]?.text).toBe('"storage-driver": "zfs"');
});

test.for([
  ['titel="x"', 0, 9, 'A code block has no note "titel".'],
  ['a title=x', 0, 1, '"a" is not a note of a code block.'],
  ['title=node1', 0, 11, 'The text after title= is not in quotes.'],
  ['title="node1', 0, 12, 'The quote after title= is not closed.'],
  ['mark={2', 0, 7, 'The brace after mark= is not closed.'],
  ['title=""', 0, 8, 'The title is empty.'],
  ['title={x}', 0, 9, 'The title is not in quotes.'],
  ['title="a" title="b"', 10, 9, 'The block has two titles.'],
  ['mark=""', 0, 7, 'The mark is empty.'],
  ['mark={2,x}', 8, 1, '"x" is not a line number.'],
  ['mark={}', 6, 0, '"" is not a line number.'],
  ['mark={7-5}', 6, 3, 'The range 7-5 runs backwards.'],
  ['mark={0}', 6, 1, 'Lines are counted from 1.'],
  ['add="x"', 0, 7, 'It says no line.'],
  ['remove={5-2}', 8, 3, 'The range 5-2 runs backwards.'],
  ['add={2', 0, 6, 'The brace after add= is not closed.'],
  ['  {2,5-7}', 2, 7, 'Line numbers stand alone.'],
  ['title="a"mark="b"', 0, 17, 'The text after title= ends before the note does.'],
] as const)('in %s something is wrong at %i', ([meta, offset, length, message]) => {
  expect(parseCodeNotes(meta).issues[0]).toMatchObject({ offset, length, message });
  expect(parseCodeNotes(meta).issues[0]?.hint).toMatch(/\.$/);
});

test.for([
  ['title=node1', 'Write title="node1".'],
  ['{2,5-7}', 'Write mark={2,5-7}.'],
  ['mark={7-5}', 'Write 5-7.'],
] as const)('for %s the hint is the corrected note', ([meta, hint]) => {
  expect(parseCodeNotes(meta).issues[0]?.hint).toBe(hint);
});

test('what can be read beside a mistake is kept', () => {
  const { value, issues } = parseCodeNotes('oops title="kept" mark={x,3}');
  expect(value.title).toBe('kept');
  expect(value.lines.map(({ from }) => from)).toEqual([3]);
  expect(issues).toHaveLength(2);
});

test('an added or removed line after the last one is named', () => {
  const { value } = parseCodeNotes('add={2} remove={3}');
  expect(findIdleMarks(value, 'a').map(({ message }) => message)).toEqual([
    'Line 2 is added, but the block has 1 line.',
    'Line 3 is removed, but the block has 1 line.',
  ]);
});

test('marks that hit nothing are named in order', () => {
  const { value } = parseCodeNotes('mark="gone" mark="here" mark={3-4,1,9}');
  expect(findIdleMarks(value, 'here\nthere\nend\n').map(({ offset, message }) => [offset, message])).toEqual([
    [0, '"gone" is marked, but no line of the block holds it.'],
    [30, 'Line 4 is marked, but the block has 3 lines.'],
    [36, 'Line 9 is marked, but the block has 3 lines.'],
  ]);
});

test('a note of sixteen thousand open quotes and braces is read within a second', () => {
  const start = performance.now();
  parseCodeNotes(`mark="${`x"'{`.repeat(4_000)}`);
  expect(performance.now() - start).toBeLessThan(1_000);
});

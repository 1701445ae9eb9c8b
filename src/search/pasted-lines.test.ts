import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pastedLines } from './pasted-lines.ts';

test('lines with something marked are shown with their number, the rest is folded', () => {
  expect(pastedLines('one\ntwo\nthe error here\nfour', [{ start: 12, end: 17 }])).toEqual([
    { kind: 'folded', lines: ['one', 'two'] },
    {
      kind: 'shown',
      lines: [
        {
          number: 3,
          pieces: [
            { text: 'the ', marked: false },
            { text: 'error', marked: true },
            { text: ' here', marked: false },
          ],
        },
      ],
    },
    { kind: 'folded', lines: ['four'] },
  ]);
});

test('a mark may begin on one line and end on the next', () => {
  expect(pastedLines('ab\ncd', [{ start: 1, end: 4 }])).toEqual([
    {
      kind: 'shown',
      lines: [
        {
          number: 1,
          pieces: [
            { text: 'a', marked: false },
            { text: 'b', marked: true },
          ],
        },
        {
          number: 2,
          pieces: [
            { text: 'c', marked: true },
            { text: 'd', marked: false },
          ],
        },
      ],
    },
  ]);
});

test('a line of a megabyte is cut around its marks', () => {
  const [block] = pastedLines(`${'x'.repeat(500_000)}error${'y'.repeat(500_000)}`, [{ start: 500_000, end: 500_005 }]);
  const pieces = block?.kind === 'shown' ? (block.lines[0]?.pieces ?? []) : [];
  expect(pieces.map(({ text }) => text.length)).toEqual([121, 5, 121]);
});

test('every line of the text is there once, in order, whatever the spans', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 12 }), { maxLength: 8 }),
      fc.array(span, { maxLength: 4 }),
      (lines, spans) => {
        const text = lines.join('\n');
        const back = pastedLines(text, spans).flatMap((block) =>
          block.kind === 'folded'
            ? block.lines
            : block.lines.map(({ pieces }) => pieces.map((piece) => piece.text).join('')),
        );
        expect(back.join('\n')).toBe(text);
      },
    ),
  );
});

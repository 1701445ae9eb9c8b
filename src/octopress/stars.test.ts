import { expect, test } from 'vitest';
import { starEdits } from './stars.ts';

function read(text: string, { hidden = '', isLoose = false } = {}): string {
  const from = hidden === '' ? -1 : text.indexOf(hidden);
  let fresh = text;
  for (const edit of starEdits(text, (at) => at >= from && at < from + hidden.length, isLoose).toReversed())
    fresh = fresh.slice(0, edit.from) + edit.text + fresh.slice(edit.to);
  return fresh;
}

test.each([
  ['**调用（call）**之后', '<strong>调用（call）</strong>之后'],
  ['见**《书》**等', '见<strong>《书》</strong>等'],
  ['**a（b）**c**d**', '<strong>a（b）</strong>c**d**'],
  ['*（注）*后', '<em>（注）</em>后'],
  ['**`code`**を', '<strong>`code`</strong>を'],
  ['l’**«\u00A0mot\u00A0»**et', 'l’<strong>«\u00A0mot\u00A0»</strong>et'],
])('%s is emphasis although there is no blank outside', (old, fresh) => {
  expect(read(old)).toBe(fresh);
});

test.each([
  ['what CommonMark reads', '**a** and *b*, (**c**). **d（e）** f'],
  ['stars with blanks inside', '2 * 3（a） * b and ** c（a） **d'],
  ['a star alone', 'C（*）和 a*（b'],
  ['stars behind a backslash', '\\*\\*a（b）**c'],
  ['three stars', '***a（b）***c'],
  ['another line', '**a（b）\nc（d）**e'],
])('%s stays', (_, text) => {
  expect(read(text)).toBe(text);
});

test('stars in code and addresses are none', () => {
  expect(read('`**a（b）**`c', { hidden: '`**a（b）**`' })).toBe('`**a（b）**`c');
});

test('two stars end behind a blank and at the start of the next line where RDiscount let them', () => {
  expect(read('**[a](/) **: b', { isLoose: true })).toBe('**[a](/)** : b');
  expect(read('**[a](/) **: b')).toBe('**[a](/) **: b');
  expect(read('**a\n**b', { isLoose: true })).toBe('<strong>a\n</strong>b');
  expect(read('**a\n**b')).toBe('**a\n**b');
});

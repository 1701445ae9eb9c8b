import { expect, test } from 'vitest';
import { withPassage } from './passage.ts';

const marked = (text: string) => ({ text, marked: true });
const plain = (text: string) => ({ text, marked: false });

test('the address leads to the first words that matched, with what follows them, and has all of them marked', () => {
  const excerpt = [plain('a disk is the '), marked('storage'), plain(' '), marked('driver'), plain('. A disk')];
  expect(withPassage('/a/', excerpt)).toBe('/a/#:~:text=storage%20driver&text=storage&text=driver');
});

test('the passage ends before a full stop that may not be on the page, and after six words', () => {
  expect(withPassage('/a/', [marked('one'), plain(' two three four five six seven')])).toBe(
    '/a/#:~:text=one%20two%20three%20four%20five%20six&text=one',
  );
});

test('an excerpt without a mark leads to the page itself', () => {
  expect(withPassage('/a/', [plain('words')])).toBe('/a/');
});

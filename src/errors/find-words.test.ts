import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWords } from './find-words.ts';

/** Each hit as `word@end`, in the order in which they are reported. */
function hits(words: readonly string[], text: string): string[] {
  const found: string[] = [];
  findWords(words).scan(text, (word, end) => found.push(`${words[word] ?? ''}@${end}`));
  return found;
}

test.each([
  ['a word at the beginning, in the middle and at the end', ['ab'], 'abxabxab', ['ab@2', 'ab@5', 'ab@8']],
  ['words that overlap', ['abc', 'bcd', 'cde'], 'abcde', ['abc@3', 'bcd@4', 'cde@5']],
  ['a word that overlaps itself', ['aba'], 'ababa', ['aba@3', 'aba@5']],
  ['a word inside another one', ['space', 'nospaceleft', 'pac'], 'nospaceleft', ['pac@6', 'space@7', 'nospaceleft@11']],
  ['a word at the end of another one, the longer first', ['left', 'spaceleft'], 'spaceleft', ['spaceleft@9', 'left@9']],
  ['a word at the beginning of another one', ['no', 'nospace'], 'nospace', ['no@2', 'nospace@7']],
  ['a short word behind a long one that breaks off', ['abcdx', 'cd'], 'abcde', ['cd@4']],
  ['a word whose beginning stood there in vain', ['aab'], 'aaab', ['aab@4']],
  ['digits and letters', ['0z', 'a9'], 'a90z', ['a9@2', '0z@4']],
  ['no word where there is none', ['abc'], 'ab', []],
  ['nothing in nothing', ['abc'], '', []],
  ['nothing without words', [], 'abc', []],
  ['no empty word', ['', 'a'], 'ba', ['a@2']],
])('finds %s', (_name, words, text, expected) => {
  expect(hits(words, text)).toEqual(expected);
});

test('two equal words are both reported', () => {
  const found: number[] = [];
  findWords(['ab', 'x', 'ab']).scan('ab', (word) => found.push(word));
  expect(found).toEqual([0, 2]);
});

test('a finder can be used again', () => {
  const finder = findWords(['ab']);
  let count = 0;
  finder.scan('a', () => (count += 1));
  finder.scan('b', () => (count += 1));
  finder.scan('ab', () => (count += 1));
  expect(count).toBe(1);
});

test('finds what a search for each word alone finds', () => {
  const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', '9'), maxLength });
  const words = fc.array(letters(6).filter((word) => word !== ''));
  fc.assert(
    fc.property(words, letters(60), (words, text) => {
      const naive = words.flatMap((word) =>
        Array.from(text, (_, at) => at)
          .filter((at) => text.startsWith(word, at))
          .map((at) => `${word}@${at + word.length}`),
      );
      expect(hits(words, text).toSorted()).toEqual(naive.toSorted());
    }),
  );
});

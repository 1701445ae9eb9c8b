import { expect, test } from 'vitest';
import { isSpokenOf, updatedList } from './gone-list.ts';
import type { Answer } from './gone-list.ts';
import type { GoneSource } from './schema.ts';

const old: GoneSource = {
  source: 'https://a.test/',
  answer: '404',
  state: 'gone',
  since: '2026-01-01',
  archived: 'https://web.archive.org/web/2025/https://a.test/',
};

const after = (answer: Answer, list: readonly GoneSource[] = [old]): GoneSource[] =>
  updatedList(list, new Map([[old.source, answer]]), '2026-11-26', new Map());

test('a source that is gone for the first time has the day of today, and the place where a copy would be', () => {
  expect(after({ kind: 'gone', answer: '410' }, [])).toEqual([
    {
      source: 'https://a.test/',
      answer: '410',
      state: 'gone',
      since: '2026-11-26',
      archived: 'https://web.archive.org/web/20261126/https://a.test/',
    },
  ]);
});

test('a copy that the archive named is taken instead', () => {
  const copies = new Map([[old.source, 'https://web.archive.org/web/1/https://a.test/']]);
  const [entry] = updatedList([], new Map([[old.source, { kind: 'gone', answer: '404' }]]), '2026-11-26', copies);
  expect(entry?.archived).toBe('https://web.archive.org/web/1/https://a.test/');
});

test('a source that is gone still keeps its first day and its copy', () => {
  expect(after({ kind: 'gone', answer: '410' })).toEqual([{ ...old, answer: '410' }]);
});

test.each([{ kind: 'there' }, { kind: 'moved', to: 'https://b.test/' }] as const)(
  'a source that is $kind is taken out',
  (answer) => expect(after(answer)).toEqual([]),
);

test('a source that was not asked for stays as it was, and one that nothing leads to any more goes', () => {
  expect(after({ kind: 'unasked' })).toEqual([old]);
  expect(updatedList([old], new Map(), '2026-11-26', new Map())).toEqual([]);
});

test('the list is sorted, so that two runs write the same', () => {
  const answers = new Map<string, Answer>(
    ['https://b.test/', 'https://a.test/'].map((url) => [url, { kind: 'gone', answer: '404' }]),
  );
  expect(updatedList([], answers, '2026-11-26', new Map()).map(({ source }) => source)).toEqual([
    'https://a.test/',
    'https://b.test/',
  ]);
});

test('silence is spoken of after two weeks, what says that it is gone at once', () => {
  const silent = { ...old, state: 'silent', since: '2026-11-13' } as const;
  expect(isSpokenOf(silent, '2026-11-26')).toBe(false);
  expect(isSpokenOf(silent, '2026-11-27')).toBe(true);
  expect(isSpokenOf({ ...silent, state: 'gone' }, '2026-11-13')).toBe(true);
});

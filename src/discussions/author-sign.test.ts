import { expect, test } from 'vitest';
import { authorSign, sheetLooks, signHues } from './author-sign.ts';

const names = Array.from({ length: 500 }, (_, number) => `reader-${String(number)}`);

test('a name has one sign, in capitals too', () => {
  expect(authorSign('Octocat')).toEqual(authorSign('octocat'));
});

test('five hundred names share most of the signs out among them', () => {
  const signs = new Set(names.map((name) => JSON.stringify(authorSign(name))));
  expect(signs.size).toBeGreaterThan(110);
});

test('every sign has a hue and three sheets that are drawn, one of them not empty', () => {
  for (const name of [...names, '', '名前', '\uD800']) {
    const { hue, sheets } = authorSign(name);
    expect(hue).toBeOneOf([...Array(signHues).keys()]);
    for (const sheet of sheets) expect(sheet).toBeOneOf([...Array(sheetLooks).keys()]);
    expect(sheets).not.toEqual([0, 0, 0]);
  }
});

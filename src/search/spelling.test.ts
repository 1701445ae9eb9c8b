import { expect, test } from 'vitest';
import { meantWord } from './spelling.ts';

const known =
  'overlay devicemapper snapshotter layer btrfs overlay2 later laters slow space limit spacelift mapper snapper files false'.split(
    ' ',
  );

test.each([
  ['a letter is missing', 'devicemaper', 'devicemapper'],
  ['two letters are swapped', 'btfrs', 'btrfs'],
  ['a letter is wrong, in capitals', 'Overlau2', 'overlay2'],
  ['two letters are wrong in a long word', 'snapshoter2', 'snapshotter'],
  ['two words are equally near: the more frequent one', 'laxer', 'layer'],
  ['two words are equally near: the one with the same letters', 'fales', 'false'],
  ['two words are equally near: the one that begins alike', 'sapper', 'snapper'],
  ['two letters of a short word are swapped', 'slwo', 'slow'],
  ['a letter of a short word is missing', 'spce', 'space'],
  ['a letter of a short word is another one beside it', 'sliw', 'slow'],
  ['two words are written as one', 'Overlaylayer', 'overlay layer'],
  ['two words are nearer than one with two mistakes', 'spacelimit', 'space limit'],
  ['a number is written behind a name', 'Btrfs7', 'btrfs 7'],
  ['a word of which the site has another form is misspelt', 'limmited', 'limit'],
])('the word that was meant is found where %s', (_, typed, meant) => {
  expect(meantWord(typed, known)).toBe(meant);
});

test.each([
  ['two letters are wrong in a short word', 'oxerlaz'],
  ['a letter of a short word is one far from it', 'slew'],
  ['the word is shorter', 'zfs'],
  ['it is code', 'dev/mapper'],
  ['it is an option', '--overlay'],
  ['nothing is near', 'frobnicator'],
  ['it is known, though a more frequent one is near', 'laters'],
  ['only the beginning is a word', 'layerfrob'],
])('no word is guessed where %s', (_, typed) => {
  expect(meantWord(typed, known)).toBeUndefined();
});

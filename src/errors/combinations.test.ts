import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCombinations, isRule } from './combinations.ts';
import { squeeze } from './squeeze.ts';

const rules = [
  ['<mounting> + <overlay> + no such device'],
  ['<mounting> + <overlay> + invalid argument', 'failed to mount + overlay'],
  ['rename | link + layerdb + file exists'],
  ['<owner> + invalid argument'],
  ['open + storage/overlay | fuse-overlayfs + no such file'],
];
const combinationsIn = createCombinations(rules);
const found = (text: string) => combinationsIn(squeeze(text), text).map(({ error }) => error);
const layers = Array.from({ length: 60 }, (_, layer) => `/var/lib/x/overlay2/l/ABCDEFGHIJ${layer}:`).join('');

describe('words of each group', () => {
  test.each([
    ['in one line, in the order of the rule', 'mount -t overlay overlay /x: no such device', [0]],
    ['in another order', 'overlay: no such device (mount /x)', [0]],
    ['with all layers of a mount between them', `mount overlay ${layers}: no such device`, [0]],
    ['in a line that a terminal wrapped', 'mount -t overlay /x: no such\n   device', [0]],
    ['in other case, with escapes', String.raw`msg=\"MOUNT \u001b[1mOverlay\u001b[0m: No such device\"`, [0]],
    ['one of several', 'link /x/layerdb/a /x/layerdb/b: file exists', [2]],
    ['by name', 'lchown /x: invalid argument', [3]],
    ['with a path where the rule has a blank', 'failed/to/mount overlay', [1]],
    ['a long one in the middle of a path', 'open /x/storage/overlay/l/A: no such file', [4]],
    ['a long one at the end of a clause', 'no such file: open fuse-overlayfs- or other', [4]],
  ])('%s tell the error', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['one is missing', 'mount -t overlay /x: all is well'],
    ['the answer is another one', 'mount -t overlay /x: permission denied'],
    ['they stand in other lines', `mount -t overlay /x\n${'a line of something else\n'.repeat(9)}no such device`],
    ['one is a part of a longer word', 'remounting overlayed /x: no such devices7'],
    ['a long one is the beginning of a name', 'open /x/storage/overlay-containers/a: no such file'],
    ['a long one is the end of a name', 'open containerd-fuse-overlayfs: no such file'],
    ['one goes across the folders of a path', 'mount /x/fuse/overlayfs: open: no such file'],
    ['one lacks a slash', 'open storageoverlay: no such file'],
    ['nothing', ''],
  ])('tell nothing where %s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('of rules that share a word', () => {
  test('the one with more groups counts', () => {
    expect(found('failed to mount /x: overlay: no such device')).toEqual([0]);
  });

  test('the one with less between its words counts', () => {
    expect(found('mount overlay /x failed: lchown /x/y: invalid argument')).toEqual([3]);
  });

  test('both count at different places', () => {
    expect(found('mount overlay /x: no such device\nlchown /x/y: invalid argument')).toEqual([0, 3]);
  });
});

test('the places are those of the words, in order', () => {
  const text = '>> mount -t overlay /x: no such device <<';
  const squeezed = squeeze(text);
  const [first] = combinationsIn(squeezed, text);
  expect(first?.places.map(([from, to]) => squeezed.text.slice(from, to))).toEqual([
    'mount',
    'overlay',
    'nosuchdevice',
  ]);
  expect(first?.length).toBe('mountoverlaynosuchdevice'.length);
});

test('a rule has two groups or more, of words and of names that are known', () => {
  expect(rules.flat().filter((rule) => !isRule(rule))).toEqual([]);
  for (const rule of ['', 'mount', 'mount + ', 'mount + <nobody>', 'mount + | + x', 'a ++ b +']) {
    expect(isRule(rule), rule).toBe(false);
  }
});

test('any text is safe, and a long one takes no more than a moment', () => {
  const piece = fc.constantFrom('mount ', 'overlay ', 'no such device', 'invalid argument', '\n', 'lchown ', '\uD800');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
      const text = pieces.join('');
      const squeezed = squeeze(text);
      for (const { places } of combinationsIn(squeezed, text)) {
        expect(places.every(([from, to]) => 0 <= from && from < to && to <= squeezed.text.length)).toBe(true);
      }
    }),
  );
  const begun = performance.now();
  for (const text of [
    'mount overlay ',
    'no such device\n',
    'mount overlay no such device ',
    'lchown invalid argument\n',
  ]) {
    found(text.repeat(1_000_000 / text.length));
  }
  expect(performance.now() - begun).toBeLessThan(10_000);
});

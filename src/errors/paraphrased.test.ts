import { expect, test } from 'vitest';
import { asPrinted } from './paraphrased.ts';

test.each([
  'no more space left on device',
  'No space left on disk',
  'no  space on my hard drive',
  'disk full',
  'Hard disk is full',
  'out of disk space',
  'not enough space on the disk',
  'insufficient storage space',
  'no free disk space available',
])('%s is what a system calls no space left on device', (typed) => {
  expect(asPrinted(typed)).toBe('no space left on device');
});

test.each(['no space left', 'mysql disk full', 'no space left on device: /data', 'disk full\ndisk full'])(
  '%j stays as it is: it is a part of messages, or says more',
  (text) => {
    expect(asPrinted(text)).toBe(text);
  },
);

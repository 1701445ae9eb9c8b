import { expect, test } from 'vitest';
import { nearest, suggest } from './nearest.ts';

const drivers = ['docker-aufs', 'docker-devicemapper', 'docker-overlay2'];

test.each([
  ['a letter too few', 'docker-aufz', 'docker-aufs'],
  ['two letters swapped', 'docekr-aufs', 'docker-aufs'],
  ['other capitals', 'Docker-Aufs', 'docker-aufs'],
  ['a part of the name', 'overlay2', 'docker-overlay2'],
])('%s finds the name that was meant', (_, name, meant) => {
  expect(nearest(name, drivers)).toBe(meant);
});

test('a name that is near to none finds nothing', () => {
  expect(nearest('btrfs', drivers)).toBeUndefined();
});

test.each([
  ['no-space-inodes', 'no-space-btrfs'],
  ['/tags/nydus/', '/tags/net/'],
])('%s is no typo of %s, with which it only shares its first words', (name, other) => {
  expect(nearest(name, [other])).toBeUndefined();
});

test('an address that lacks a word of its page finds it', () => {
  expect(nearest('/docs/quota/', ['/docs/', '/docs/choose/', '/docs/set-a-quota/'])).toBe('/docs/set-a-quota/');
});

test('a typo is nearer than a name that holds the word', () => {
  expect(nearest('zfs', ['podman-zfs-old', 'xfs'])).toBe('xfs');
});

test('a hint names all candidates if none is near and they are few', () => {
  expect(suggest('maybe', ['verified', 'unverified'], '')).toBe('Write `verified` or `unverified`.');
});

test('a hint falls back to advice if there is nothing to name', () => {
  expect(suggest('maybe', [], 'Add a file.')).toBe('Add a file.');
});

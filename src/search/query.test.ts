import { expect, test } from 'vitest';
import { isPaste, parseQuery, partsOf, shortened } from './query.ts';

test.each([
  ['no space left on device', false],
  ['a\nb', true],
  ['  no space\n', false],
  ['Why does Docker not give back any space after all of its containers and images were removed?', false],
  ['Windows 10: the disk image of Docker Desktop does not shrink after I deleted "everything" in it', false],
  ['[Bug report] Images are twice as large as they should be due to a layer from a recursive chmod', false],
  [Array.from({ length: 31 }, () => 'word').join(' '), true],
  ['Error: something that nobody knows went wrong while one of the things was made', true],
  ['docker: Error response from daemon: a thing could not be done, so it was left as it was', true],
  ['time passed and level=warning was said by one who had nothing else to say here', true],
  ['the thing 0d8be8a4f5c1 has gone to where all of the other things have gone before', true],
  ['one part failed: another part failed: and then nobody knew what to do with it all', true],
  ['could not do with /srv/data/of/one/thing what had been done with it two hours ago', true],
])('%j is a paste: %s', (text, paste) => {
  expect(isPaste(text)).toBe(paste);
});

test.each([
  ['storage driver', ['storage', 'driver'], []],
  ['  storage   Storage STORAGE ', ['STORAGE'], []],
  ['"left on device" overlay2', ['overlay2'], ['left on device']],
  ['no space left on the device', ['space', 'left', 'device'], []],
  ['the', ['the'], []],
  ['Which storage driver am I using?', ['storage', 'driver'], []],
  ['overlay2 vs btrfs', ['overlay2', 'btrfs'], []],
  ['[SOLVED] Add a way to show quota support', ['quota'], []],
  ["I'm still seeing different layers", ['seeing', 'layers'], []],
  ["Docker won't start, cant pull", ['Docker', 'start', 'pull'], []],
  ['Docker in docker, podman on overlay', ['Docker in docker', 'podman', 'overlay'], []],
  ['how do I', ['how', 'do', 'I'], []],
  ['`podman info`, (overlay) -a *slow*', ['podman', 'info', 'overlay', '-a', 'slow'], []],
  ['a "bb cc" d1 e1 f1 g1 h1 i1 j1 k1 l1 m1', 'bb cc d1 e1 f1 g1 h1 i1 j1 k1 l1 m1'.split(' '), []],
  ['chmod +x run.sh on D: 5', ['chmod', 'run.sh', '5'], []],
  ['azure “storage   driver” "free blocks"', ['azure'], ['storage driver', 'free blocks']],
  ['5" disk', ['5', 'disk'], []],
  ['--storage-opt /dev/mapper EXT4-fs', ['--storage-opt', '/dev/mapper', 'EXT4-fs'], []],
  ['"" ... -- |', [], []],
  ['K8s imgs, slow IO', ['Kubernetes', 'images', 'slow', 'I/O'], []],
  ['Excessive cache on a Mac', ['huge', 'cache', 'macOS'], []],
  ['decrease unneeded HDD use', ['reduce', 'unused', 'disk'], []],
  ['Where are the images', ['Where', 'images'], []],
])('%j is the words %j and the phrases %j', (text, words, phrases) => {
  expect(parseQuery(text)).toEqual({ words, phrases });
});

test.each([
  ['copy-on-write', ['copy', 'write']],
  ['/var/lib/docker', ['var', 'lib', 'docker']],
  ['overlay2', ['overlay2']],
])('the parts of %s are %j', (word, parts) => {
  expect(partsOf(word)).toEqual(parts);
});

test('a long text is said back on one line, cut where no letter is halved', () => {
  expect(shortened('one\n two')).toBe('one two');
  expect(shortened('😀'.repeat(40), 10)).toBe('😀😀😀😀…');
});

test('beside the name of a driver, words that each of them has tell nothing', () => {
  expect(parseQuery('What is the overlay2 storage driver and how does it work?').words).toEqual(['overlay2']);
  expect(parseQuery('the devmapper snapshotter').words).toEqual(['devmapper']);
  expect(parseQuery('which storage driver am I using').words).toEqual(['storage', 'driver']);
});

test('a text of nothing but marks is read in a moment', () => {
  expect(parseQuery(`a${'-'.repeat(200_000)}b`).words).toHaveLength(1);
});

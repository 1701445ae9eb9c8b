import { expect, test } from 'vitest';
import { createPhrases } from './phrases.ts';
import { squeeze } from './squeeze.ts';
import { templateOf } from './templates.ts';

const messages = [
  'Thin Pool has <number> free data blocks which is less than minimum required <number> free data blocks',
  'cannot create the container of this image with more than <number> parents',
  'open /var/lib/docker/overlay2/<id>/committed: is a directory',
  'error response from daemon: no such file or directory: permission denied',
  'both of these errors end with words that the other one has as well',
  'and words that the other one has as well are in the second one, too',
  'short words',
];
const phrasesIn = createPhrases(messages.flatMap((text, error) => templateOf(text, error, 0) ?? []));
const found = (text: string) => phrasesIn(squeeze(text).text).map(({ template }) => messages[template.error]);
const line = 'level=info msg="pulling image from the registry at example org" attempt=1\n';

test.each([
  ['a word more', 'Thin Pool has 1 free data blocks which is less than the minimum required 2', [messages[0]]],
  ['half of a message', 'with more than 12 parents: cannot create the container of this image', [messages[1]]],
  ['a message in a log', `${line.repeat(9)}which is less than minimum required${line.repeat(9)}`, [messages[0]]],
  ['too few words', 'free data blocks', []],
  ['words that every program says', 'Error response from daemon: no such file or directory: permission denied', []],
  ['words that two errors have', 'words that the other one has as well', []],
  ['a folder that a message names', 'stat /var/lib/docker/overlay2/12ab: all is well', []],
  ['words that are scattered over a log', ['Thin Pool has', 'free data', 'less than', 'minimum'].join(line), []],
  ['nothing', '', []],
])('%s', (_name, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('says where the words stand, in order, each run once', () => {
  const { text } = squeeze('blocks which is less than the minimum required, blocks which is less than the minimum');
  const [first] = phrasesIn(text);
  expect(first?.places.map(([start, end]) => text.slice(start, end))).toEqual(['blockswhichislessthan']);
  expect(first?.length).toBe('blockswhichislessthan'.length);
});

test('the error with the most of its words comes first', () => {
  const text = 'the container of this image with more than 3; data blocks which is less than minimum required';
  expect(found(text)).toEqual([messages[0], messages[1]]);
});

test('says nothing where the system gave another answer than in the message', () => {
  const inMemory = 'could not resize the shared memory segment <name>: No space left on device';
  const other = createPhrases([inMemory].flatMap((text, error) => templateOf(text, error, 0) ?? []));
  const count = (text: string) => other(squeeze(text).text).length;
  expect(count('could not create the shared memory segment: Invalid argument')).toBe(0);
  expect(count('could not create the shared memory segment: No space left on device')).toBe(1);
  expect(count('could not create the shared memory segment')).toBe(1);
});

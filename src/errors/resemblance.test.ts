import { expect, test } from 'vitest';
import { createResemblance } from './resemblance.ts';
import { squeeze } from './squeeze.ts';
import { templateOf } from './templates.ts';

const parents = 'Cannot create container with more than <number> parents';
const pool = 'Thin Pool has <number> free data blocks which is less than minimum required <number> free data blocks';
const busy = "cannot destroy '<dataset>': dataset is busy";
const generic = 'permission denied: no such file or directory';
const short = 'pool full';
const messages = [parents, pool, busy, generic, short];
const resembled = createResemblance(messages.flatMap((text, error) => templateOf(text, error, 0) ?? []));

const found = (text: string) => resembled(squeeze(text).text).map(({ template }) => messages[template.error]);

test.each([
  ['the message itself', 'Cannot create container with more than 127 parents', [parents]],
  ['a slip of the finger', 'cannot create containr with more than 127 parents', [parents]],
  ['other words around it', 'help: docker cannot create a container with more than 42 parents', [parents]],
  ['another order of typed words', 'dataset is busy, cannot destroy', [busy]],
  ['half a message', 'cannot create container', []],
  ['what is rare of a message, without the rest', 'cannot destroy the network: it has endpoints', []],
  ['words that every program says', 'permission denied: no such file or directory', []],
  ['a message of too few letters', 'pool full', []],
  ['other words', 'connection refused by the registry', []],
  ['nothing', '', []],
])('%s', (_name, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('a text that is longer than people type resembles nothing', () => {
  expect(found(`cannot create containr with more than 127 parents ${'and more '.repeat(20)}`)).toEqual([]);
});

test('the whole message is as like as can be, and a part of it less', () => {
  const likeness = (text: string) => resembled(squeeze(text).text)[0]?.likeness ?? 0;
  const [whole, part] = [likeness('cannot destroy dataset is busy'), likeness('cannot destroy dataset')];
  expect(whole).toBeLessThanOrEqual(1);
  expect(whole).toBeGreaterThan(part);
});

test('the likest comes first', () => {
  const both = createResemblance(
    ['cannot unmount the dataset of this pool of many', 'cannot destroy the dataset of this pool of many'].flatMap(
      (text, error) => templateOf(text, error, 0) ?? [],
    ),
  );
  const order = (text: string) => both(squeeze(text).text).map(({ template }) => template.error);
  expect(order('cannot destroy a dataset of this pool of many')[0]).toBe(1);
  expect(order('cannot unmount a dataset of this pool of many')[0]).toBe(0);
});

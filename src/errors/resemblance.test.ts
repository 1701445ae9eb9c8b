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
  ['words that every program says', 'permission denied: no such file or directory', []],
  ['a message of too few letters', 'pool full', []],
  ['other words', 'connection refused by the registry', []],
  ['nothing', '', []],
])('%s', (_name, text, expected) => {
  expect(found(text)).toEqual(expected);
});

const line = 'level=info msg="pulling image from the registry at example org" attempt=1\n';

test('a printed message that is worded nearly the same is found among other lines', () => {
  const other = pool.replaceAll('<number>', '12').replace('than minimum', 'than the minimum');
  expect(found(line.repeat(20) + other + line.repeat(20))).toEqual([pool]);
});

test('in a long text, a message of which much is missing is none', () => {
  expect(found(`${line.repeat(20)} Cannot create more than 127 ${line.repeat(20)}`)).toEqual([]);
});

test('pieces of a message that are scattered over a log are no message', () => {
  const pieces = ['Cannot create', 'create container', 'container with', 'with more than', 'more than 12 parents'];
  expect(found(pieces.map((piece) => `${piece} ${line.repeat(2)}`).join(''))).toEqual([]);
});

test('says where in the squeezed text it stands', () => {
  const { text } = squeeze('help! cannot destroy tank: dataset is busy. why?');
  const [first] = resembled(text);
  expect(text.slice(first?.start, first?.end)).toBe('cannotdestroytankdatasetisbusy');
});

test('the whole message is as like as can be, and a part of it less', () => {
  const likeness = (text: string) => resembled(squeeze(text).text)[0]?.likeness ?? 0;
  const [whole, part] = [likeness('cannot destroy dataset is busy'), likeness('cannot destroy dataset')];
  expect(whole).toBeLessThanOrEqual(1);
  expect(whole).toBeGreaterThan(part);
});

test('the likest comes first', () => {
  const both = createResemblance(
    [
      'cannot unmount the dataset of this pool, which has no other copies',
      'cannot destroy the dataset of this pool, which has no other copies',
    ].flatMap((text, error) => templateOf(text, error, 0) ?? []),
  );
  const order = (text: string) => both(squeeze(text).text).map(({ template }) => template.error);
  expect(order('cannot destroy a dataset of this pool, which has no other copies')).toEqual([1, 0]);
  expect(order('cannot unmount a dataset of this pool, which has no other copies')).toEqual([0, 1]);
});

test('letters that very many templates share tell nothing', () => {
  const many = Array.from(
    { length: 150 },
    (_, place) => `the quick brown fox jumps ${'abcdefghijklm'.at(place % 13) ?? ''}`,
  );
  const shared = createResemblance(many.flatMap((text, error) => templateOf(text, error, 0) ?? []));
  expect(shared(squeeze('the quick brown fox jumps').text)).toEqual([]);
});

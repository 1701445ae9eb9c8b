import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKept } from './kept.node.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kept-'));
});

afterEach(() => rm(root, { recursive: true }));

/** What a build makes of `texts`, and which of them it had to look at. */
async function build(texts: readonly string[]): Promise<{ values: string[]; made: string[] }> {
  const kept = await openKept<string>(root, 'letters');
  const made: string[] = [];
  const values = texts.map((text) =>
    kept.of(text, () => {
      made.push(text);
      return text.toUpperCase();
    }),
  );
  await kept.close();
  return { values, made };
}

test('a text is looked at once, in one build and in the next', async () => {
  expect(await build(['a', 'b', 'a'])).toEqual({ values: ['A', 'B', 'A'], made: ['a', 'b'] });
  expect(await build(['b', 'a\nc'])).toEqual({ values: ['B', 'A\nC'], made: ['a\nc'] });
});

test('what a build did not ask for is forgotten', async () => {
  await build(['a', 'b']);
  await build(['a']);
  expect((await build(['a', 'b'])).made).toEqual(['b']);
});

test('a value that was cut off when it was written is made again', async () => {
  await build(['a']);
  const path = join(root, '.cache/kept/letters/c.json'); // The SHA-256 of `a` begins with a c.
  await writeFile(path, (await readFile(path, 'utf8')).slice(0, -2));
  expect(await build(['a'])).toEqual({ values: ['A'], made: ['a'] });
});

test('a value is in its first build what later ones find, be it promised or not', async () => {
  const kept = await openKept<unknown>(root, 'dates');
  expect(kept.of('a', () => ({ day: new Date(0), none: undefined }))).toEqual({ day: '1970-01-01T00:00:00.000Z' });
  expect(await kept.of('b', () => Promise.resolve({ day: new Date(0) }))).toEqual({ day: '1970-01-01T00:00:00.000Z' });
});

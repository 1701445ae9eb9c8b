import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMatcher } from '../../src/errors/matcher.ts';
import type { KnownError } from '../../src/errors/matcher.ts';
import { sharedFile } from './shared-folder.ts';

interface Paste {
  id: string;
  text: string;
  /** Ids of errors, each of which is a right answer; empty where it is no storage error. */
  expect: string[];
}

const found = sharedFile('inputs/pastes.jsonl', 'the matcher on pastes from public threads');
const errors = fileURLToPath(new URL('../../content/errors/', import.meta.url));

function catalogue(): KnownError[] {
  return readdirSync(errors)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => {
      const [, frontMatter = ''] = readFileSync(join(errors, name), 'utf8').split(/^---$/m);
      return { ...(parse(frontMatter) as Omit<KnownError, 'id'>), id: basename(name, '.mdx') };
    });
}

/** Per cent of `pastes` that are `good`, and the ids of the others. */
function share(pastes: readonly Paste[], good: (paste: Paste) => boolean) {
  const others = pastes.filter((paste) => !good(paste)).map(({ id }) => id);
  return { percent: 100 - (100 * others.length) / pastes.length, others: others.join(', ') };
}

describe.skipIf(found === undefined)('pastes from public threads', () => {
  if (found === undefined) return;
  const match = createMatcher(catalogue());
  const pastes = readFileSync(found, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Paste);
  const answers = new Map(pastes.map(({ id, text }) => [id, match(text).map(({ error }) => error)]));
  const known = pastes.filter((paste) => paste.expect.length > 0);
  const unknown = pastes.filter((paste) => paste.expect.length === 0);
  const firstOf = (count: number) => (paste: Paste) =>
    (answers.get(paste.id) ?? []).slice(0, count).some((error) => paste.expect.includes(error));

  test('get a right first answer', () => {
    const { percent, others } = share(known, firstOf(1));
    expect(percent, `wrong: ${others}`).toBeGreaterThanOrEqual(97);
  });

  test('get a right answer among the first three', () => {
    const { percent, others } = share(known, firstOf(3));
    expect(percent, `wrong: ${others}`).toBeGreaterThanOrEqual(98);
  });

  test('get no answer where they are no storage error', () => {
    const { percent, others } = share(unknown, ({ id }) => answers.get(id)?.length === 0);
    expect(percent, `answered: ${others}`).toBeGreaterThanOrEqual(96);
  });
});

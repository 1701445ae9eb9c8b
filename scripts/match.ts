/**
 * `npm run --silent match -- FILE`: the known errors in texts. FILE, or standard input, has one JSON object `{id, text}`
 * a line; the answer has one `{id, matches: [{error, kind, message, score, spans, values}]}` a line, in the same order.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { findFrontMatter } from '../src/content-check/front-matter.ts';
import { createMatcher } from '../src/errors/matcher.ts';
import type { KnownError } from '../src/errors/matcher.ts';
import { squeezedInEnglish } from '../src/errors/translated.ts';

const usage = 'npm run --silent match [-- FILE]';
const [file] = readArguments(usage, { allowPositionals: true }).positionals;
const folder = 'content/errors';

const catalogue = readdirSync(folder)
  .toSorted()
  .map((name): KnownError => {
    const text = readFileSync(join(folder, name), 'utf8');
    const found = findFrontMatter(text);
    if (found.kind === 'broken') throw new Error(`${folder}/${name}: ${found.message} ${found.hint}`);
    const data = parse(text.slice(found.start, found.end)) as Omit<KnownError, 'id'>;
    return { ...data, id: basename(name).replace(/\.mdx?$/, '') };
  });
const match = createMatcher(catalogue, squeezedInEnglish);

for (const [index, line] of read(file).split(/\r?\n/).entries()) {
  if (line.trim() === '') continue;
  const { id, text } = parseLine(line, index + 1);
  console.log(JSON.stringify({ id, matches: match(text) }));
}

function read(path: string | undefined): string {
  try {
    return readFileSync(path ?? 0, 'utf8');
  } catch {
    return fail(`${path ?? 'Standard input'} can't be read. Give a file with one {"id": …, "text": …} a line.`);
  }
}

function parseLine(line: string, number: number): { id: unknown; text: string } {
  try {
    const { id, text } = JSON.parse(line) as { id?: unknown; text?: unknown };
    if (typeof text === 'string') return { id, text };
  } catch {
    // Said below, with what to write instead.
  }
  return fail(
    `${file ?? 'stdin'}:${number}:1  This is no JSON object with a text. Write {"id": "1", "text": "no space left on device"}.`,
  );
}

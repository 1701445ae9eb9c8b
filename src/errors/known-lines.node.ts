import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { listFiles } from '../content-check/files.node.ts';
import { findFrontMatter } from '../content-check/front-matter.ts';
import type { KnownStretch } from '../markdown/known-text.ts';
import { pathOf } from '../site/urls.ts';
import { createMatcher } from './matcher.ts';
import type { KnownError } from './matcher.ts';
import { squeezedInEnglish } from './translated.ts';

/**
 * The known errors below `root` as the matcher needs them, by id. A file that can't be read is left out: the content
 * check, which runs before any page is made, says what is wrong with it.
 */
export async function readCatalogue(root: string): Promise<KnownError[]> {
  const files = (await listFiles(root, folder)).filter((path) => pageOf(path) !== undefined);
  const errors = await Promise.all(
    files.map(async (file) => toKnownError(pageOf(file) ?? '', await readFile(join(root, file), 'utf8'))),
  );
  return errors.flatMap((error) => error ?? []);
}

/**
 * What finds the messages of `catalogue` in the output of a command, to link each to the page of its error. Only what is
 * there to the letter counts, and no page of an error is linked to itself.
 */
export function knownLines(catalogue: readonly KnownError[]): (text: string, path: string) => KnownStretch[] {
  let match: ReturnType<typeof createMatcher> | undefined; // made when there is something to look at
  return (text, path) => {
    const own = pageOf(path);
    match ??= createMatcher(catalogue, squeezedInEnglish);
    return match(text)
      .filter(({ kind, error }) => kind === 'certain' && error !== own)
      .map(({ error, spans }) => ({
        from: Math.min(...spans.map(({ start }) => start)),
        to: Math.max(...spans.map(({ end }) => end)),
        href: pathOf.error(error),
      }));
  };
}

const folder = 'content/errors';

/** The id of the error that a file is about; nothing for files elsewhere. */
function pageOf(path: string): string | undefined {
  return /(?:^|[/\\])content[/\\]errors[/\\]([^/\\]+)\.mdx?$/.exec(path)?.[1];
}

function toKnownError(id: string, text: string): KnownError | undefined {
  const front = findFrontMatter(text);
  if (front.kind === 'broken') return undefined;
  try {
    const { messages, drivers, signs, told_by, special_case_of, leads_to } = parse(
      text.slice(front.start, front.end),
    ) as KnownError;
    const lists = [messages, drivers, signs ?? [], leads_to ?? []];
    if (!lists.every((list) => Array.isArray(list) && list.every((item) => typeof item === 'string'))) return undefined;
    return { id, messages, drivers, signs, told_by, special_case_of, leads_to };
  } catch {
    return undefined; // YAML that can't be read has its place in the report of the content check.
  }
}

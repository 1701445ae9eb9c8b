import { setImmediate as othersFirst } from 'node:timers/promises';
import { slug } from 'github-slugger';
import type { z } from 'astro/zod';
import type { Kept } from '../site/kept.node.ts';
import { keepTree } from '../markdown/parsed-texts.node.ts';
import { readBody } from './body.node.ts';
import type { Body, DataPath, Entry, Source } from './content.ts';
import { findFrontMatter } from './front-matter.ts';
import type { Problem } from './problem.ts';
import { createLocator } from './run-rules.ts';
import { explainIssues } from './schema-issues.node.ts';
import { readSource } from './source.node.ts';
import { readJson, readYaml } from './yaml.node.ts';
import type { SyntaxIssue } from './yaml-issues.node.ts';

/** Where the files of a collection are and what they must hold. */
export interface Collection {
  name: string;
  /** A folder, or the one file that holds the whole collection. */
  path: string;
  /** Endings of its files. */
  endings: readonly ('md' | 'mdx' | 'yaml' | 'json')[];
  schema: z.ZodType;
  /** Whether the site can do without any entry. */
  mayBeEmpty?: boolean;
  /** Paths of values about whose absence a rule speaks, and not the schema. */
  leftToRules?: (path: DataPath) => boolean;
}

/** What a text says and refers to, in a form that can be kept. */
export interface ReadText {
  body?: Omit<Body, 'anchors'> & { anchors: string[] };
  issues: SyntaxIssue[];
}

/** So many files are read at once. All of a large archive take minutes, in which `npm run dev` would answer nothing. */
const atOnce = 10;

/**
 * The collections' files among `files`: those that could be read, and the problems of each file by itself. What is `kept`
 * of a text is not read again.
 */
export async function readEntries(
  root: string,
  collections: readonly Collection[],
  files: Iterable<string>,
  kept?: Kept<ReadText>,
): Promise<{ entries: Entry[]; problems: Problem[]; count: number }> {
  const read: { entries: Entry[]; problems: Problem[]; count: number } = { entries: [], problems: [], count: 0 };
  for (const path of files) {
    const collection = collections.find((candidate) => holds(candidate, path));
    if (collection === undefined) continue;
    if (read.count % atOnce === 0) await othersFirst();
    read.count += 1;
    const { source, problems } = readSource(root, path);
    read.problems.push(...problems);
    if (source === undefined || source.text.trim() === '') continue;
    const { entry, issues } = readEntry(source, collection, kept);
    if (entry !== undefined) read.entries.push(entry);
    const locate = createLocator();
    for (const { rule, offset, message, hint } of issues)
      read.problems.push({ ...locate({ source, offset }), rule, message, hint });
  }
  return read;
}

/** Whether the file at `path` belongs to the collection. */
export function holds({ path: place, endings }: Pick<Collection, 'path' | 'endings'>, path: string): boolean {
  if (path === place) return true;
  if (!path.startsWith(`${place}/`)) return false;
  const name = path.slice(place.length + 1);
  return !name.includes('/') && endings.some((ending) => name.endsWith(`.${ending}`));
}

/** The id that Astro's loader gives to a file: its name without ending, in lower case, with hyphens for spaces. */
export function idOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return slug(name.replace(/\.[^.]*$/, ''));
}

function readEntry(
  source: Source,
  collection: Collection,
  kept?: Kept<ReadText>,
): { entry?: Entry; issues: SyntaxIssue[] } {
  const ending = source.path.slice(source.path.lastIndexOf('.') + 1);
  const isProse = ending === 'md' || ending === 'mdx';
  const front = isProse
    ? findFrontMatter(source.text)
    : { kind: 'found' as const, start: 0, end: source.text.length, body: 0 };
  if (front.kind === 'broken') return { issues: [{ rule: 'front-matter', ...front }] };
  const { data, issues } = ending === 'json' ? readJson(source.text) : readYaml(source.text, front.start, front.end);
  const prose = isProse ? readText(source.text, front.body, ending, kept) : { issues: [] };
  const base = { collection: collection.name, id: idOf(source.path), source, data, body: prose.body };
  // What a schema says about half-read data would be noise.
  if (issues.length > 0) return { entry: { ...base, value: undefined }, issues: [...issues, ...prose.issues] };
  const result = collection.schema.safeParse(data.value);
  const objections = result.success
    ? []
    : explainIssues(result.error.issues, data, source.text, collection.schema, collection.leftToRules);
  return { entry: { ...base, value: result.data }, issues: [...objections, ...prose.issues] };
}

function readText(
  text: string,
  start: number,
  syntax: 'md' | 'mdx',
  kept: Kept<ReadText> | undefined,
): ReturnType<typeof readBody> {
  if (kept === undefined) return readBody(text, start, syntax);
  const { body, issues } = kept.of(`${syntax} ${text}`, () => {
    const { body: found, issues: faults } = readBody(text, start, syntax, syntax === 'md' ? keepTree : undefined);
    return { issues: faults, ...(found !== undefined && { body: { ...found, anchors: [...found.anchors] } }) };
  });
  return { issues, ...(body !== undefined && { body: { ...body, anchors: new Set(body.anchors) } }) };
}

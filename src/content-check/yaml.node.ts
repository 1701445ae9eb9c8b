import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Pair } from 'yaml';
import type { Data, DataPath } from './content.ts';
import { explain, syntaxIssues, worthTelling } from './yaml-issues.node.ts';
import type { SyntaxIssue } from './yaml-issues.node.ts';

/**
 * The values of the YAML in `text` between `start` and `end`, with offsets in the whole text.
 * If there are issues, the values are not to be relied on.
 */
export function readYaml(text: string, start = 0, end = text.length): { data: Data; issues: SyntaxIssue[] } {
  const yaml = text.slice(start, end);
  // Timestamps and merge keys are read as the parser does that Astro takes, or a date would pass here and fail there.
  const document = parseDocument(yaml, { customTags: ['timestamp', 'merge'], prettyErrors: false });
  const issues = syntaxIssues(document, yaml);
  const data = createData(document, start);
  if (issues.length === 0) {
    try {
      data.value = document.toJS() as unknown;
    } catch {
      // The one thing that the parser still refuses: https://en.wikipedia.org/wiki/Billion_laughs_attack
      const message = 'The aliases of this file stand for more values than anybody reads.';
      issues.push({ rule: 'yaml-syntax', offset: 0, message, hint: 'Write fewer of them inside each other.' });
    }
  }
  return { data, issues: worthTelling(issues).map((issue) => ({ ...issue, offset: issue.offset + start })) };
}

/**
 * The values of a JSON file. Its grammar is JSON's own. Places come from YAML, of which JSON is a part, and only when
 * somebody asks for one: a snapshot of a long thread is a megabyte, in which there is usually nothing to find.
 */
export function readJson(text: string): { data: Data; issues: SyntaxIssue[] } {
  let document: Document.Parsed | undefined;
  const read = (): Document.Parsed => (document ??= parseDocument(text, { prettyErrors: false }));
  const { texts, keys } = stringsOf(text);
  const data: Data = {
    value: undefined,
    keyAt: (path) => find(read(), path).key,
    valueAt: (path) => find(read(), path).value,
    texts,
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const [, at] = /position (\d+)/.exec(said) ?? [];
    const message = `This is not JSON: ${said.replace(/,? ?(in JSON )?at position .*$/, '').toLowerCase()}.`;
    const hint = 'Run the command again that wrote the file, or correct it by hand.';
    return {
      data,
      issues: [{ rule: 'json-syntax', offset: at === undefined ? text.trimEnd().length : Number(at), message, hint }],
    };
  }
  // Of two equal keys JSON keeps the last, so fewer are left than are written.
  const duplicates = keys === countKeys(value) ? [] : read().errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const issues = duplicates.map(({ code, pos, message }) => explain(code, pos[0], message, text));
  return { data: { ...data, value }, issues };
}

/** The texts that are values in `json`, with the offset of their first quote, and how many others are keys. */
function stringsOf(json: string): { texts: { text: string; offset: number }[]; keys: number } {
  const texts: { text: string; offset: number }[] = [];
  let keys = 0;
  for (const { 0: found, 1: colon, index } of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) {
    if (colon !== undefined) keys += 1;
    else texts.push({ text: unquoted(found), offset: index });
  }
  return { texts, keys };
}

function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1); // the whole file is no JSON then, which is reported
  }
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((sum, item) => sum + countKeys(item), 0);
  return Array.isArray(value) ? inside : inside + Object.keys(value).length;
}

/** Places and texts of a document; its value is not there yet. */
function createData(document: Document.Parsed, start: number): Data {
  const texts: { text: string; offset: number }[] = [];
  visit(document, {
    Scalar: (key, scalar) => {
      const { value, range, source } = scalar;
      if (value instanceof Date && source !== undefined && !isReadAsDate(source)) scalar.value = source;
      if (key !== 'key' && typeof value === 'string') texts.push({ text: value, offset: start + (range?.[0] ?? 0) });
    },
  });
  return {
    value: undefined,
    keyAt: (path) => start + find(document, path).key,
    valueAt: (path) => start + find(document, path).value,
    texts,
  };
}

/**
 * YAML takes the 30th of February for a day in March; here it stays the text that it is, and the schema objects.
 * So does `2026-1-5`: the parser that Astro takes wants two digits, unless a time follows, which has two as well.
 */
function isReadAsDate(written: string): boolean {
  if (!/^\d+-(?:\d\d-\d\d$|\d+-\d+\D+\d+:\d\d:\d\d)/.test(written)) return false;
  const [, year, month, day] = /^(\d+)-(\d+)-(\d+)/.exec(written) ?? [];
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}

/** Offsets of the key and the value at `path`, or of the deepest ones that exist. */
function find(document: Document.Parsed, path: DataPath): { key: number; value: number } {
  let node: unknown = document.contents;
  const root = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  let found = { key: root, value: root };
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return found;
      found = offsetsOf(pair, found.value);
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isNode(item)) return found;
      const offset = item.range?.[0] ?? found.value;
      found = { key: offset, value: offset };
      node = item;
    } else return found;
  }
  return found;
}

function offsetsOf({ key, value }: Pair, otherwise: number): { key: number; value: number } {
  const keyOffset = isNode(key) ? (key.range?.[0] ?? otherwise) : otherwise;
  // A key without value has an empty node after the colon; the key is where the eye looks for it.
  const isEmpty = !isNode(value) || (isScalar(value) && value.source === '' && value.value === null);
  return { key: keyOffset, value: isEmpty ? keyOffset : (value.range?.[0] ?? keyOffset) };
}

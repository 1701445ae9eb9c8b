import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, ErrorCode, Pair } from 'yaml';
import type { Data, DataPath } from './content.ts';

/** Something that keeps a document from being read as it was meant. */
export interface SyntaxIssue {
  rule: string;
  offset: number;
  message: string;
  hint: string;
}

/**
 * The values of the YAML in `text` between `start` and `end`, with offsets in the whole text.
 * If there are issues, the values are not to be relied on.
 */
export function readYaml(text: string, start = 0, end = text.length): { data: Data; issues: SyntaxIssue[] } {
  const yaml = text.slice(start, end);
  // Timestamps and merge keys are read as the parser does that Astro takes, or a date would pass here and fail there.
  const document = parseDocument(yaml, { customTags: ['timestamp', 'merge'], prettyErrors: false });
  const issues = document.errors.map(({ code, pos, message }) => explain(code, pos[0], message, yaml));
  issues.push(...unknownTags(document, yaml), ...strayAliases(document), ...lostWords(document, yaml));
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
  const located = issues.map((issue) => ({ ...issue, offset: issue.offset + start }));
  // One mistake makes the parser stumble over what follows; what it says then only distracts.
  const syntax = located.filter(({ rule }) => rule !== 'duplicate-key').slice(0, 1);
  const duplicates = asOne(located.filter(({ rule }) => rule === 'duplicate-key'));
  return { data, issues: [...syntax, ...duplicates] };
}

/** Many keys that are there twice come of one item that lost its dash. */
function asOne(duplicates: SyntaxIssue[]): SyntaxIssue[] {
  const [first] = duplicates;
  if (first === undefined || duplicates.length < 3) return duplicates;
  const message = `${first.message.slice(0, -1)}, and ${duplicates.length - 1} keys after it are too.`;
  return [{ ...first, message, hint: 'If another item of a list begins here, write `- ` before it.' }];
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

/** Values that begin with an exclamation mark, which names a kind of value. The parser that Astro takes ends at them. */
function unknownTags(document: Document.Parsed, yaml: string): SyntaxIssue[] {
  return document.warnings
    .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    .map(({ pos: [from, to] }) => ({
      rule: 'yaml-syntax',
      offset: from,
      message: `\`${yaml.slice(from, to)}\` would name a kind of value, and YAML knows none of that name.`,
      hint: 'Put the whole value into quotes.',
    }));
}

/** Aliases and merge keys of which no value can be made. */
function strayAliases(document: Document.Parsed): SyntaxIssue[] {
  const issues: SyntaxIssue[] = [];
  const tell = (node: unknown, message: string, hint: string): void => {
    issues.push({ rule: 'yaml-syntax', offset: isNode(node) ? (node.range?.[0] ?? 0) : 0, message, hint });
  };
  const meant = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  visit(document, {
    Alias: (_, alias, parents) => {
      const target = alias.resolve(document);
      if (target === undefined)
        tell(
          alias,
          `\`*${alias.source}\` refers to an anchor that the file does not have.`,
          'Put the text into quotes if it begins with an asterisk.',
        );
      else if (parents.includes(target))
        tell(alias, `\`*${alias.source}\` stands inside of what it refers to.`, 'Write the value that is meant.');
    },
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.source !== '<<' || key.type !== 'PLAIN') return;
      const whole = meant(value);
      if ((isSeq(whole) ? whole.items.map(meant) : [whole]).every(isMap)) return;
      tell(
        value ?? key,
        '`<<` takes over the keys of another map, and this is none.',
        'Write `<<: *name`, with the name that stands behind `&` before that map.',
      );
    },
  });
  return issues;
}

/** Plain values of which a comment takes the end, or which take the items of a list that follow them. */
function lostWords(document: Document.Parsed, yaml: string): SyntaxIssue[] {
  const issues: SyntaxIssue[] = [];
  const rule = 'yaml-syntax';
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type !== 'PLAIN' || !range) return;
      const [, blanks = '', comment] = /^([ \t]*)(#[^\s#]\S*)/.exec(yaml.slice(range[1])) ?? [];
      if (comment !== undefined)
        issues.push({
          rule,
          offset: range[1] + blanks.length,
          message: `\`${comment}\` begins a comment, so nobody reads it.`,
          hint: 'Put the whole value into quotes, or write a blank behind the `#` of a comment.',
        });
      const item = /[\r\n][ \t]*(?=- )/.exec(yaml.slice(range[0], range[1]));
      if (item !== null)
        issues.push({
          rule,
          offset: range[0] + item.index + item[0].length,
          message: 'This item is indented further than the one above, so it goes on with the value of that.',
          hint: 'Align the two.',
        });
    },
  });
  return issues;
}

function explain(code: ErrorCode, at: number, said: string, yaml: string): SyntaxIssue {
  const lineStart = Math.max(yaml.lastIndexOf('\n', at - 1), yaml.lastIndexOf('\r', at - 1)) + 1;
  const before = yaml.slice(lineStart, at);
  const indent = /^[ \t]*/.exec(yaml.slice(lineStart))?.[0] ?? '';
  const issue = (offset: number, message: string, hint: string, rule = 'yaml-syntax') => ({
    rule,
    offset,
    message,
    hint,
  });
  // Depending on what follows, the parser has many words for a tab before a key.
  if (code === 'TAB_AS_INDENT' || (indent.includes('\t') && before.trim() === '')) {
    const tab = lineStart + Math.max(0, indent.indexOf('\t'));
    return issue(tab, 'A tab indents this line, and YAML allows none.', 'Write two spaces for each level.');
  }
  const key = /^[^:\r\n]*/.exec(yaml.slice(at))?.[0].trim() ?? '';
  const line = /^[^\n]*/.exec(yaml.slice(at))?.[0] ?? '';
  const noValue = issue(
    at,
    'The key has no value.',
    'Write a colon, a space and the value after it, or indent the line if it belongs to the value above.',
  );
  const close = /^[\w-]+:(?![ \t\r]|$)/.exec(line)?.[0];
  switch (code) {
    case 'DUPLICATE_KEY':
      return issue(at, `The key \`${key}\` is here a second time.`, 'Keep one of the two.', 'duplicate-key');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      if (close !== undefined) return issue(at, `No blank follows \`${close}\`.`, 'Write one before the value.');
      if (!/:(?:[ \t\r]|$)/.test(line))
        return before.trim() === ''
          ? noValue
          : issue(
              at,
              'The next line is indented further than this one, so it goes on with its value.',
              'Align the two.',
            );
      return issue(
        at,
        'A colon followed by a space begins another key inside this value.',
        'Put the whole value into quotes.',
      );
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS': {
      const sign = yaml.charAt(at) === '`' ? 'a backtick' : `\`${yaml.charAt(at)}\``;
      return issue(at, `A value can't begin with ${sign}.`, 'Put the whole value into quotes.');
    }
    case 'BAD_DQ_ESCAPE':
      return issue(
        at,
        `In double quotes a backslash begins the name of a sign, and \`${yaml.slice(at, at + 2)}\` is none.`,
        'Write the backslash twice, or put the value into single quotes.',
      );
    case 'MISSING_CHAR':
      return said.includes('quote')
        ? issue(openQuote(yaml, at), 'A quote is opened and never closed.', 'Close it where the value ends.')
        : noValue;
    case 'BAD_INDENT':
      return issue(
        at,
        'This line is indented by fewer spaces than what it belongs to.',
        'Align it with the line above, or close the bracket before it.',
      );
    case 'UNEXPECTED_TOKEN':
      return issue(
        at,
        'This does not belong to the value before it.',
        'Put the whole value into quotes, or align the line with the other keys.',
      );
    case 'MULTIPLE_DOCS':
      return issue(at, 'A second document begins here.', 'Remove the line `---`.');
    default:
      return issue(at, `${said.replace(/[.:]?\s*$/, '')}.`, 'Put the value into quotes, or correct its form.');
  }
}

/** The parser notices at the end of the text; the quote that opens is the one to look at. */
function openQuote(yaml: string, end: number): number {
  const opening = /(?:^|[:\-[{,])[ \t]*(["'])(?!.*\1\s*(?:#.*)?$)/m.exec(yaml.slice(0, end));
  return opening === null ? end : opening.index + opening[0].length - 1;
}

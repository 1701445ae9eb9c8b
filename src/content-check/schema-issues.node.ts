import type { z } from 'astro/zod';
import { isoDay } from '../site/dates.ts';
import type { Data, DataPath } from './content.ts';
import { anyOf, nearest } from './nearest.ts';
import type { SyntaxIssue } from './yaml-issues.node.ts';

type Issue = z.core.$ZodIssue;
type Words = Pick<SyntaxIssue, 'message' | 'hint'>;

/**
 * What `schema` has against the data of the file `text`, each where it stands and in words for somebody who writes
 * articles. Values that are missing at a path of `leftToRules` are passed over, because a rule says it better.
 */
export function explainIssues(
  issues: readonly Issue[],
  data: Data,
  text: string,
  schema: z.ZodType,
  leftToRules: (path: DataPath) => boolean = () => false,
): SyntaxIssue[] {
  return roots(issues.flatMap(inside)).flatMap((issue) => {
    const path = dataPath(issue);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        rule: 'unknown-key',
        offset: data.keyAt([...path, key]),
        ...explainUnknownKey(key, keysAt(schema, path)),
      }));
    }
    const { value, missing } = lookUp(data.value, path);
    if (missing && leftToRules(path)) return [];
    // What is missing stands nowhere: its map is the place to add it.
    const offset = missing
      ? data.valueAt(path.slice(0, -1))
      : issue.code === 'invalid_key'
        ? data.keyAt(path)
        : data.valueAt(path);
    const written = /^[^\s,#\]}]*/.exec(text.slice(offset))?.[0] ?? '';
    return { rule: 'schema', offset, ...explain(issue, value, missing, path, written) };
  });
}

/** Where a value may be a list or a text, and is a list, what is wrong with its items. */
function inside(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const deeper = issue.errors.find(([first]) => first !== undefined && first.path.length > 0) ?? [];
  if (deeper.length === 0) return [issue];
  return deeper.map((own) => ({ ...own, path: [...issue.path, ...own.path] }));
}

/** The issues without those that only follow from another one: a text where a list belongs is no list that is too long. */
function roots(issues: readonly Issue[]): Issue[] {
  const wrong = new Set<string>();
  return issues.filter(({ code, path }) => {
    const place = dataPath({ path }).join('/');
    if (wrong.has(place)) return false;
    if (code === 'invalid_type' || code === 'invalid_format') wrong.add(place);
    return true;
  });
}

function dataPath({ path }: Pick<Issue, 'path'>): (string | number)[] {
  return path.filter((step) => typeof step !== 'symbol');
}

function explainUnknownKey(key: string, known: readonly string[]): Words {
  const near = nearest(key, known);
  const all = known.length > 0 ? ` The keys here are ${anyOf(known, 'and')}.` : '';
  return {
    message: `Nothing reads the key \`${key}\`.`,
    hint: near === undefined ? `Remove it.${all}` : `Did you mean \`${near}\`? If not, remove the key.`,
  };
}

/** The keys that a map at `path` may have; none if any will do. */
function keysAt(schema: z.ZodType, path: DataPath): string[] {
  let current: unknown = schema;
  for (const step of [...path, undefined]) {
    let def = defOf(current);
    while (def.innerType !== undefined || def.in !== undefined) def = defOf(def.innerType ?? def.in);
    if (step === undefined) return Object.keys(def.shape ?? {});
    current = def.shape?.[String(step)] ?? def.element ?? def.valueType;
  }
  return [];
}

/** The parts of a zod definition that lead further in; which of them exist depends on the kind of schema. */
interface Definition {
  shape?: Record<string, unknown>;
  element?: unknown;
  valueType?: unknown;
  innerType?: unknown;
  in?: unknown;
}

function defOf(schema: unknown): Definition {
  return (schema as { def?: Definition } | undefined)?.def ?? {};
}

function lookUp(data: unknown, path: DataPath): { value: unknown; missing: boolean } {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return { value: undefined, missing: true };
    value = (value as Record<string | number, unknown>)[step];
  }
  return { value, missing: value === undefined };
}

/** `` `facts.copy_up.value` ``, `` `messages`, item 2 `` */
function nameOf(path: DataPath): string {
  if (path.length === 0) return 'What stands here';
  const last = path.at(-1);
  if (typeof last !== 'number') return `\`${path.join('.')}\``;
  return path.length === 1 ? `Item ${last + 1}` : `Item ${last + 1} of \`${path.slice(0, -1).join('.')}\``;
}

/** `written` is the value as it stands in the file, up to the first blank: `20.10`, which is read as 20.1. */
function explain(issue: Issue, value: unknown, missing: boolean, path: DataPath, written: string): Words {
  const name = nameOf(path);
  if (issue.code === 'custom') return splitSentences(issue.message, name);
  if (missing) {
    const { is, write } = expectation(issue);
    if (is === 'a text' && !issue.message.startsWith('Invalid'))
      return { message: `${name} is missing.`, hint: issue.message };
    return {
      message: `${name} is missing.`,
      hint: is === '' ? 'Add it.' : `Add it: ${is}${write === '' ? '' : `, such as ${write}`}.`,
    };
  }
  const found = describe(value);
  switch (issue.code) {
    case 'too_big': {
      if (issue.origin === 'string') {
        const length = String(value).length;
        const most = Number(issue.maximum);
        return {
          message: `${name} has ${length} characters, and ${most} are the most.`,
          hint: `Shorten it by ${length - most}.`,
        };
      }
      if (Array.isArray(value))
        return {
          message: `${name} has ${value.length} items, and ${issue.maximum} are the most.`,
          hint: 'Leave out those that say least.',
        };
      return { message: `${name} is ${found}, which is too large.`, hint: `Write ${issue.maximum} or less.` };
    }
    case 'too_small': {
      if (value === '' || (typeof value === 'string' && value.trim() === ''))
        return { message: `${name} is empty.`, hint: 'Fill it in or remove the key.' };
      if (Array.isArray(value)) return { message: `${name} is an empty list.`, hint: 'Name at least one item.' };
      if (issue.origin === 'string') {
        const { length } = String(value);
        const message = `${name} has ${length} character${length === 1 ? '' : 's'}, and ${issue.minimum} are the least.`;
        return { message, hint: 'Write more of it.' };
      }
      return {
        message: `${name} is ${found}, which is too small.`,
        hint: `Write ${Number(issue.minimum) + (issue.inclusive === false ? 1 : 0)} or more.`,
      };
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      const near = nearest(String(value), options);
      return {
        message: `${name} is ${found}.`,
        hint: near === undefined ? `Write ${anyOf(options)}.` : `Write \`${near}\`. Allowed are ${anyOf(options)}.`,
      };
    }
    case 'invalid_key': {
      const map = dataPath(issue).slice(0, -1);
      return {
        message: `\`${String(issue.path.at(-1))}\` is no key of ${map.length === 0 ? 'this file' : nameOf(map)}.`,
        hint: issue.issues[0]?.message ?? '',
      };
    }
    default: {
      if (issue.code === 'invalid_format' && issue.format === 'regex' && !issue.message.startsWith('Invalid'))
        return { message: `${name} is ${found}.`, hint: issue.message };
      const { is, write } = expectation(issue);
      if (value instanceof Date && 'expected' in issue && issue.expected === 'string') {
        return {
          message: `${name} is a date without quotes.`,
          hint: `Put it into quotes: '${isoDay(value)}'.`,
        };
      }
      if ('expected' in issue && issue.expected === 'string' && ['number', 'boolean'].includes(typeof value))
        return { message: `${name} is ${found}, not a text.`, hint: `Put it into quotes: '${written}'.` };
      if ('expected' in issue && issue.expected === 'string' && isTextWithColon(value, path))
        return {
          message: `${name} is read as a key and its value, because of the colon in it.`,
          hint: 'Put the whole text into quotes.',
        };
      if ('expected' in issue && issue.expected === 'array' && typeof value === 'string' && value !== '')
        return {
          message: `${name} is ${found}, not a list.`,
          hint: `Write \`[${value}]\`, or a line \`- …\` for each item.`,
        };
      if (is === '') return { message: `${name} is ${found}, which does not fit.`, hint: `${issue.message}.` };
      return {
        message: `${name} is ${found}, not ${is}.`,
        hint: write === '' ? `Write ${is}.` : `Write it like ${write}.`,
      };
    }
  }
}

/** What an issue asks for, and an example. */
function expectation(issue: Issue): { is: string; write: string } {
  switch (issue.code) {
    case 'invalid_type': {
      const types: Record<string, { is: string; write: string }> = {
        string: { is: 'a text', write: '' },
        number: { is: 'a number', write: '`42`' },
        int: { is: 'a whole number', write: '`42`' },
        boolean: { is: '`true` or `false`', write: '' },
        array: { is: 'a list', write: '`[one, two]`' },
        object: { is: 'a map of keys and values', write: '`key: value`' },
        record: { is: 'a map of keys and values', write: '`key: value`' },
      };
      return types[issue.expected] ?? { is: '', write: '' };
    }
    case 'invalid_format':
      if (issue.format === 'date') return { is: 'a day of the calendar', write: "`'2026-11-24'`" };
      if (issue.format === 'datetime') return { is: 'a moment in UTC', write: "`'2026-11-24T12:30:00Z'`" };
      if (issue.format === 'url') return { is: 'a web address', write: '`https://example.org/page`' };
      return { is: `a text of the form \`${'pattern' in issue ? issue.pattern : issue.format}\``, write: '' };
    case 'invalid_value':
      return { is: anyOf(issue.values.map(String)), write: '' };
    case 'invalid_union': {
      if ('options' in issue && Array.isArray(issue.options))
        return { is: anyOf(issue.options.map(String)), write: '' };
      const kinds = issue.errors.flatMap(([first]) => (first === undefined ? [] : [expectation(first).is]));
      return { is: [...new Set(kinds)].filter((kind) => kind !== '').join(' or '), write: '' };
    }
    default:
      return { is: '', write: '' };
  }
}

/** Whether an item of a list was a text before its colon made a map of it. */
function isTextWithColon(value: unknown, path: DataPath): boolean {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap && Object.keys(value).length === 1 && typeof path.at(-1) === 'number';
}

/** `3`, `"abc"`, `a list`: a value as an author would call it. */
function describe(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  if (typeof value === 'object') return 'a map of keys and values';
  const written = JSON.stringify(value);
  return `\`${written.length > 60 ? `${written.slice(0, 60)}…` : written}\``;
}

/** A schema's own words: what is wrong, then what to do. */
function splitSentences(words: string, name: string): Words {
  const [, message = words, hint = ''] = /^(.*?[.!?]) (.+)$/s.exec(words) ?? [];
  return { message, hint: hint === '' ? `Change ${name} so that this holds.` : hint };
}

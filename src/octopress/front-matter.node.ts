import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';

/** Front matter of an old post. */
export interface OldFrontMatter {
  /** All keys with their values; a key that was there twice has its last value. */
  values: Record<string, unknown>;
  /** The value of a key as it was typed, for what YAML would make a number or a date of; undefined if it is no text. */
  typed: (key: string) => string | undefined;
  /** Offset of a key in the file; 0 if it is not there. */
  offsetOf: (key: string) => number;
  /** What had to be done to read it, each as a phrase; `person` says that somebody must look. */
  repairs: { offset: number; what: string; person: boolean }[];
  /** Where the text begins. */
  body: number;
}

const maxFrontMatterChars = 64_000; // the longest real one is a thirtieth; a bomb is longer or has aliases
const maxAliases = 50; // nobody writes aliases in a post; a bomb has nine of nine of nine
const maxNesting = 64; // brackets in brackets; deeper than the parser's recursion can bear is far more

/**
 * The front matter at the start of `text`, mended where Jekyll's parser would have given up. Undefined if there is none:
 * then Jekyll made no page of the file.
 */
export function readFrontMatter(text: string): OldFrontMatter | undefined {
  const found = /^(\s*)---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(text);
  if (found?.index !== 0) return undefined;
  const [whole, before = '', written = ''] = found;
  const yaml = written.length > maxFrontMatterChars ? written : joined(written);
  const start = whole.indexOf('\n', before.length) + 1;
  const repairs: OldFrontMatter['repairs'] = [];
  if (before !== '')
    repairs.push({ offset: 0, what: 'blank lines before it, which Jekyll did not allow', person: false });
  const base = { body: whole.length, repairs };
  if (yaml.length > maxFrontMatterChars || depthOf(yaml) > maxNesting) {
    repairs.push({
      offset: start,
      what: 'too long or too deeply nested to be read; only its plain lines were',
      person: true,
    });
    return { ...base, ...readLines(yaml.slice(0, maxFrontMatterChars), start) };
  }
  const read = tryYaml(yaml, start);
  if (read !== undefined) return { ...base, ...read };
  const mended = mendYaml(yaml);
  const again = mended === yaml ? undefined : tryYaml(mended, start);
  if (again !== undefined) {
    repairs.push({
      offset: start,
      what: 'it could not be read as it is, so that Jekyll ignored it; values were put into quotes',
      person: false,
    });
    return { ...base, ...again, offsetOf: readLines(yaml, start).offsetOf };
  }
  repairs.push({ offset: start, what: 'it is no YAML; only its plain lines were read', person: true });
  return { ...base, ...readLines(yaml, start) };
}

/**
 * What is known of a post without front matter, of which Jekyll made a post all the same: the keys at its start, if only
 * a line of hyphens is missing, or none.
 */
export function readOpenFrontMatter(text: string): OldFrontMatter {
  const keys =
    /^\s*(?:---[ \t]*\n|(?=(?:layout|title)[ \t]*:))((?:[\w-]+[ \t]*:.*\n|[ \t]*-[ \t].*\n)+)(?:\s*---[ \t]*\n)?/;
  const [whole, written] = keys.exec(text) ?? [];
  if (whole === undefined || written === undefined) return { ...readLines('', 0), repairs: [], body: 0 };
  const front = readFrontMatter(`---\n${written}---\n`);
  const shift = whole.indexOf(written) - '---\n'.length;
  const what = 'a line of `---` is missing, so that the old site showed it as text: its keys were read';
  return {
    ...(front ?? readLines(written, 0)),
    offsetOf: (key) => (front?.offsetOf(key) ?? 0) + shift,
    repairs: [{ offset: 0, what, person: true }],
    body: whole.length,
  };
}

/**
 * YAML whose quoted texts go on in the first column, as Jekyll's parser allowed and YAML does not, on one line. Each
 * sign keeps its place.
 */
function joined(yaml: string): string {
  return yaml.replace(
    /^[\w-]+[ \t]*:[ \t]*(["'])(?:(?!\1).)*(?:\n(?![\w-]+[ \t]*:|-[ \t])(?=\S)(?:(?!\1).)*)+\1[ \t]*$/gm,
    (text) => text.replaceAll('\n', ' '),
  );
}

type Values = Pick<OldFrontMatter, 'values' | 'typed' | 'offsetOf'>;

function tryYaml(yaml: string, start: number): Values | undefined {
  try {
    const counter = new LineCounter();
    const document = parseDocument(yaml, {
      version: '1.1', // Jekyll's: `published: no` is false
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
      lineCounter: counter,
      // Dates and times stay as they were typed: their zone is ours to find.
      customTags: (tags) =>
        tags.filter(
          (tag) =>
            typeof tag === 'string' || !(tag.tag.endsWith(':timestamp') || ('format' in tag && tag.format === 'TIME')),
        ),
    });
    if (document.errors.length > 0 || !isMap(document.contents)) {
      return document.contents === null && document.errors.length === 0 ? readLines('', start) : undefined;
    }
    const values = document.toJS({ maxAliasCount: maxAliases }) as Record<string, unknown>;
    const places = new Map<string, { offset: number; typed: string | undefined }>();
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key)) continue;
      const typed = isScalar(value) ? (value.type === 'PLAIN' ? value.source : String(value.value)) : undefined;
      places.set(String(key.value), { offset: start + key.range[0], typed });
    }
    return {
      values,
      typed: (key) => places.get(key)?.typed,
      offsetOf: (key) => places.get(key)?.offset ?? 0,
    };
  } catch {
    return undefined; // Aliases of aliases, or nesting that overflows: the caller reads what it can and says so.
  }
}

/** Values that are no YAML put into quotes, and tabs made blanks. */
function mendYaml(yaml: string): string {
  return yaml
    .split('\n')
    .map((line) => {
      const [, key = '', value = ''] = /^([\w-]+)\s*:\s*(\S.*?)\s*$/.exec(line) ?? [];
      if (key === '') return line.replaceAll('\t', '  ');
      const plain = value.replace(/^(["'])(.*)\1$/, '$2');
      const isBroken = /:(?:\s|$)|\s#|^[%@`&*!|>{\t?]|["']/.test(value) && !/^\[.*\]$/.test(value);
      return isBroken ? `${key}: ${JSON.stringify(plain)}` : `${key}: ${value.replaceAll('\t', ' ')}`;
    })
    .join('\n');
}

/** The plain `key: value` lines of what is no YAML. */
function readLines(yaml: string, start: number): Values {
  const found = new Map<string, { value: string; offset: number }>();
  for (const { 1: key = '', 2: value = '', index } of yaml.matchAll(/^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/gm)) {
    found.set(key, { value: value.replace(/^(["'])(.*)\1$/, '$2').slice(0, 500), offset: start + index });
  }
  return {
    values: Object.fromEntries([...found].map(([key, { value }]) => [key, value.replace(/^\[|\]$/g, '')])),
    typed: (key) => found.get(key)?.value,
    offsetOf: (key) => found.get(key)?.offset ?? 0,
  };
}

function depthOf(yaml: string): number {
  let depth = 0;
  let most = 0;
  for (const sign of yaml) {
    if (sign === '[' || sign === '{') most = Math.max(most, (depth += 1));
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
  }
  return Math.max(most, ...yaml.split('\n').map((line) => (/^\s*((?:- )*)/.exec(line)?.[0].length ?? 0) / 2));
}

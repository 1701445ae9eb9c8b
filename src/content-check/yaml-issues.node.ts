import { isAlias, isMap, isNode, isScalar, isSeq, visit } from 'yaml';
import type { Document, ErrorCode } from 'yaml';

/** Something that keeps a document from being read as it was meant. */
export interface SyntaxIssue {
  rule: string;
  offset: number;
  message: string;
  hint: string;
}

/** What is wrong with the form of a document that was read from `yaml`, in the words of whoever writes it. */
export function syntaxIssues(document: Document.Parsed, yaml: string): SyntaxIssue[] {
  return [
    ...document.errors.map(({ code, pos, message }) => explain(code, pos[0], message, yaml)),
    ...unknownTags(document, yaml),
    ...strayAliases(document),
    ...lostWords(document, yaml),
  ];
}

/** The first of `issues`, since one mistake makes the parser stumble over what follows, and the keys that are there twice. */
export function worthTelling(issues: readonly SyntaxIssue[]): SyntaxIssue[] {
  const isDuplicate = ({ rule }: SyntaxIssue) => rule === 'duplicate-key';
  return [...issues.filter((issue) => !isDuplicate(issue)).slice(0, 1), ...asOne(issues.filter(isDuplicate))];
}

/** Many keys that are there twice come of one item that lost its dash. */
function asOne(duplicates: SyntaxIssue[]): SyntaxIssue[] {
  const [first] = duplicates;
  if (first === undefined || duplicates.length < 3) return duplicates;
  const message = `${first.message.slice(0, -1)}, and ${duplicates.length - 1} keys after it are too.`;
  return [{ ...first, message, hint: 'If another item of a list begins here, write `- ` before it.' }];
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

/** One error of the parser in our words: its `code`, the offset `at` in `yaml`, and what it `said`. */
export function explain(code: ErrorCode, at: number, said: string, yaml: string): SyntaxIssue {
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
      return issue(at, 'A second document begins here.', 'Remove the line `---` or `...` that ends the one before it.');
    default:
      return issue(at, `${said.replace(/[.:]?\s*$/, '')}.`, 'Put the value into quotes, or correct its form.');
  }
}

/** The parser notices at the end of the text; the quote that opens is the one to look at. */
function openQuote(yaml: string, end: number): number {
  const opening = /(?:^|[:\-[{,])[ \t]*(["'])(?!.*\1\s*(?:#.*)?$)/m.exec(yaml.slice(0, end));
  return opening === null ? end : opening.index + opening[0].length - 1;
}

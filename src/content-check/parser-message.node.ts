import type { VFile } from 'vfile';
import type { SyntaxIssue } from './yaml-issues.node.ts';

/** What the parsers of Markdown and MDX throw. */
type ParserMessage = ReturnType<VFile['message']>;

/** Whether a parser of prose threw this. */
export function isParserMessage(error: unknown): error is ParserMessage {
  return error instanceof Error && 'reason' in error && 'ruleId' in error;
}

/** What MDX's parser says, for somebody who wrote prose. */
export function issueOf(error: ParserMessage, text: string): SyntaxIssue {
  const reason = error.reason
    .replace(/ ?\(note: .*\)$/s, '')
    .replace(/ ?\(U\+[0-9A-F]+\)/g, '')
    .replace(/ ?\(\d+:\d+(-\d+:\d+)?\)/g, '');
  const lonely = /closing tag for `<(area|br|hr|img|input|source|track|wbr)>`/.exec(reason)?.[1];
  // For a tag that is never closed, the place is the paragraph's or none, but the sentence names the tag's own.
  const isOpen = lonely !== undefined || error.reason.startsWith('Expected a closing tag');
  const place = (isOpen ? placeIn(error.reason) : undefined) ?? error.place;
  const point = place !== undefined && 'start' in place ? place.start : place;
  const offset = point === undefined ? 0 : (point.offset ?? offsetAt(text, point.line, point.column));
  const cause = error.cause instanceof Error ? error.cause.message.replace(/ \(\d+:\d+\)$/, '') : undefined;
  const issue = (message: string, hint: string) => ({ rule: 'mdx-syntax', offset, message, hint });
  switch (error.ruleId) {
    case 'acorn':
      return issue(
        `What stands in braces or after \`import\` is not JavaScript: ${(cause ?? 'it has a mistake').toLowerCase()}.`,
        'Correct it, or write `\\{` if you mean the brace itself.',
      );
    case 'end-tag-mismatch':
      if (lonely !== undefined) return issue(`MDX closes every tag, \`<${lonely}>\` too.`, `Write \`<${lonely} />\`.`);
      return issue(
        `${reason}.`,
        'Close each tag where it was opened, and write `<Name />` for one that holds nothing.',
      );
    case 'unexpected-character':
      if (text.startsWith('<!--', offset - 1)) return issue('MDX has no HTML comments.', 'Write `{/* comment */}`.');
      return issue(`${reason}.`, 'Write `\\<` or `\\{` if you mean the sign itself, or put the text into backticks.');
    default:
      return issue(`${reason}.`, 'Close the tag or the brace, or write `\\<` or `\\{` if you mean the sign itself.');
  }
}

/** The place in a sentence such as `Expected a closing tag for <Compare> (3:1-3:22)`. */
function placeIn(reason: string): { line: number; column: number; offset?: number } | undefined {
  const [, line, column] = /\((\d+):(\d+)/.exec(reason) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
}

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  const ends = text.matchAll(/\r\n|\n|\r/g);
  for (let count = 1; count < line; count += 1) {
    const { value: end } = ends.next();
    if (end !== undefined) start = end.index + end[0].length;
  }
  return start + column - 1;
}

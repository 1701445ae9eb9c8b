/** What became of one construct of an old post. */
export interface ReportLine {
  /** Path from the root of the old blog, with `/`. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 code units. */
  column: number;
  /** What it was: `{% img %}`. */
  was: string;
  /** What it became, as a phrase: `image /images/a.png`. */
  became: string;
  /** True if somebody has to look at it, because something could not be carried over or had to be guessed. */
  person: boolean;
}

/** `file:line:column  what it was  what it became`; lines for somebody begin with `!`. */
export function formatLine({ file, line, column, was, became, person }: ReportLine): string {
  return printable(`${person ? '! ' : '  '}${file}:${line}:${column}  ${was}  ${became}`);
}

/** A text for a terminal: names of files can hold signs that would be orders to it. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The lines by file and place. */
export function sortLines(lines: readonly ReportLine[]): ReportLine[] {
  return lines.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** The first `count` lines of each kind, in the same order: those that tell of the same construct and what it became. */
export function firstOfEachKind(lines: readonly ReportLine[], count: number): ReportLine[] {
  const seen = new Map<string, number>();
  return lines.filter((line) => {
    const kind = `${constructOf(line)} ${outcomeOf(line)} ${String(line.person)}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= count;
  });
}

/**
 * How often each construct was met, the most frequent first: `12  {% img %}`. Those that are named with an address or a
 * value of their own are one: `340  link to …`.
 */
export function countConstructs(lines: readonly ReportLine[]): { was: string; count: number; person: number }[] {
  const counts = new Map<string, { was: string; count: number; person: number }>();
  for (const line of lines) {
    const was = constructOf(line);
    const entry = counts.get(was) ?? { was, count: 0, person: 0 };
    entry.count += 1;
    if (line.person) entry.person += 1;
    counts.set(was, entry);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.was < b.was ? -1 : 1));
}

function constructOf({ was, became }: ReportLine): string {
  if (became.endsWith('HTML has no such element')) return 'element that HTML has not';
  return was.replace(/^(link to|address|name|date:|updated:) .*$/s, '$1 …').replace(/^\{\{.*$/s, '{{ … }}');
}

/** What a construct became without names and numbers of its own: its first two words, or one before a colon. */
function outcomeOf({ was, became }: ReportLine): string {
  if (was.startsWith('{{')) return '';
  const [words = ''] = /^\S+?(?:[:,]|(?: \S+)?(?= |$))/.exec(became) ?? [];
  return words.replace(/\S*[\d/]\S*/g, '…');
}

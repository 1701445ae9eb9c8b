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

/**
 * How often each construct was met, the most frequent first: `12  {% img %}`. Those that are named with an address or a
 * value of their own are one: `340  link to …`.
 */
export function countConstructs(lines: readonly ReportLine[]): { was: string; count: number; person: number }[] {
  const counts = new Map<string, { was: string; count: number; person: number }>();
  for (const { was: named, person } of lines) {
    const was = named.replace(/^(link to|address|name|date:|updated:) .*$/s, '$1 …').replace(/^\{\{.*$/s, '{{ … }}');
    const entry = counts.get(was) ?? { was, count: 0, person: 0 };
    entry.count += 1;
    if (person) entry.person += 1;
    counts.set(was, entry);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || (a.was < b.was ? -1 : 1));
}

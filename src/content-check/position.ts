/** Offsets in UTF-16 code units at which the lines of `text` begin. Lines end in `\n`, `\r\n` or `\r`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineEnd.length);
  return starts;
}

/** Line and column of `offset`, both counted from 1, where `starts` is what `lineStarts` gave for the text. */
export function positionAt(starts: readonly number[], offset: number): { line: number; column: number } {
  let first = 0;
  let last = starts.length - 1;
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return { line: first + 1, column: offset - (starts[first] ?? 0) + 1 };
}

/** The line of `offset` in `text`, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return positionAt(lineStarts(text), offset).line;
}

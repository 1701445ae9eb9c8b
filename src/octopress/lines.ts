/** A line of a text with what is known about it. */
export interface Line {
  text: string;
  from: number;
  /** Offset of its line end. */
  to: number;
  /** Whether it is code by its indent. */
  code: boolean;
}

/** Lines with the places of code that is indented; text in a list is indented too and no code. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let inList = false;
  let mayBeCode = true;
  for (const line of text.split('\n')) {
    const blank = line.trim() === '';
    const indented = /^(?: {4}|\t)/.test(line);
    const code: boolean = indented && mayBeCode && !inList && !blank;
    lines.push({ text: line, from, to: from + line.length, code });
    from += line.length + 1;
    if (blank) mayBeCode = true;
    else {
      if (!indented)
        inList = /^ {0,3}(?:[-*+]|\d+[.)])[ \t]/.test(line) || (inList && !/^\S/.test(line)) || (inList && !mayBeCode);
      mayBeCode = code;
    }
  }
  return lines;
}

/** Tells whether an offset lies in code: an indented block, or backticks on the same line. */
export function codeTest(text: string): (at: number) => boolean {
  const lines = linesOf(text);
  return (at) => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lines[middle]?.from ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const line = lines[low];
    if (line === undefined) return false;
    const before = text.slice(line.from, at);
    return line.code || (before.match(/(?<!\\)`+/g)?.length ?? 0) % 2 === 1;
  };
}

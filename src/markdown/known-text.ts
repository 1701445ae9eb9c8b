/** A stretch of a text that the site has a page about; `to` is the first unit after it. */
export interface KnownStretch {
  from: number;
  to: number;
  /** Path of that page without base: `/errors/no-space-left-on-device/`. */
  href: string;
}

/** What a text has that is known, in any order. */
export type FindKnown = (text: string) => readonly KnownStretch[];

/** What is known in `lines` read together, by line and in order. Of two stretches that overlap the first found stays. */
export function knownByLine(lines: readonly string[], find: FindKnown): KnownStretch[][] {
  const kept: KnownStretch[] = [];
  for (const stretch of find(lines.join('\n'))) {
    if (kept.every(({ from, to }) => stretch.to <= from || stretch.from >= to)) kept.push(stretch);
  }
  kept.sort((a, b) => a.from - b.from);
  let start = 0;
  return lines.map((line) => {
    const end = start + line.length;
    const indent = start + line.length - line.trimStart().length;
    const here = kept
      .map(({ from, to, href }) => ({ from: Math.max(from, indent) - start, to: Math.min(to, end) - start, href }))
      .filter(({ from, to }) => from < to);
    start = end + 1;
    return here;
  });
}

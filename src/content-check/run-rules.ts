import type { Content, Place, Rule, Source } from './content.ts';
import { lineStarts, positionAt } from './position.ts';
import type { Problem } from './problem.ts';

/** Turns a place in a file into a line and a column; lines of a file are counted once. */
export function createLocator(): (place: Place) => { file: string; line: number; column: number } {
  const starts = new WeakMap<Source, number[]>();
  return ({ source, offset }) => {
    const known = starts.get(source) ?? lineStarts(source.text);
    starts.set(source, known);
    return { file: source.path, ...positionAt(known, offset) };
  };
}

/** What all `rules` find in `content`, located. */
export function runRules(rules: readonly Rule[], content: Content): Problem[] {
  const locate = createLocator();
  return rules.flatMap(({ name, check }) =>
    check(content).map(({ source, offset, message, hint }) => ({
      ...locate({ source, offset }),
      rule: name,
      message,
      hint,
    })),
  );
}

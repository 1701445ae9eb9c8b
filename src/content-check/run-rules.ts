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

/** What all `rules` find in `content`, located: what stops the build, and what is merely worth a look. */
export function runRules(rules: readonly Rule[], content: Content): { problems: Problem[]; warnings: Problem[] } {
  const locate = createLocator();
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const { name, warns, check } of rules) {
    for (const { source, offset, message, hint } of check(content)) {
      const isWarning = warns === 'always' || (warns === 'imported' && content.imported.has(source.path));
      const found = { ...locate({ source, offset }), rule: name, message, hint };
      (isWarning ? warnings : problems).push(found);
    }
  }
  return { problems, warnings };
}

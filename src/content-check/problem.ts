/** Something in the content that stops the build, and where. */
export interface Problem {
  /** Path from the project's root, with `/`. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in UTF-16 code units as editors do. */
  column: number;
  /** Name of the rule that found it: `unknown-driver`. */
  rule: string;
  /** What is wrong, as a full sentence. */
  message: string;
  /** What to write instead, as a full sentence. */
  hint: string;
}

/** `file:line:column  rule  what is wrong. What to write instead.` */
export function formatProblem({ file, line, column, rule, message, hint }: Problem): string {
  return `${file}:${line}:${column}  ${rule}  ${message} ${hint}`;
}

/** The same problems by file, then by place, so that two runs print the same. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { counted } from '../site/counted.ts';
import { formatProblem } from './problem.ts';
import type { Problem } from './problem.ts';

/** From so many problems on, the list is longer than a screen, and the end of it has to say what it is made of. */
const many = 20;

/** So many show what is wrong; thousands of one rule, as a tool that writes pages can make them, would bury the others. */
const listedOfRule = 50;

/** A line for each of `problems`, of one rule for the first 50; a last line says how many more there are and where. */
export function list(problems: readonly Problem[]): string[] {
  const counts = new Map<string, number>();
  const listed = problems.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= listedOfRule;
  });
  const left = problems.length - listed.length;
  const more = left === 0 ? [] : [`${left} more of the same rules. \`npm run check:content\` prints all of them.`];
  return [...listed.map(formatProblem), ...more];
}

/**
 * `3 problems in 2 files.`, with the rules by how often they were broken if there are many: `40 problems in 9 files: 31
 * broken-link, 9 image-alt.` Without problems, `Content is sound: 30 files.`, if so many were looked at.
 */
export function summarise(problems: readonly Problem[], files: number): string {
  if (problems.length === 0) return `Content is sound: ${counted(files, 'file')}.`;
  const counts = new Map<string, number>();
  for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const made = problems.length < many ? '' : `: ${rules.map(([rule, count]) => `${count} ${rule}`).join(', ')}`;
  return `${counted(problems.length, 'problem')} in ${counted(new Set(problems.map(({ file }) => file)).size, 'file')}${made}.`;
}

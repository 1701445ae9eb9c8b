import { counted } from '../site/counted.ts';
import type { Problem } from './problem.ts';

/** From so many problems on, the list is longer than a screen, and the end of it has to say what it is made of. */
const many = 20;

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

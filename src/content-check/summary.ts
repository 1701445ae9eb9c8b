import { counted } from '../site/counted.ts';
import type { Problem } from './problem.ts';

/** `3 problems in 2 files.`, or `Content is sound: 30 files.` if there are none among `files` files. */
export function summarise(problems: readonly Problem[], files: number): string {
  if (problems.length === 0) return `Content is sound: ${counted(files, 'file')}.`;
  return `${counted(problems.length, 'problem')} in ${counted(new Set(problems.map(({ file }) => file)).size, 'file')}.`;
}

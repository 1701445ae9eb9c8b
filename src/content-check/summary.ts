import type { Problem } from './problem.ts';

/** `3 problems in 2 files.`, or `Content is sound: 30 files.` if there are none among `files` files. */
export function summarise(problems: readonly Problem[], files: number): string {
  if (problems.length === 0) return `Content is sound: ${count(files, 'file')}.`;
  return `${count(problems.length, 'problem')} in ${count(new Set(problems.map(({ file }) => file)).size, 'file')}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

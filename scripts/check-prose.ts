/** Prints what is wrong with the English of the pages: `node scripts/check-prose.ts`. */
import { readFile } from 'node:fs/promises';
import { listFiles } from '../src/content-check/files.node.ts';
import { proseProblems } from '../walls/prose.ts';

const files = (await listFiles('.', 'content')).filter((file) => /\.mdx?$/.test(file));
const problems = (
  await Promise.all(files.map(async (file) => proseProblems(file, await readFile(file, 'utf8'))))
).flat();
for (const problem of problems) console.log(problem);
if (problems.length > 0) process.exitCode = 1;

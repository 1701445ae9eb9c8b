/** Prints every problem of the content: `node scripts/check-content.ts [ROOT]`. */
import { resolve } from 'node:path';
import { formatProblem } from '../src/content-check/problem.ts';
import { summarise } from '../src/content-check/summary.ts';
import { checkContent } from '../src/content.check.node.ts';

const [root = '.'] = process.argv.slice(2);
const { problems, warnings, files } = await checkContent(resolve(root));
for (const problem of [...warnings, ...problems]) console.log(formatProblem(problem));
console.log(summarise(problems, files));
if (problems.length > 0) process.exitCode = 1;

/** `npm run check:content [-- ROOT]`: every problem of the content, here or in another folder. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { formatProblem } from '../src/content-check/problem.ts';
import { summarise } from '../src/content-check/summary.ts';
import { checkContent } from '../src/content.check.node.ts';

const { positionals } = readArguments('npm run check:content [-- ROOT]', { allowPositionals: true });
const [root = '.'] = positionals;
if (!existsSync(join(root, 'content'))) fail(`There is no folder content/ in ${resolve(root)}.`);
const { problems, warnings, files } = await checkContent(resolve(root));
for (const problem of [...warnings, ...problems]) console.log(formatProblem(problem));
console.log(summarise(problems, files));
if (problems.length > 0) process.exitCode = 1;

/**
 * `npm run audit [-- --months 12]`: what is going stale: facts and pages that nobody has held against their sources for so
 * many months, sources that are gone with their copies, and threads that are no longer there. It asks nobody.
 */
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { formatProblem, sortProblems } from '../src/content-check/problem.ts';
import { runRules } from '../src/content-check/run-rules.ts';
import { stalePageAfter } from '../src/content-check/rules/stale-page.ts';
import { staleAfter } from '../src/content-check/stale.ts';
import { readContent } from '../src/content.check.node.ts';
import { vanishedThread } from '../src/discussions/rules/vanished-thread.ts';
import { staleFactAfter } from '../src/drivers/rules/stale-fact.ts';
import { goneSource } from '../src/sources/rules/gone-source.ts';
import { site } from '../src/site.config.ts';

const { values } = readArguments('npm run audit [-- --months 12]', {
  options: { months: { type: 'string', default: String(staleAfter) } },
});
const months = Number(values.months);
if (!Number.isInteger(months) || months < 1) fail(`--months wants a whole number from 1, not '${values.months}'.`);
const { content } = await readContent('.');
const rules = [staleFactAfter(months), stalePageAfter(months), goneSource(site.origin), vanishedThread];
const found = sortProblems(runRules(rules, content).warnings);
for (const problem of found) console.log(formatProblem(problem));
const count = (name: string): number => found.filter(({ rule }) => rule === name).length;
console.log(
  `${count('stale-fact')} facts and ${count('stale-page')} pages were last checked more than ${months} months ago, ${count('gone-source')} places lead to sources that are gone, ${count('vanished-thread')} threads are no longer there.`,
);

/** `npm run discussions sync`, `… create POST`, `… check`: the threads on GitHub that pages link to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isWatched, showProgress } from './progress.ts';
import { checkContent } from '../src/content.check.node.ts';
import { runDiscussions } from '../src/discussions/sync/command.node.ts';
import { site } from '../src/site.config.ts';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort());

process.exitCode = await runDiscussions({
  args: process.argv.slice(2),
  env: process.env,
  root: process.cwd(),
  site,
  isWatched,
  print: (text) => console.log(text),
  showProgress,
  contentProblems: async () => {
    const { problems, warnings } = await checkContent(process.cwd());
    return { problems: problems.filter(isAboutDiscussions), warnings: warnings.filter(isAboutDiscussions) };
  },
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
  now: () => new Date(),
  random: Math.random,
  signal: ending.signal,
});

function isAboutDiscussions({ file, rule, message }: { file: string; rule: string; message: string }): boolean {
  return file.startsWith('content/discussions/') || rule.includes('discussion') || /\bdiscussion\b/.test(message);
}

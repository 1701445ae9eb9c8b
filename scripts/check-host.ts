/** `npm run check:host -- https://example.org/`: what a running host does otherwise than the site needs, and how to mend it. */
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { showProgress } from './progress.ts';
import { lookAt } from '../src/hosts/check.node.ts';
import { readAnswers } from '../src/hosts/hosts.node.ts';
import { mendSilence } from '../src/hosts/mend.ts';
import { counted } from '../src/site/counted.ts';
import { site } from '../src/site.config.ts';

const usage = 'npm run check:host [-- https://example.org/]';
const { positionals } = readArguments(usage, { allowPositionals: true });
const [address = site.origin + site.base] = positionals;
if (!/^https?:\/\//.test(address) || !URL.canParse(address))
  fail(`'${address}' is no web address. Give the home page of the site: npm run check:host -- https://example.org/`);
const home = new URL(address);
if (!home.pathname.endsWith('/')) home.pathname += '/';

const built = await readAnswers('dist', site.base).catch(() => undefined); // Whoever looks may have built nothing.
const policy = built?.everywhere.find(([name]) => name === 'Content-Security-Policy')?.[1];
try {
  const tell = (count: number) => showProgress(counted(count, 'question'));
  const { kind, asked, faults } = await lookAt(home, { redirects: built?.redirects ?? [], policy, tell });
  showProgress('');
  console.log(`${home.href} is served by ${kind === 'unknown' ? 'a host that does not say what it is' : kind}.\n`);
  for (const { what, why, mend } of faults) console.log(`${what} ${why}\n    ${mend}\n`);
  console.log(`${counted(asked, 'question')} asked, ${faults.length === 0 ? 'nothing' : faults.length} to mend.`);
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  showProgress('');
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  const todo = mendSilence(message);
  if (todo !== undefined) console.error(todo);
  process.exitCode = 1;
}

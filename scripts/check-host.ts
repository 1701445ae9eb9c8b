/** `npm run check:host -- https://example.org/`: what a running host does otherwise than the site needs, and how to mend it. */
import { lookAt } from '../src/hosts/check.node.ts';
import { readAnswers } from '../src/hosts/hosts.node.ts';
import { counted } from '../src/site/counted.ts';
import { site } from '../src/site.config.ts';

const [address = site.origin + site.base] = process.argv.slice(2);
if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
  console.error(
    `'${address}' is no web address. Give the home page of the site: npm run check:host -- https://example.org/`,
  );
  process.exit(1);
}
/** What to do about a host that gives no answer, by codes of the error. */
const nextSteps = {
  'ENOTFOUND|EAI_AGAIN': 'Look whether the name is right, and whether its address is published (DNS).',
  'ECONNREFUSED|TIMEOUT|UNREACH': 'Look whether the server runs and its port is open to the world.',
  'CERT|SELF_SIGNED|ISSUER|LEAF|TLS':
    'Browsers warn of the site instead of showing it: get a certificate for this very name that they trust, as npm run hosts says.',
};

const home = new URL(address);
if (!home.pathname.endsWith('/')) home.pathname += '/';

const built = await readAnswers('dist', site.base).catch(() => undefined); // Whoever looks may have built nothing.
const policy = built?.everywhere.find(([name]) => name === 'Content-Security-Policy')?.[1];
try {
  const { kind, asked, faults } = await lookAt(home, { redirects: built?.redirects ?? [], policy });
  console.log(`${home.href} is served by ${kind === 'unknown' ? 'a host that does not say what it is' : kind}.\n`);
  for (const { what, why, mend } of faults) console.log(`${what} ${why}\n    ${mend}\n`);
  console.log(`${counted(asked, 'question')} asked, ${faults.length === 0 ? 'nothing' : faults.length} to mend.`);
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : new Error(String(error));
  console.error(`${home.href} could not be asked: ${cause.message}`);
  const { code = '' } = cause as NodeJS.ErrnoException;
  const todo = Object.entries(nextSteps).find(([codes]) => new RegExp(codes).test(code))?.[1];
  if (todo !== undefined) console.error(todo);
  process.exitCode = 1;
}

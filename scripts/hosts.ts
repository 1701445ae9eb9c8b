/**
 * `npm run hosts -- HOST [--host NAME --folder PATH] [--certificate FILE --key FILE | --listen ADDRESS:PORT] [DIR]`: writes
 * what a host needs to serve the built site into `.cache/hosts/HOST/`, and says what to do with it.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { hosts, readAnswers, sizeOf } from '../src/hosts/hosts.node.ts';
import { policyInPages } from '../src/hosts/policy-in-pages.node.ts';
import { packSite } from '../src/offline/pack-site.node.ts';
import { site } from '../src/site.config.ts';

const usage = `npm run hosts -- HOST [--host NAME --folder PATH --certificate FILE --key FILE --listen ADDRESS:PORT] [DIR]
The hosts are ${Object.keys(hosts).join(', ')}.`;
const { values, positionals } = readArguments(usage, {
  options: {
    host: { type: 'string', default: new URL(site.origin).host },
    folder: { type: 'string' },
    certificate: { type: 'string' },
    key: { type: 'string' },
    listen: { type: 'string' },
  },
  allowPositionals: true,
});
const [name = '', root = 'dist'] = positionals;
const write = hosts[name];
if (write === undefined)
  fail(`${name === '' ? 'Which host?' : `There is no host called '${name}'.`} ${Object.keys(hosts).join(', ')}`);

const { host, listen } = values;
const bareName = host.replace(/:.*/, '');
const { folder = `/srv/${bareName}` } = values;
const letsEncrypt = `/etc/letsencrypt/live/${bareName}`;
const { certificate = `${letsEncrypt}/fullchain.pem`, key = `${letsEncrypt}/privkey.pem` } = values;
const hasOwn = values.certificate !== undefined;
if (hasOwn !== (values.key !== undefined)) fail('--certificate and --key go together.');
if (hasOwn && listen !== undefined)
  fail('--listen is for a server behind another one, and that one has the certificate.');

const answers = await readAnswers(root, site.base).catch((error: unknown) => {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return fail(isMissing ? `There is no built site in ${root}/. Run npm run build first.` : String(error));
});
const place = {
  host,
  folder: whole(folder),
  // Caddy gets certificates by itself.
  ...(listen === undefined &&
    (name !== 'caddy' || hasOwn) && { tls: { certificate: whole(certificate), key: whole(key) } }),
  ...(listen !== undefined && { listen }),
};
const { files, inSite = {}, steps, remarks, tooMuch = [] } = write(answers, place, await sizeOf(root));

const out = `.cache/hosts/${name}`;
try {
  await rm(out, { recursive: true, force: true });
  await writeAll(out, files);
  await writeAll(root, inSite);
} catch (error) {
  fail(
    `${out}/ could not be written: ${error instanceof Error ? error.message : String(error)}. Let whoever runs this write there.`,
  );
}
if (name === 'github-pages') {
  const policy = answers.everywhere.find(([header]) => header === 'Content-Security-Policy')?.[1] ?? '';
  await policyInPages(root, policy);
  if (site.offline) await packSite(root); // The pages that browsers keep have the policy too.
}

for (const file of Object.keys(files)) console.log(`Written: ${join(out, file)}`);
for (const file of Object.keys(inSite)) console.log(`Written: ${join(root, file)}`);
if (!['github-pages', 'netlify', 'cloudflare', 's3'].includes(name))
  console.log(
    `The site itself is taken from ${place.folder}/; --folder names another one, such as releases/current, the live release.`,
  );
console.log(['', ...steps.map((step, index) => `${index + 1}. ${step}`), '', ...remarks].join('\n'));
if (tooMuch.length > 0) {
  console.error(`\nThis site does not fit:\n${tooMuch.map((it) => `- ${it}`).join('\n')}`);
  process.exitCode = 1;
}

/** The path from the root, without a slash at its end: a server would begin elsewhere than the person who types it. */
function whole(path: string): string {
  return posix.isAbsolute(path) ? posix.resolve(path) : resolve(path);
}

async function writeAll(into: string, texts: Readonly<Record<string, string>>): Promise<void> {
  if (Object.keys(texts).length > 0) await mkdir(into, { recursive: true });
  for (const [file, text] of Object.entries(texts)) await writeFile(join(into, file), text);
}

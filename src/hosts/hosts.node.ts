import { glob, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Answers } from '../site/answers.ts';
import { parseHeaders } from '../site/headers-file.ts';
import { parseRedirects } from '../site/redirects.ts';
import { caddy } from './caddy.ts';
import { cloudflare, githubPages, netlify } from './file-hosts.ts';
import type { HostWriter, Size } from './host.ts';
import { nginx } from './nginx.ts';
import { s3 } from './s3.ts';

/** All kinds of hosts that we write configurations for, by the name that a person types. */
export const hosts: Readonly<Record<string, HostWriter>> = {
  'github-pages': githubPages,
  netlify,
  cloudflare,
  s3,
  nginx,
  caddy,
};

/** What the site that was built into `root` wants to be answered with. Rejects if there is none, or one for another base. */
export async function readAnswers(root: string, base: string): Promise<Answers> {
  const rules = parseHeaders(await readFile(join(root, '_headers'), 'utf8'));
  const redirects = await readFile(join(root, '_redirects'), 'utf8').catch(() => ''); // a site may have none
  const everywhere = rules.find(({ pattern }) => pattern === `${base}*`)?.headers;
  if (everywhere === undefined) throw new Error(`${root}/_headers was built for another base than ${base}.`);
  return { base, everywhere, redirects: parseRedirects(redirects) };
}

/** How large the site in `root` is. */
export async function sizeOf(root: string): Promise<Size> {
  const ends = new Set<string>();
  const size: Size = { files: 0, bytes: 0, largest: { path: '', bytes: 0 }, ends, headers: '' };
  for await (const path of glob('**/*', { cwd: root })) {
    const found = await stat(join(root, path));
    if (!found.isFile()) continue;
    size.files += 1;
    size.bytes += found.size;
    ends.add(extname(path).slice(1));
    if (found.size > size.largest.bytes) size.largest = { path, bytes: found.size };
  }
  size.headers = await readFile(join(root, '_headers'), 'utf8');
  return size;
}

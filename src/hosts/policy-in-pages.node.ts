import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePage } from '../site/built-pages.node.ts';
import { inlineHashes } from '../site/headers.node.ts';

/** What a policy in a page has no say in; browsers would complain. */
const headerOnly = /^(?:frame-ancestors|report-uri|sandbox)\b/;

/**
 * Writes `policy` and the referrer policy into the pages of the built site in `root`, for hosts that send no headers of
 * ours. Each page allows its own inline scripts and styles only. A page that has a policy already stays as it is.
 */
export async function policyInPages(root: string, policy: string): Promise<void> {
  for await (const page of glob('**/*.html', { cwd: root })) {
    const html = await readFile(join(root, page), 'utf8');
    await writeFile(join(root, page), withPolicy(html, policy));
  }
}

/** `html` with `policy` before anything that it rules over. */
export function withPolicy(html: string, policy: string): string {
  if (html.includes('http-equiv="Content-Security-Policy"')) return html;
  const { scripts, styles } = inlineHashes(parsePage(html));
  const own = policy
    .split('; ')
    .filter((directive) => !headerOnly.test(directive))
    .map((directive) => narrowed(directive, directive.startsWith('script-src') ? scripts : styles))
    .join('; ');
  const metas = `<meta http-equiv="Content-Security-Policy" content="${own.replaceAll('"', '&quot;')}"><meta name="referrer" content="no-referrer">`;
  return html.replace(/<meta charset="?utf-8"?>/i, (charset) => charset + metas);
}

/** A directive without the hashes of other pages. */
function narrowed(directive: string, hashes: readonly string[]): string {
  return directive
    .split(' ')
    .filter((source) => !source.startsWith("'sha256-") || hashes.includes(source))
    .join(' ');
}

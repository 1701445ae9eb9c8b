import { headersFor } from '../site/headers.node.ts';
import type { Redirect } from '../site/redirects.ts';
import { checkAddresses } from './checks/addresses.node.ts';
import { checkCaching } from './checks/caching.node.ts';
import { checkCompression } from './checks/compression.node.ts';
import { checkContact } from './checks/contact.node.ts';
import { checkHeaders } from './checks/headers.node.ts';
import { checkPolicy } from './checks/policy.node.ts';
import { checkSecrets } from './checks/secrets.node.ts';
import { checkTransport } from './checks/transport.node.ts';
import { checkTypes } from './checks/types.node.ts';
import { kindOf, mend } from './mend.ts';
import type { HostKind } from './mend.ts';
import type { Check, Finding, Visit } from './visit.node.ts';

/** Something that a running host does otherwise than the site needs it. */
export interface Fault {
  /** What is so now, as a full sentence. */
  what: string;
  /** What it does to readers. */
  why: string;
  /** The line to add, or what to do. */
  mend: string;
}

/** What a look at a host found. */
export interface Look {
  kind: HostKind;
  /** How many questions were put to it. */
  asked: number;
  faults: Fault[];
}

const patience = 15_000; // ms until an answer

/** In the order in which what they find is told. */
const checks: readonly Check[] = [
  checkTransport,
  checkHeaders,
  checkPolicy,
  checkCompression,
  checkCaching,
  checkAddresses,
  checkTypes,
  checkSecrets,
  checkContact,
];

/**
 * Looks at the site whose home page is at `home`, a few questions one after the other. Rejects if the home page can't be
 * had at all. `built` is what is known of the site that should be there: old addresses and where each leads, of which the
 * first ones are followed, and the policy, which else is that of a site without films and foreign frames.
 */
export async function lookAt(
  home: URL,
  built: { redirects?: readonly Redirect[]; policy?: string | undefined } = {},
  today = new Date().toISOString().slice(0, 10),
): Promise<Look> {
  const base = home.pathname;
  let asked = 0;

  async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
    asked += 1;
    return fetch(new URL(path, home), { headers, redirect: 'manual', signal: AbortSignal.timeout(patience) });
  }

  const page = await ask('', { 'accept-encoding': 'br, gzip' });
  const html = await page.text();
  const kind = kindOf(page.headers);
  const { redirects = [], policy = plainPolicy(base) } = built;
  const visit: Visit = { home, base, kind, page, html, redirects, policy, today, ask };

  const stranger = whyNotOurs(visit);
  // What else such a page lacks would be told of another site.
  const findings = stranger === undefined ? [] : [stranger];
  if (stranger === undefined) for (const check of checks) findings.push(...(await check(visit)));
  const faults = findings.map(({ what, why, wish }) => ({ what, why, mend: mend(wish, kind, base) }));
  return { kind, asked, faults };
}

/** Why what answered is not the home page of such a site; undefined if it is. */
function whyNotOurs({ home, page, html }: Visit): Finding | undefined {
  const { status, headers } = page;
  const stranger = (what: string, todo: string): Finding => ({
    what: `${home.href} ${what}`,
    why: 'Nobody sees the home page.',
    wish: { is: 'anything', other: todo },
  });
  const to = headers.get('location');
  if (to !== null && status >= 300 && status < 400) {
    const target = new URL(to, home).href;
    return stranger(`answers ${status} to ${to}.`, `If the site is there, ask there: npm run check:host -- ${target}`);
  }
  if (status === 401 || status === 403)
    return stranger(`answers ${status}.`, 'Ask from a machine that is let in, without a password.');
  if (status !== 200)
    return stranger(`answers ${status}.`, 'Give the address of the home page, with a slash at its end.');
  if (!html.includes('<main'))
    return stranger(
      'is a page of the host, or of another site.',
      'Let the host serve the folder of the built site, where its index.html lies.',
    );
  return undefined;
}

/** The policy of a site that plays and frames nothing, without what is inline in its pages. */
function plainPolicy(base: string): string {
  return headersFor({ scripts: [], styles: [], base })[0]?.[1] ?? '';
}

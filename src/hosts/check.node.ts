import { isoDay } from '../site/dates.ts';
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
import { kindOf, mend, mendSilence } from './mend.ts';
import type { HostKind } from './mend.ts';
import type { Answer, Check, Finding, Visit } from './visit.node.ts';

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
const mostLetters = 1_000_000; // of an answer

/** A question that was put in vain: its message says which, and why. */
class NoAnswer extends Error {}

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
 * had at all; one that falls silent later is a fault. `built` is what is known of the site that should be there: old
 * addresses and where each leads, of which the first ones are followed, and the policy, which else is that of a site
 * without films and foreign frames. `tell` is told how many questions were put so far.
 */
export async function lookAt(
  home: URL,
  built: { redirects?: readonly Redirect[]; policy?: string | undefined; tell?: (asked: number) => void } = {},
  today = isoDay(new Date()),
): Promise<Look> {
  const base = home.pathname;
  let asked = 0;

  async function ask(path: string, sent: Record<string, string> = {}): Promise<Answer> {
    asked += 1;
    built.tell?.(asked);
    const url = new URL(path, home);
    try {
      const signal = AbortSignal.timeout(patience);
      const answer = await fetch(url, { headers: sent, redirect: 'manual', signal });
      return { status: answer.status, headers: answer.headers, text: await beginningOf(answer) };
    } catch (error) {
      throw new NoAnswer(`${url.href} could not be asked: ${whySilent(error)}.`, { cause: error });
    }
  }

  const page = await ask('', { 'accept-encoding': 'br, gzip' });
  const kind = kindOf(page.headers);
  const { redirects = [], policy = plainPolicy(base) } = built;
  const visit: Visit = { home, base, kind, page, redirects, policy, today, ask };

  const stranger = whyNotOurs(visit);
  // What else such a page lacks would be told of another site.
  const findings = stranger === undefined ? [] : [stranger];
  try {
    if (stranger === undefined) for (const check of checks) findings.push(...(await check(visit)));
  } catch (error) {
    // What was found until a host fell silent is worth knowing.
    if (!(error instanceof NoAnswer)) throw error;
    const other = mendSilence(error.message) ?? 'Look at what the host wrote into its log.';
    const why = 'Readers wait in vain, and nothing was asked after it.';
    findings.push({ what: error.message, why, wish: { is: 'anything', other } });
  }
  const faults = findings.map(({ what, why, wish }) => ({ what, why, mend: mend(wish, kind, base) }));
  return { kind, asked, faults };
}

/** Why what answered is not the home page of such a site; undefined if it is. */
function whyNotOurs({ home, page }: Visit): Finding | undefined {
  const { status, headers, text } = page;
  const stranger = (what: string, todo: string, why = 'Nobody sees the home page.'): Finding => ({
    what: `${home.href} ${what}`,
    why,
    wish: { is: 'anything', other: todo },
  });
  const to = headers.get('location');
  if (to !== null && status >= 300 && status < 400) {
    const target = new URL(to, home).href;
    return stranger(
      `answers ${status} to ${to}.`,
      `If the site is there, ask there: npm run check:host -- ${target}`,
      'Browsers go on, and this look does not.',
    );
  }
  if (status === 401 || status === 403)
    return stranger(`answers ${status}.`, 'Ask from a machine that is let in, without a password.');
  if (status === 400 && home.protocol === 'http:')
    return stranger('answers 400.', 'Ask with https://, if the port is one for that.');
  if (status !== 200)
    return stranger(`answers ${status}.`, 'Give the address of the home page, with a slash at its end.');
  if (!text.includes('<main'))
    return stranger(
      'is a page of the host, or of another site.',
      'Let the host serve the folder of the built site, where its index.html lies.',
    );
  const builtFor = /(?:src|href)="(\/[^"]*\/|\/)_astro\//.exec(text)?.[1];
  if (builtFor !== undefined && builtFor !== home.pathname)
    return stranger(
      `is a page of a site that was built for ${builtFor}.`,
      `If its home page is to be here, set base: '${home.pathname}' in src/site.config.ts, and build. Else ask there: npm run check:host -- ${new URL(builtFor, home).href}`,
      'Its links, styles and scripts lead to another path.',
    );
  return undefined;
}

/** The first letters of an answer, and no more of it. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > mostLetters) break;
  }
  return text;
}

function whySilent(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${patience / 1000} seconds`;
  const { cause } = error;
  // Of TLS, the message is a line of its source as well.
  if (cause instanceof Error) return 'reason' in cause ? String(cause.reason) : cause.message;
  return error.message;
}

/** The policy of a site that plays and frames nothing, without what is inline in its pages. */
function plainPolicy(base: string): string {
  return headersFor({ scripts: [], styles: [], base })[0]?.[1] ?? '';
}

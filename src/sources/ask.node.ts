import type { Answer } from './gone-list.ts';

/** How sources are asked. */
export interface Manners {
  /** Milliseconds between two questions to one host. */
  pace: number;
  /** Milliseconds until an answer. */
  patience: number;
  /** Hosts that are asked side by side. */
  hosts: number;
  /** Longest time in milliseconds that a host may ask us to wait; beyond it the rest of its addresses is left for another day. */
  longestWait: number;
  /** Who asks, with an address where people can complain. */
  name: string;
  wait: (milliseconds: number) => Promise<void>;
  /** Is told how many addresses have an answer. */
  tell?: (answered: number) => void;
  /** Ends the round early: what has no answer then is left for another day. */
  signal?: AbortSignal;
}

/** Manners that no host minds. */
export const politely = { pace: 2000, patience: 30_000, hosts: 6, longestWait: 10 * 60_000 } as const;

/** Those of `addresses` that can be asked for, by host. The content check names the others. */
export function byHostOf(addresses: readonly string[]): Map<string, string[]> {
  return Map.groupBy(
    addresses.filter((address) => URL.canParse(address)),
    (address) => new URL(address).host,
  );
}

/** Addresses after which a host that said nothing to any of them is asked no more: each takes it minutes to say nothing. */
const mostMute = 3;

/**
 * Asks for each of `addresses`, each host one question after the other, and gives their answers in the same order. Only
 * heads are asked for, and the whole where a host refuses that. A host that says nothing to three in a row is taken to say
 * nothing to the others either. It reads no robots.txt: it follows no link of any page, and asks for what a reader of ours
 * would open, and not for what no browser can. Never rejects.
 */
export async function askAll(addresses: readonly string[], manners: Manners): Promise<Map<string, Answer>> {
  const byHost = byHostOf(addresses);
  const waiting = [...byHost.values()].toSorted((a, b) => b.length - a.length); // the longest takes longest
  const answers = new Map<string, Answer>(addresses.map((address) => [address, { kind: 'unasked' }]));
  let answered = 0;
  const worker = async (): Promise<void> => {
    for (let own = waiting.shift(); own !== undefined; own = waiting.shift()) {
      let answer: Answer = { kind: 'unasked' };
      let mute = 0;
      for (const [index, address] of own.entries()) {
        if (mute < mostMute) {
          if (index > 0) await manners.wait(manners.pace);
          answer = await ask(address, manners);
          mute = answer.kind === 'silent' && answer.isMute ? mute + 1 : 0;
        }
        if (answer.kind === 'unasked') break; // The host wants to be left alone.
        answers.set(address, answer);
        manners.tell?.((answered += 1));
      }
    }
  };
  await Promise.all(Array.from({ length: manners.hosts }, worker));
  return answers;
}

const mostSteps = 8; // of a redirect; browsers give up at twenty

async function ask(address: string, manners: Manners): Promise<Answer> {
  let method: 'HEAD' | 'GET' = 'HEAD';
  for (let attempt = 1; ; attempt += 1) {
    const said = await follow(address, method, manners);
    if (manners.signal?.aborted) return { kind: 'unasked' };
    if (said.kind === 'wait') {
      if (said.milliseconds > manners.longestWait || attempt >= 4) return { kind: 'unasked' };
      await manners.wait(said.milliseconds);
    } else if (method === 'HEAD' && said.kind !== 'there' && said.kind !== 'moved') {
      // Many hosts answer such a question wrongly, or not at all.
      method = 'GET';
      await manners.wait(manners.pace);
    } else if (said.kind === 'silent' && attempt < 3) {
      await manners.wait(manners.pace);
    } else return said;
  }
}

async function follow(
  address: string,
  method: 'HEAD' | 'GET',
  { patience, name, signal }: Manners,
): Promise<Exclude<Answer, { kind: 'unasked' }> | { kind: 'wait'; milliseconds: number }> {
  let url = address;
  let isForGood = true;
  try {
    for (let step = 0; step < mostSteps; step += 1) {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        headers: { 'user-agent': name, accept: 'text/html,*/*;q=0.8' },
        signal: patienceOf(patience, signal),
      });
      await response.body?.cancel();
      const { status, headers } = response;
      const target = headers.get('location');
      if (status === 429 || (status === 503 && headers.has('retry-after')))
        return { kind: 'wait', milliseconds: retryAfter(headers.get('retry-after')) };
      if (status >= 300 && status < 400 && target !== null) {
        isForGood &&= status === 301 || status === 308;
        url = new URL(target, url).href;
      } else if (status === 404 || status === 410) return { kind: 'gone', answer: String(status) };
      else if (status >= 400) return { kind: 'silent', answer: String(status) };
      else if (url === address) return { kind: 'there' };
      else if (isHome(url) && !isHome(address)) return { kind: 'gone', answer: 'leads to the home page' };
      else return isForGood && !isSame(url, address) ? { kind: 'moved', to: url } : { kind: 'there' };
    }
    return { kind: 'silent', answer: 'leads round in circles' };
  } catch (error) {
    // Where a redirect led, another host says nothing.
    return { kind: 'silent', answer: nameOf(error), ...(url === address && { isMute: true }) };
  }
}

/** Ends a question after `patience` milliseconds, or with the round. */
function patienceOf(patience: number, signal: AbortSignal | undefined): AbortSignal {
  return AbortSignal.any([AbortSignal.timeout(patience), ...(signal === undefined ? [] : [signal])]);
}

/** Milliseconds that a host asks to wait, as seconds or as a day; a minute if it does not say. */
function retryAfter(text: string | null): number {
  const seconds = Number(text ?? Number.NaN);
  if (Number.isFinite(seconds)) return Math.max(1, seconds) * 1000;
  const until = Date.parse(text ?? '');
  return Number.isNaN(until) ? 60_000 : Math.max(1000, until - Date.now());
}

function isHome(url: string): boolean {
  const { pathname, search } = new URL(url);
  return pathname === '/' && search === '';
}

/** Whether two addresses differ only in what a host adds by itself. */
function isSame(a: string, b: string): boolean {
  const plain = (url: string) => url.replace(/^http:/, 'https:').replace(/\/$/, '');
  return plain(a) === plain(b);
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { code = '' } = (error.cause ?? {}) as { code?: string };
  return (
    { ENOTFOUND: 'no such host', ECONNREFUSED: 'nobody listens', ECONNRESET: 'hung up' }[code] ??
    (code || error.message)
  );
}

/**
 * The copies of `addresses` in the Web Archive that are nearest to `day`. Those of which it has none are left out, and all
 * others once it did not answer three times in a row. `archive` is the address of its interface.
 */
export async function copiesOf(
  addresses: readonly string[],
  day: string,
  { pace, patience, name, wait, signal }: Manners,
  archive = 'https://archive.org/wayback/available',
): Promise<Map<string, string>> {
  const copies = new Map<string, string>();
  let mute = 0;
  for (const [index, address] of addresses.entries()) {
    if (mute === mostMute || signal?.aborted) break;
    if (index > 0) await wait(pace);
    const question = new URL(archive);
    question.searchParams.set('url', address);
    question.searchParams.set('timestamp', day.replaceAll('-', ''));
    try {
      const response = await fetch(question, { headers: { 'user-agent': name }, signal: patienceOf(patience, signal) });
      const answer = (await response.json()) as {
        archived_snapshots?: { closest?: { available?: boolean; url?: string } };
      };
      const { available = false, url } = answer.archived_snapshots?.closest ?? {};
      if (available && url !== undefined && URL.canParse(url)) copies.set(address, url.replace(/^http:/, 'https:'));
      mute = 0;
    } catch {
      mute += 1; // The archive is a help; without its answer the place where a copy would be is named.
    }
  }
  return copies;
}

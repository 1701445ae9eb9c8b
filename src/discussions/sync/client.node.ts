import { z } from 'astro/zod';
import { budgetUsedUp, GitHubFault, judge, noToken, oddToken, unreachable } from './fault.ts';
import type { AnswerError, FaultText, Reply } from './fault.ts';

/** What the client needs of the world around it, so that a test can choose it. */
export interface Surroundings {
  /** Waits so many milliseconds; rejects as soon as `signal` is aborted. */
  wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  now: () => Date;
  /** From 0 to 1: spreads repeated queries, so that many clients don't come back at once. */
  random: () => number;
  /** Ends the work between two queries, and a query that is under way. */
  signal?: AbortSignal | undefined;
}

export interface ClientOptions extends Surroundings {
  /** Address of the GraphQL API. */
  endpoint: string;
  token: string | undefined;
  /** Is told about waits of more than a few seconds. */
  onWait?: (reason: string, milliseconds: number) => void;
}

/** A part of the answer's data may be missing; then `errors` say why. */
export interface Answer {
  data: Readonly<Record<string, unknown>>;
  errors: readonly AnswerError[];
  /** When GitHub answered, by the clock of this machine. */
  at: Date;
}

export interface AskOptions {
  /** How often it is asked at most, if GitHub fails for a while. */
  attempts?: number;
  /** The same for queries that took GitHub too long, for which asking for less is better than asking again. */
  slowAttempts?: number;
  /** False for what must not happen twice: it is asked again only if GitHub surely did nothing. */
  repeatable?: boolean;
}

/** Asks GitHub. What can be cured by waiting is waited for; everything else throws a `GitHubFault`. */
export interface Client {
  ask: (query: string, variables: Readonly<Record<string, unknown>>, options?: AskOptions) => Promise<Answer>;
  /** Waits before the same thing is asked again for the `attempt`th time. */
  pause: (attempt: number) => Promise<void>;
  /** Queries that were sent, points that GitHub took for them, and how many are left this hour, if it said so. */
  spent: () => { queries: number; points: number; left: number | undefined };
}

const patience = 60_000; // GitHub itself ends a query after about ten seconds
const longestWait = 15 * 60_000; // beyond it a machine is better used otherwise: the command stops and can go on later
const shortestLimitWait = 60_000; // GitHub asks for a minute at least if it names no time
const firstPause = 1000;
const silentWait = 3000;
const spare = 12; // points that are left for the query under way; no query here costs more

const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        type: z.string().optional().catch(undefined),
        message: z.string().catch('no words'),
        path: z
          .array(z.union([z.string(), z.number()]))
          .optional()
          .catch(undefined),
        extensions: z.record(z.string(), z.unknown()).optional().catch(undefined),
      }),
    )
    .optional(),
  message: z.string().optional(),
});

const costShape = z.object({ rateLimit: z.object({ cost: z.number() }) });

/** A client that asks one query after the other and keeps within GitHub's limits. */
export function createClient(options: ClientOptions): Client {
  const { endpoint, token, wait, now, random, signal, onWait } = options;
  let queries = 0;
  let points = 0;
  let budget: { left: number; reset: number } | undefined;

  async function ask(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    { attempts = 5, slowAttempts = attempts, repeatable = true }: AskOptions = {},
  ): Promise<Answer> {
    if (token === undefined || token.trim() === '') throw new GitHubFault(noToken);
    if (!/^[!-~]+$/.test(token.trim())) throw new GitHubFault(oddToken);
    for (let attempt = 1; ; attempt += 1) {
      await keepBudget();
      const said = await send(query, variables);
      const verdict = said.kind === 'lost' ? undefined : judge(said.reply, now().getTime());
      if (said.kind === 'answer' && verdict?.then === 'read') {
        const { data, errors } = said.reply.body ?? {};
        return { data: data ?? {}, errors: errors ?? [], at: now() };
      }
      const cause = said.kind === 'lost' ? said.cause : undefined;
      const fault = verdict === undefined || verdict.then === 'read' ? unreachable : verdict.fault;
      const isLimit = verdict?.then === 'again' && verdict.limit;
      const most = fault.kind === 'too-slow' ? slowAttempts : attempts;
      const isFinal = verdict?.then === 'stop' || (!repeatable && !isLimit) || attempt >= most;
      if (isFinal) throw new GitHubFault(fault, cause);
      const asked = verdict?.then === 'again' ? verdict.after : undefined;
      await pause(fault, asked ?? pauseBefore(attempt, isLimit, random()));
    }
  }

  /** Waits for the next hour rather than provoke a refusal. */
  async function keepBudget(): Promise<void> {
    if (budget === undefined || budget.left >= spare) return;
    const wanted = budget.reset - now().getTime();
    const fault = budgetUsedUp(budget.reset);
    budget = undefined;
    if (wanted > 0) await pause(fault, wanted + firstPause);
  }

  async function pause(fault: FaultText, milliseconds: number): Promise<void> {
    if (milliseconds > longestWait) throw new GitHubFault(fault);
    if (milliseconds >= silentWait) onWait?.(fault.message, milliseconds);
    await wait(milliseconds, signal);
  }

  async function send(
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<{ kind: 'answer'; reply: Reply & { body: ReplyBody } } | { kind: 'lost'; cause: unknown }> {
    signal?.throwIfAborted();
    queries += 1;
    const limit = AbortSignal.timeout(patience);
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          authorization: `bearer ${token ?? ''}`,
          'content-type': 'application/json',
          accept: 'application/json',
          'user-agent': 'mind-the-driver-discussions',
        },
        body: JSON.stringify({ query, variables }),
        redirect: 'manual', // the token goes to the address that was given, and nowhere else
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      const header = (name: string): string | null => response.headers.get(name);
      const body = readBody(await response.text());
      note(header, body);
      return { kind: 'answer', reply: { status: response.status, header, body } };
    } catch (cause) {
      signal?.throwIfAborted();
      return { kind: 'lost', cause };
    }
  }

  function note(header: (name: string) => string | null, body: ReplyBody): void {
    const cost = costShape.safeParse(body?.data);
    if (cost.success) points += cost.data.rateLimit.cost;
    const left = header('x-ratelimit-remaining');
    const reset = header('x-ratelimit-reset');
    if (left !== null && reset !== null) budget = { left: Number(left), reset: Number(reset) * 1000 };
  }

  return {
    ask,
    pause: (attempt) => wait(pauseBefore(attempt, false, random()), signal),
    spent: () => ({ queries, points, left: budget?.left }),
  };
}

type ReplyBody =
  | {
      data?: Readonly<Record<string, unknown>> | null | undefined;
      errors?: readonly AnswerError[] | undefined;
      message?: string | undefined;
    }
  | undefined;

function readBody(text: string): ReplyBody {
  try {
    const shape = answerShape.safeParse(JSON.parse(text));
    return shape.success ? shape.data : undefined;
  } catch {
    return undefined; // half an answer, or a page for people: the verdict says so
  }
}

/** Doubles with each attempt; for limits from a minute on. */
function pauseBefore(attempt: number, isLimit: boolean, random: number): number {
  const base = isLimit ? shortestLimitWait : firstPause * (1 + random);
  return base * 2 ** (attempt - 1);
}

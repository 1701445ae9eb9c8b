import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lineStarts, positionAt } from '../../content-check/position.ts';
import { formatProblem, sortProblems } from '../../content-check/problem.ts';
import type { Problem } from '../../content-check/problem.ts';
import { counted } from '../../site/counted.ts';
import { checkDiscussions, nowhere, problemOf } from './check.node.ts';
import type { Place } from './check.node.ts';
import { createClient } from './client.node.ts';
import type { Client, Surroundings } from './client.node.ts';
import { createDiscussion } from './create.node.ts';
import type { CreateOptions } from './create.node.ts';
import { diskFault, GitHubFault } from './fault.ts';
import { snapshotPath } from './snapshot-files.node.ts';
import { syncDiscussions } from './sync.node.ts';
import type { SyncReport } from './sync.node.ts';

/** What the command needs of the world: who calls it, and with what. */
export interface CommandOptions extends Surroundings {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  root: string;
  site: CreateOptions['site'];
  /** Whether somebody watches: only then is progress shown. */
  isWatched: boolean;
  print: (text: string) => void;
  /** Shows a line that the next one replaces. */
  showProgress: (text: string) => void;
  /** What the content check says about discussions. */
  contentProblems: () => Promise<{ problems: Problem[]; warnings: Problem[] }>;
}

const usage = `Say what to do:
  npm run discussions sync                 fetch the linked discussions that changed
  npm run discussions sync -- --all        fetch all of them
  npm run discussions sync 42 57           fetch these
  npm run discussions sync -- --dry-run    say what would be written, and write nothing
  npm run discussions create POST          open a discussion about a page, and write its number into it
  npm run discussions check                look for wrong settings, and for threads that moved or are gone
GITHUB_TOKEN in the environment holds the token.`;

const lookPatience = 10_000;
const interrupted = 130; // what shells expect of a command that the user ended

/** Runs `npm run discussions`; gives the exit code. */
export async function runDiscussions(options: CommandOptions): Promise<number> {
  const asked = readArguments(options.args, options.env);
  if (asked === undefined) {
    options.print(usage);
    return 1;
  }
  const endpoint = options.env['GITHUB_GRAPHQL_URL'] ?? 'https://api.github.com/graphql';
  if (!isSafe(endpoint)) {
    options.print(
      'GITHUB_GRAPHQL_URL  unsafe-endpoint  The token would go over the network in clear. Write an address that begins with https://.',
    );
    return 1;
  }
  const client = createClient({
    ...options,
    endpoint,
    token: [options.env['GITHUB_TOKEN'], options.env['GH_TOKEN']].find((token) => token !== '' && token !== undefined),
    onWait: (reason, milliseconds) => {
      options.print(`${reason} Going on in ${counted(Math.ceil(milliseconds / 1000), 'second')}.`);
    },
  });
  try {
    if (asked.command === 'check') return await check(options, client);
    if (asked.command === 'create') return await create(options, client, asked.page);
    return await sync(options, client, asked.which, asked.dryRun);
  } catch (error) {
    if (options.signal?.aborted) return interrupted;
    const disk = diskFault(error);
    const fault = disk === undefined ? error : new GitHubFault(disk, error);
    if (!(fault instanceof GitHubFault)) throw error;
    options.print(await faultLine(fault, options));
    return 1;
  }
}

type Asked =
  | { command: 'check' }
  | { command: 'create'; page: string }
  | { command: 'sync'; which: 'changed' | 'all' | number[]; dryRun: boolean };

/** npm takes options that stand before a `--` for its own, and hands them on in the environment. */
function readArguments(args: readonly string[], env: CommandOptions['env']): Asked | undefined {
  const [command, ...rest] = args;
  const words = rest.filter((word) => !word.startsWith('--'));
  const flags = new Set(rest.filter((word) => word.startsWith('--')));
  if (command === 'check') return rest.length === 0 ? { command } : undefined;
  if (command === 'create') {
    const [page] = words;
    return page !== undefined && rest.length === 1 ? { command, page } : undefined;
  }
  if (command !== 'sync') return undefined;
  const all = flags.delete('--all') || env['npm_config_all'] === 'true';
  const dryRun = flags.delete('--dry-run') || env['npm_config_dry_run'] === 'true';
  const isWrong = flags.size > 0 || !words.every((word) => /^[1-9]\d{0,8}$/.test(word)) || (all && words.length > 0);
  if (isWrong) return undefined;
  return { command, which: all ? 'all' : words.length > 0 ? words.map(Number) : 'changed', dryRun };
}

async function sync(
  options: CommandOptions,
  client: Client,
  which: 'changed' | 'all' | readonly number[],
  dryRun: boolean,
): Promise<number> {
  const { isWatched, print, showProgress, root, site, now, signal } = options;
  const report = await syncDiscussions({
    root,
    repository: site.repository,
    client,
    repositoryAt: (await settingPlaces(root)).repository,
    now,
    newPlaceOf: createLookup(options),
    which,
    dryRun,
    signal,
    ...(isWatched && {
      onProgress: (done: number, total: number) => showProgress(`${done} of ${counted(total, 'discussion')}`),
    }),
  });
  if (isWatched) showProgress('');
  for (const problem of sortProblems([...report.warnings, ...report.problems])) print(lineOf(problem));
  if (isWatched || dryRun) for (const line of listOf(report, dryRun)) print(line);
  print(summaryOf(report, dryRun, client));
  if (report.stopped !== undefined) {
    const { stopped } = report;
    print(await faultLine(new GitHubFault(stopped), options));
  }
  if (report.interrupted) return interrupted;
  return report.stopped !== undefined || report.problems.length > 0 ? 1 : 0;
}

function listOf({ written }: SyncReport, dryRun: boolean): string[] {
  const order = written.toSorted((a, b) => a.number - b.number);
  return order.map(({ number, change }) => `${snapshotPath(number)}  ${dryRun ? 'would be ' : ''}${change}`);
}

function summaryOf(
  { written, current, total, interrupted: isStopped }: SyncReport,
  dryRun: boolean,
  client: Client,
): string {
  const { queries, points, left } = client.spent();
  const done = `${counted(written.length, 'snapshot')} ${dryRun ? 'would be written' : 'written'}, ${current} of ${counted(total, 'discussion')} current.`;
  const cost = ` ${queries} ${queries === 1 ? 'query' : 'queries'} took ${counted(points, 'point')} of GitHub’s hourly budget${left === undefined ? '' : `, ${left} are left`}.`;
  return `${isStopped ? 'Stopped. ' : ''}${done}${queries === 0 ? '' : cost}${isStopped ? ' Run the command again to go on.' : ''}`;
}

async function create(options: CommandOptions, client: Client, page: string): Promise<number> {
  const { root, site, print } = options;
  const created = await createDiscussion({
    root,
    page,
    site,
    client,
    categoryAt: (await settingPlaces(root)).category,
  });
  if (created.kind === 'refused') {
    print(formatProblem(created.problem));
    return 1;
  }
  print(`${created.url} is open, and ${created.file} has its number.`);
  return sync(options, client, [created.number], false);
}

async function check(options: CommandOptions, client: Client): Promise<number> {
  const { root, site, print } = options;
  const places = await settingPlaces(root);
  const own = await options.contentProblems();
  const found = await checkDiscussions({
    root,
    repository: site.repository,
    category: site.discussions.category,
    client,
    settingAt: (key) => places[key],
    newPlaceOf: createLookup(options),
  });
  const problems = [...own.problems, ...found.problems];
  const warnings = [...own.warnings, ...found.warnings];
  for (const problem of sortProblems([...warnings, ...problems])) print(lineOf(problem));
  print(
    problems.length + warnings.length === 0
      ? 'All settings and all linked discussions are in order.'
      : `${counted(problems.length, 'problem')}, ${counted(warnings.length, 'warning')}.`,
  );
  return problems.length > 0 ? 1 : 0;
}

async function faultLine(fault: GitHubFault, { root }: CommandOptions): Promise<string> {
  return lineOf(problemOf(fault, (await settingPlaces(root)).repository));
}

/** What is wrong outside files has no line and column. */
function lineOf(problem: Problem): string {
  const { file, rule, message, hint } = problem;
  return Object.values(nowhere).includes(file) ? `${file}  ${rule}  ${message} ${hint}` : formatProblem(problem);
}

/** Where the settings are written in `src/site.config.ts`: the last ones, since the type stands above the values. */
async function settingPlaces(root: string): Promise<Record<'repository' | 'category', Place>> {
  const file = 'src/site.config.ts';
  const text = await readFile(join(root, file), 'utf8').catch(() => ''); // a site elsewhere is configured elsewhere
  const placeOf = (key: string): Place => {
    const at = [...text.matchAll(new RegExp(`\\b${key}: (?=['"])`, 'g'))].at(-1);
    return { file, ...positionAt(lineStarts(text), at === undefined ? 0 : at.index + at[0].length) };
  };
  return { repository: placeOf('repository'), category: placeOf('category') };
}

/** Asks GitHub's pages, without the token, where an address leads now. The first failure ends the asking. */
function createLookup({ env, signal }: CommandOptions): (url: string) => Promise<string | undefined> {
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  let isOff = !isSafe(server);
  return async (url) => {
    if (isOff) return undefined;
    try {
      const limit = AbortSignal.timeout(lookPatience);
      const { pathname } = new URL(url);
      const response = await fetch(new URL(pathname, server), {
        method: 'HEAD',
        redirect: 'manual',
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      const place = URL.parse(response.headers.get('location') ?? '', server);
      const [, path] = /^(\/[\w.-]+\/[\w.-]+\/discussions\/\d+)$/.exec(place?.pathname ?? '') ?? [];
      const isElsewhere = path !== undefined && path.toLowerCase() !== pathname.toLowerCase();
      return response.status >= 300 && response.status < 400 && isElsewhere ? `https://github.com${path}` : undefined;
    } catch {
      signal?.throwIfAborted();
      isOff = true; // pages that can't be reached only make the message less exact
      return undefined;
    }
  };
}

/** Encrypted, or not leaving this machine. */
function isSafe(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
  );
}

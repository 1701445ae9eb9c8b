import { z } from 'astro/zod';
import type { Problem } from '../../content-check/problem.ts';
import { maxSnapshotBytes } from '../../content-check/source.node.ts';
import { replaceFile } from '../../site/write-whole.node.ts';
import type { Discussion } from '../schema.ts';
import { batches, fewer, smallerBatches } from './batches.ts';
import type { Wanted } from './batches.ts';
import type { Place } from './check.node.ts';
import type { Client } from './client.node.ts';
import { diskFault, GitHubFault, incomplete, tooLarge, tooSlow, unfit } from './fault.ts';
import type { FaultText } from './fault.ts';
import { toSnapshot } from './from-github.node.ts';
import type { DiscussionNode, DiscussionState } from './from-github.node.ts';
import { readLinks } from './links.node.ts';
import { forgetProgress, readProgress, writeProgress } from './progress.node.ts';
import { pageSize } from './queries.ts';
import { askDiscussions, askNamesakes, askStates, completeDiscussion } from './repository.node.ts';
import type { Found } from './repository.node.ts';
import { formatSnapshot, isOnGitHub, readSnapshots, snapshotPath } from './snapshot-files.node.ts';

export interface SyncOptions {
  /** The project's folder. */
  root: string;
  /** `owner/name`, as `src/site.config.ts` has it. */
  repository: string;
  client: Client;
  /** Where the repository is written in the site's configuration. */
  repositoryAt: Place;
  now: () => Date;
  /** Where a discussion or an issue that GitHub's API does not find is now, by its old address; nothing if nowhere. */
  newPlaceOf: (url: string) => Promise<string | undefined>;
  /** Which ones: those that changed, all that are linked or have a snapshot, or these. */
  which: 'changed' | 'all' | readonly number[];
  /** Asks, and says what would be written, but writes nothing. */
  dryRun?: boolean;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal | undefined;
}

export interface SyncReport {
  /** Snapshots that were written, or would be. */
  written: { number: number; change: 'new' | 'changed' | 'vanished' }[];
  /** Discussions whose snapshot is current. */
  current: number;
  /** Discussions that were looked at. */
  total: number;
  /** What keeps a discussion from its snapshot. */
  problems: Problem[];
  /** What is taken care of and worth knowing. */
  warnings: Problem[];
  /** The fault that ended the work early; what was written stays. */
  stopped?: FaultText;
  /** Whether the user ended it. */
  interrupted: boolean;
}

const partialAttempts = 3;
const slowInARow = 3; // after so many discussions that can't be had even one by one, it is GitHub and not they

/**
 * Brings the snapshots in `content/discussions/` up to date. Each file is replaced as soon as its discussion is
 * complete, so the work can end at any time and go on later. Never throws for what GitHub or the disk says.
 */
export async function syncDiscussions(options: SyncOptions): Promise<SyncReport> {
  const run = new SyncRun(options);
  try {
    await run.start();
  } catch (error) {
    const stopped = error instanceof GitHubFault ? textOf(error) : diskFault(error);
    if (options.signal?.aborted) run.report.interrupted = true;
    else if (stopped !== undefined) run.report.stopped = stopped;
    else throw error;
  }
  return run.report;
}

class SyncRun {
  readonly report: SyncReport = { written: [], current: 0, total: 0, problems: [], warnings: [], interrupted: false };
  readonly #options: SyncOptions;
  #repository: string;
  #snapshots: Awaited<ReturnType<typeof readSnapshots>> = new Map();
  #places = new Map<number, Place>();
  #missing: number[] = [];
  #again: Wanted[] = [];
  /** Discussions with a problem, which an `--all` that goes on has to tell again. */
  #faulty = new Set<number>();
  #slow = 0;

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#repository = options.repository;
  }

  async start(): Promise<void> {
    const { root, repository, client, which, dryRun } = this.#options;
    this.#snapshots = await readSnapshots(root);
    for (const { number, ...place } of await readLinks(root, repository)) this.#places.set(number, place);
    const numbers = this.#numbers();
    this.report.total = numbers.length;
    if (numbers.length === 0) return;
    const progress = which === 'all' ? await readProgress(root, this.#options.now()) : undefined;
    const states = await askStates(client, repository, numbers);
    this.#nameRepository(states.nameWithOwner);
    const wanted: { number: number; comments: number }[] = [];
    for (const [number, found] of states.byNumber) {
      const isTaken = progress?.done.has(number) ?? which === 'changed';
      if (found.kind === 'found' && isTaken && this.#isCurrent(number, found.value)) this.report.current += 1;
      else if (found.kind === 'found') wanted.push({ number, comments: found.value.comments.totalCount });
      else if (found.kind === 'missing') this.#missing.push(number);
      else if (found.kind === 'fault') this.#object(number, found.fault);
      else wanted.push({ number, comments: pageSize });
    }
    let done = numbers.length - wanted.length;
    for (const group of batches(wanted)) {
      this.#options.onProgress?.(done, numbers.length);
      await this.#fetch(group);
      await this.#fetchAgain();
      done += group.length;
      for (const { number } of group) if (!this.#faulty.has(number)) progress?.done.add(number);
      if (progress !== undefined && !dryRun) await writeProgress(root, progress);
    }
    await this.#markMissing();
    this.#options.onProgress?.(numbers.length, numbers.length);
    if (progress !== undefined && !dryRun) await forgetProgress(root);
  }

  /** Invented threads show how threads look; nobody wrote them on GitHub. */
  #numbers(): number[] {
    const { which } = this.#options;
    const all = typeof which === 'string' ? [...this.#places.keys(), ...this.#snapshots.keys()] : which;
    const real = typeof which === 'string' ? all.filter((number) => isOnGitHub(this.#stored(number))) : all;
    return [...new Set(real)].toSorted((a, b) => a - b);
  }

  #stored(number: number): Discussion | undefined {
    return this.#snapshots.get(number)?.discussion;
  }

  /** More than the time of the last change is compared: GitHub does not say what else moves it, a deleted comment for one. */
  #isCurrent(number: number, state: DiscussionState): boolean {
    const stored = this.#stored(number);
    return (
      stored !== undefined &&
      stored.vanished === undefined &&
      stored.updatedAt === state.updatedAt &&
      stored.locked === state.locked &&
      (stored.closed !== undefined) === state.closed &&
      stored.category === state.category.name &&
      stored.title === state.title &&
      stored.answer === state.answer?.id &&
      stored.comments.length === state.comments.totalCount
    );
  }

  /** Asks for less at a time until GitHub can answer; `size` is that for the pages of comments which follow. */
  async #fetch(group: readonly Wanted[], size = pageSize): Promise<void> {
    const { client, repository } = this.#options;
    let answered;
    try {
      answered = await askDiscussions(client, repository, group, { slowAttempts: 2 });
    } catch (error) {
      if (!isTooMuch(error)) throw error;
      const smaller = smallerBatches(group);
      for (const part of smaller) await this.#fetch(part, part.length === 1 ? part[0]?.first : size);
      const [only] = group;
      if (smaller.length > 0 || only === undefined) return;
      this.#object(only.number, tooSlow);
      this.#slow += 1;
      if (this.#slow >= slowInARow) throw error;
      return;
    }
    this.#slow = 0;
    for (const [number, found] of answered.byNumber) await this.#take(number, found, answered.at, size);
  }

  async #take(number: number, found: Found<DiscussionNode>, at: Date, size: number): Promise<void> {
    if (found.kind === 'missing') this.#missing.push(number);
    else if (found.kind === 'fault') this.#object(number, found.fault);
    else if (found.kind === 'partial') this.#again.push({ number, first: size });
    else {
      try {
        const whole = await completeDiscussion(this.#options.client, found.value, size);
        if (whole === undefined) this.#missing.push(number);
        else await this.#store(number, toSnapshot(whole, timeOf(at)));
      } catch (error) {
        if (error instanceof z.ZodError) this.#object(number, unfit(number, firstIssue(error)));
        else if (isTooMuch(error)) this.#again.push({ number, first: fewer(size) });
        else if (error instanceof GitHubFault && error.kind === 'too-large') this.#object(number, error);
        else if (error instanceof GitHubFault && error.kind === 'incomplete') this.#again.push({ number, first: size });
        else throw error;
      }
    }
  }

  /** What came in parts is asked for alone, some times. */
  async #fetchAgain(): Promise<void> {
    for (let attempt = 1; this.#again.length > 0; attempt += 1) {
      const group = this.#again.splice(0);
      if (attempt > partialAttempts) {
        for (const { number } of group) this.#object(number, incomplete(number));
        return;
      }
      await this.#options.client.pause(attempt);
      for (const wanted of group) await this.#fetch([wanted], wanted.first);
    }
  }

  /** A snapshot in which only the day is another stays as it is: a diff shows what was said. */
  async #store(number: number, snapshot: Discussion): Promise<void> {
    const old = this.#snapshots.get(number);
    const before = old?.discussion;
    // The content check would stop at it, and with it every build.
    if (Buffer.byteLength(formatSnapshot(snapshot)) > maxSnapshotBytes) throw new GitHubFault(tooLarge(number));
    if (before !== undefined && formatSnapshot({ ...snapshot, snapshotAt: before.snapshotAt }) === old?.text) {
      this.report.current += 1;
      return;
    }
    await this.#write(snapshot, old === undefined ? 'new' : 'changed');
  }

  async #write(snapshot: Discussion, change: SyncReport['written'][number]['change']): Promise<void> {
    const { root, dryRun } = this.#options;
    this.#options.signal?.throwIfAborted();
    if (!dryRun) await replaceFile(root, snapshotPath(snapshot.number), formatSnapshot(snapshot));
    this.report.written.push({ number: snapshot.number, change });
  }

  /** A thread that is gone keeps its last snapshot, which then says so. */
  async #markMissing(): Promise<void> {
    const known = this.#missing.filter((number) => this.#stored(number)?.vanished === undefined);
    const namesakes = await this.#namesakes(known);
    for (const number of this.#missing) {
      const stored = this.#stored(number);
      if (stored === undefined) await this.#objectToLink(number, namesakes.get(number));
      else if (stored.vanished !== undefined) {
        this.report.current += 1;
        this.#warnOfVanished(
          number,
          stored.vanished.reason === 'transferred'
            ? `Discussion ${number} is still at ${stored.vanished.url}.`
            : `Discussion ${number} is still gone.`,
          'Its last snapshot is shown, marked. Link to another thread, or leave it so.',
        );
      } else {
        const url = await this.#options.newPlaceOf(this.#address('discussions', number));
        const at = timeOf(this.#options.now());
        const vanished =
          url === undefined ? { reason: 'not-found' as const, at } : { reason: 'transferred' as const, at, url };
        await this.#write({ ...stored, vanished }, 'vanished');
        const [message, next] =
          url === undefined
            ? [
                `Discussion ${number} was deleted, or this token may not see it any more.`,
                'Its last snapshot stays, marked. Link to another thread, or remove the key `discussion` and the snapshot.',
              ]
            : [
                `Discussion ${number} was transferred to ${url}.`,
                'Its last snapshot stays, marked. Write the new address as `discussion`, then delete the snapshot.',
              ];
        this.#warnOfVanished(number, message, next);
      }
    }
  }

  async #namesakes(numbers: readonly number[]): Promise<Map<number, string>> {
    try {
      return await askNamesakes(this.#options.client, this.#options.repository, numbers);
    } catch (error) {
      // A token that may read discussions only can't tell; the message is then the general one.
      if (error instanceof GitHubFault && ['forbidden', 'missing-scope'].includes(error.kind)) return new Map();
      throw error;
    }
  }

  /** A link that never had a thread is a mistake of the page, and the page is where to correct it. */
  async #objectToLink(number: number, namesake: string | undefined): Promise<void> {
    const folder = namesake === 'an issue' ? 'issues' : 'discussions';
    const url = await this.#options.newPlaceOf(this.#address(folder, number));
    const verb = namesake === 'an issue' ? 'converted into' : 'transferred to';
    const message =
      url !== undefined
        ? `${number} was ${verb} ${url}.`
        : namesake !== undefined
          ? `${number} is ${namesake} of ${this.#repository}, and no discussion.`
          : `There is no discussion ${number} in ${this.#repository}, or this token may not see it.`;
    const hint =
      url !== undefined
        ? 'Write that address, or its number if it is of this repository.'
        : namesake === 'an issue'
          ? 'Write the number of a discussion; an issue can be converted into one on its page at GitHub, and gets a new number.'
          : 'Write the number of a discussion that is there, or remove the key: the page then asks to start one.';
    this.report.problems.push({ ...this.#place(number), rule: 'unknown-discussion', message, hint });
  }

  #nameRepository(name: string): void {
    if (name.toLowerCase() === this.#repository.toLowerCase()) return;
    this.report.warnings.push({
      ...this.#options.repositoryAt,
      rule: 'renamed-repository',
      message: `GitHub calls the repository ${this.#repository} ${name} now.`,
      hint: `Write \`repository: '${name}'\`: the old name works only until somebody else takes it.`,
    });
    this.#repository = name;
  }

  #object(number: number, { kind, message, hint }: FaultText): void {
    this.#faulty.add(number);
    this.report.problems.push({ ...this.#place(number), rule: kind, message, hint });
  }

  #warnOfVanished(number: number, message: string, hint: string): void {
    this.report.warnings.push({ ...this.#place(number), rule: 'vanished-discussion', message, hint });
  }

  #place(number: number): Place {
    return this.#places.get(number) ?? { file: snapshotPath(number), line: 1, column: 1 };
  }

  #address(folder: string, number: number): string {
    return `https://github.com/${this.#repository}/${folder}/${number}`;
  }
}

/** Whether asking for less may help: GitHub gave up, or something on the way cut the answer off. */
function isTooMuch(error: unknown): boolean {
  return error instanceof GitHubFault && ['too-slow', 'cut-off'].includes(error.kind);
}

/** As GitHub writes times: to the second. */
function timeOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
}

function textOf({ kind, message, hint }: GitHubFault): FaultText {
  return { kind, message, hint };
}

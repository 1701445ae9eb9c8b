import type { AstroIntegration } from 'astro';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** When files last changed, as far as their history is there. */
export interface LastChanges {
  /** Moment of the last commit that changed a file, by path from the project's root. */
  dates: ReadonlyMap<string, Date>;
  /** Why dates are missing, and what to do about it; undefined if all are there. */
  missing: string | undefined;
}

const run = promisify(execFile);
const longHistory = 256 * 1024 * 1024; // bytes of output: names of some million changed files

/**
 * When the files below `content/` of the project at `root` last changed, from Git. In a shallow clone the oldest commit
 * looks as if it had made every file, so what it seems to have changed has no date: none is better than a wrong one.
 */
export async function lastChanges(root: string): Promise<LastChanges> {
  const git = async (...args: string[]) =>
    (await run('git', ['-c', 'core.quotePath=false', ...args], { cwd: root, maxBuffer: longHistory })).stdout;
  let log: string;
  let isShallow: boolean;
  try {
    isShallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
    log = await git('log', '--format=commit %ct %P', '--name-only', '--no-renames', '--relative', '--', 'content');
  } catch {
    // Whatever keeps Git from answering, the pages are complete without.
    return { dates: new Map(), missing: 'There is no history of Git here, so no page says when it last changed.' };
  }
  return readLog(log, isShallow);
}

/** Reads entries of the form `commit <seconds since 1970> <parents>`, newest first, each with its files below it. */
function readLog(log: string, isShallow: boolean): LastChanges {
  const dates = new Map<string, Date>();
  const unknown = new Set<string>();
  let date: Date | undefined;
  for (const line of log.split('\n')) {
    const [, seconds, parents = ''] = /^commit (\d+) ?(.*)$/.exec(line) ?? [];
    if (seconds !== undefined) date = isShallow && parents === '' ? undefined : new Date(Number(seconds) * 1000);
    else if (line !== '' && !dates.has(line) && !unknown.has(line)) {
      if (date === undefined) unknown.add(line);
      else dates.set(line, date);
    }
  }
  const missing = `This clone is shallow: for ${unknown.size} of ${unknown.size + dates.size} files nobody can tell when they last changed, and their pages don't say. Run git fetch --unshallow, then build again.`;
  return { dates, missing: unknown.size === 0 ? undefined : missing };
}

/** Says once a build why pages don't say when they last changed, if that is so. */
export function historyNotice(root: string): AstroIntegration {
  return {
    name: 'history',
    hooks: {
      'astro:build:start': async ({ logger }) => {
        const { missing } = await lastChanges(root);
        if (missing !== undefined) logger.warn(missing);
      },
    },
  };
}

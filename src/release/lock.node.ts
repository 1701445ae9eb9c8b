import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { errorCode } from './error-code.ts';

/** What a lock says about the process that took it. */
interface Holder {
  pid: number;
  host: string;
  /** When the process began, as the system counts it; empty where the system does not say. */
  began: string;
  /** Tells this lock from any other. */
  token: string;
}

/** A lock that is ours, or who has it. */
export type Lock =
  { kind: 'taken'; isStillOurs: () => Promise<boolean>; giveBack: () => Promise<void> } | { kind: 'held'; by: string };

const writingTakes = 10_000; // ms; a lock without a text that is older was left by a process that died while writing it

/**
 * Takes the lock `file`, or says who holds it. A lock whose process is gone is taken over: the process number decides,
 * and, since numbers are used again, the moment at which that process began.
 */
export async function takeLock(file: string): Promise<Lock> {
  const ours: Holder = {
    pid: process.pid,
    host: hostname(),
    began: (await beganAt(process.pid)) ?? '',
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const isNew = await writeFile(file, JSON.stringify(ours), { flag: 'wx' }).then(
      () => true,
      async (error: unknown) => {
        if (errorCode(error) === 'EEXIST') return false;
        await rm(file, { force: true }); // A full disk leaves an empty file.
        throw error;
      },
    );
    if (isNew) {
      const isStillOurs = async () => (await readHolder(file))?.token === ours.token;
      const giveBack = async () => {
        if (await isStillOurs()) await rm(file, { force: true });
      };
      return { kind: 'taken', isStillOurs, giveBack };
    }
    const holder = await readHolder(file);
    if (holder === undefined ? await isFresh(file) : await isAlive(holder)) {
      const by = holder === undefined ? 'a process that just began' : `process ${holder.pid} on ${holder.host}`;
      return { kind: 'held', by };
    }
    await putAside(file, holder?.token, ours.token);
  }
  return { kind: 'held', by: 'another process that began at the same moment' };
}

/** Takes a lock without a living holder out of the way, unless another process was quicker and holds it by now. */
async function putAside(file: string, judged: string | undefined, token: string): Promise<void> {
  const aside = `${file}-${token}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return; // Another one put it aside.
    throw error;
  }
  if ((await readHolder(aside))?.token === judged) await rm(aside, { force: true });
  else await rename(aside, file);
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return undefined; // Gone meanwhile, or not written to its end.
  }
}

async function isFresh(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined); // Gone meanwhile: then the next attempt takes it.
  return found !== undefined && Date.now() - found.mtimeMs < writingTakes;
}

async function isAlive({ pid, host, began }: Holder): Promise<boolean> {
  if (host !== hostname()) return true; // Nobody can tell from here.
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  const now = await beganAt(pid);
  return began === '' || now === undefined || now === began;
}

/** The 22nd field of `/proc/<pid>/stat`; the second one, the name in brackets, may hold blanks. */
async function beganAt(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined); // Only Linux has it.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}

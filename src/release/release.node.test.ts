import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { makeRelease, rollBack } from './release.node.ts';
import type { Outcome, Step } from './release.node.ts';
import { listReleases, liveRelease } from './releases.node.ts';

const place = mkdtempSync(join(tmpdir(), 'release-'));
afterAll(() => rmSync(place, { recursive: true }));

let releases = '';
let number = 0;
beforeEach(() => {
  releases = join(place, `${(number += 1)}`);
});

const moment = new Date('2026-11-26T12:00:00Z');

/** A step that stands for a whole build: it writes a site of two files that say `text`. */
function writeSite(text: string): Step {
  return {
    name: 'build',
    run: async ({ site }) => {
      mkdirSync(join(site, 'a'), { recursive: true });
      writeFileSync(join(site, 'index.html'), text);
      writeFileSync(join(site, 'a/index.html'), text);
    },
  };
}

function make(id: string, steps: Step[] = [writeSite(id)], keep = 5): Promise<Outcome> {
  return makeRelease({ releases, id, now: moment, steps, keep, tell: () => undefined });
}

const nothing = (): Promise<string[]> => Promise.resolve([]);
const shown = (): string => readFileSync(join(releases, 'current/a/index.html'), 'utf8');
const ids = async (): Promise<string[]> => (await listReleases(releases)).map(({ id }) => id);

/** What a reader sees and what is in the folder when nothing but whole releases is left. */
async function expectOnly(...whole: string[]): Promise<void> {
  expect(await ids()).toEqual(whole.toReversed());
  expect(readdirSync(releases).toSorted()).toEqual([...whole, 'current'].toSorted());
}

test('a release is what readers see, and the next one takes its place', async () => {
  expect(await make('r1')).toEqual({ kind: 'done', id: 'r1' });
  expect(shown()).toBe('r1');
  expect(await make('r2')).toEqual({ kind: 'done', id: 'r2' });
  expect(shown()).toBe('r2');
  expect(await listReleases(releases)).toEqual([
    { id: 'r2', made: moment.toISOString(), replaces: 'r1' },
    { id: 'r1', made: moment.toISOString() },
  ]);
});

test('a switch to a release with other headers says that hosts need them, forth and back', async () => {
  const sending = (text: string): Step => ({
    name: 'build',
    run: async ({ site }) => {
      mkdirSync(site);
      writeFileSync(join(site, '_headers'), text);
    },
  });
  const remark = expect.stringContaining(`npm run hosts -- HOST ${releases}/current`);
  expect(await make('r1', [sending('a')])).toEqual({ kind: 'done', id: 'r1' });
  expect(await make('r2', [sending('a')])).toEqual({ kind: 'done', id: 'r2' });
  expect(await make('r3', [sending('b')])).toEqual({ kind: 'done', id: 'r3', remark });
  expect(await rollBack(releases, 'r1', nothing)).toEqual({ kind: 'done', id: 'r1', remark });
});

test('two releases with one name get a number', async () => {
  await make('r1');
  expect(await make('r1', [writeSite('again')])).toEqual({ kind: 'done', id: 'r1-2' });
  expect(shown()).toBe('again');
});

test('only the newest are kept, with the one that a rollback leads to', async () => {
  for (const id of ['r1', 'r2', 'r3']) await make(id, undefined, 2);
  await expectOnly('r2', 'r3');
  await rollBack(releases, undefined, nothing);
  await make('r4', undefined, 1);
  await expectOnly('r2', 'r4');
});

describe('a rollback', () => {
  test('leads to the release before, and a release that was left is not gone back to', async () => {
    for (const id of ['good', 'poor']) await make(id);
    expect(await rollBack(releases, undefined, nothing)).toEqual({ kind: 'done', id: 'good' });
    expect(shown()).toBe('good');
    await make('rich');
    await rollBack(releases, undefined, nothing);
    expect(shown()).toBe('good');
  });

  test('leads to any release that is named', async () => {
    for (const id of ['r1', 'r2', 'r3']) await make(id);
    await rollBack(releases, 'r1', nothing);
    expect(shown()).toBe('r1');
  });

  test.each([
    ['none came before', undefined, 'No release came before the live one. These are kept:\n  r1'],
    ['there is none of that name', 'r9', 'The release r9 is not kept. These are:\n  r1'],
    ['the name leads out of the folder', '../elsewhere', 'The release ../elsewhere is not kept. These are:\n  r1'],
  ])('changes nothing if %s', async (_, wanted, problem) => {
    await make('r1');
    expect(await rollBack(releases, wanted, nothing)).toEqual({ kind: 'failed', problem });
    expect(shown()).toBe('r1');
  });

  test('to a release that was changed since changes nothing', async () => {
    for (const id of ['r1', 'r2']) await make(id);
    const outcome = await rollBack(releases, undefined, () => Promise.resolve(['a/index.html has other bytes.']));
    expect(outcome).toMatchObject({ problem: expect.stringContaining('r2 is still live.\n  a/index.html has other') });
    expect(shown()).toBe('r2');
  });

  test('leads to a whole release although what another one says about itself is cut off', async () => {
    for (const id of ['r1', 'r2', 'r3']) await make(id);
    writeFileSync(join(releases, 'r2/release.json'), '{"id": ');
    expect(await rollBack(releases, 'r1', nothing)).toEqual({ kind: 'done', id: 'r1' });
    expect(await ids()).toEqual(['r3', 'r1']);
    expect(await make('r4')).toEqual({ kind: 'done', id: 'r4' });
  });

  test('before the first release says that there is none', async () => {
    mkdirSync(releases);
    expect(await rollBack(releases, undefined, nothing)).toMatchObject({
      problem: `There is no release in ${releases}/ yet.`,
    });
    rmSync(releases, { recursive: true });
    expect(await rollBack(releases, undefined, nothing)).toMatchObject({
      problem: `There is no release in ${releases}/ yet.`,
    });
  });
});

test('a step that fails leaves the live site as it was, and nothing of its own', async () => {
  await make('r1');
  const bad: Step = { name: 'check', run: () => Promise.reject(new Error('A link leads nowhere.')) };
  expect(await make('r2', [writeSite('r2'), bad])).toEqual({
    kind: 'failed',
    problem: 'The release stopped at: check. A link leads nowhere. The release r1 is still live.',
  });
  expect(shown()).toBe('r1');
  await expectOnly('r1');
});

test('a place where no release can be made is named, with what to do', async () => {
  writeFileSync(releases, '');
  expect(await make('r1')).toMatchObject({
    problem: expect.stringMatching(
      /Make a folder there, or name another one with --into\. The live site is as it was\.$/,
    ),
  });
});

test('a folder where the link should be is left alone', async () => {
  mkdirSync(join(releases, 'current'), { recursive: true });
  expect(await make('r1')).toMatchObject({ problem: expect.stringContaining('is no link to a release. Move it away') });
  expect(readdirSync(releases)).toEqual(['current']);
});

test('a live release that somebody removed by hand does not stop the next one', async () => {
  await make('r1');
  rmSync(join(releases, 'r1'), { recursive: true });
  expect(await make('r2')).toEqual({ kind: 'done', id: 'r2' });
  expect(shown()).toBe('r2');
});

/**
 * The source of a process that makes the release `id` and does `act` as the step `last` begins; one step of it is to wait
 * for a word from its parent, if it has one.
 */
function program(id: string, last: string, act = "process.kill(process.pid, 'SIGKILL')"): string {
  return `
    import { makeRelease } from ${JSON.stringify(new URL('release.node.ts', import.meta.url).href)};
    import { mkdirSync, writeFileSync } from 'node:fs';
    const write = (file) => async ({ site }) => { mkdirSync(site, { recursive: true }); writeFileSync(site + file, '${id}'); };
    const word = process.connected && new Promise((go) => process.once('message', go));
    await makeRelease({
      releases: ${JSON.stringify(releases)}, id: '${id}', now: new Date(0), keep: 1,
      steps: [
        { name: 'build', run: write('/index.html') },
        { name: 'wait', run: () => word },
        { name: 'compress', run: write('/more') },
      ],
      tell: (step) => step === '${last}' && ${act},
    });`;
}

const run = (source: string) =>
  spawnSync(process.execPath, ['--input-type=module', '--eval', source], { encoding: 'utf8' });

test.each(['build', 'compress', 'keep it', 'switch over', 'remove old releases'])(
  'killed as it begins to %s, a release leaves a whole site live, and the next one clears up',
  async (step) => {
    await make('r1');
    await make('r2');
    expect(run(program('r3', step)).signal).toBe('SIGKILL');
    expect(existsSync(join(releases, '.lock'))).toBe(true);
    const isLive = step === 'remove old releases';
    expect(await liveRelease(releases)).toBe(isLive ? 'r3' : 'r2');
    expect(readFileSync(join(releases, 'current/index.html'), 'utf8')).toBe(isLive ? 'r3' : 'r2');
    expect(await make('r4', undefined, 1)).toEqual({ kind: 'done', id: 'r4' });
    expect(shown()).toBe('r4');
    await expectOnly(isLive ? 'r3' : 'r2', 'r4');
  },
);

test('of two at once, one makes its release and the other one says who is at work', async () => {
  await make('r1');
  const source = program('r2', 'wait', "process.send('waiting')");
  const other = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(other, 'message');
  expect(await make('r3')).toMatchObject({
    problem: expect.stringMatching(
      `^Another release is being made, by process ${other.pid} on .*; if nothing runs there any more, remove .*\\.lock\\.$`,
    ),
  });
  other.send('go');
  expect(await once(other, 'close')).toEqual([0, null]);
  expect(await liveRelease(releases)).toBe('r2');
});

test('on a full disk a release says so and leaves the live site and no rest, and the next one that fits is made', async ({
  skip,
}) => {
  mkdirSync(releases);
  const mount = ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', releases];
  if (process.platform !== 'linux' || spawnSync('mount', mount).status !== 0) {
    skip('Only root on Linux may mount a small disk.');
  }
  try {
    await make('r1');
    const huge: Step = {
      name: 'compress',
      run: async ({ site }) => writeFileSync(join(site, 'huge'), Buffer.alloc(1_000_000)),
    };
    expect(await make('r2', [writeSite('r2'), huge])).toEqual({
      kind: 'failed',
      problem: `The release stopped at: compress. The disk of ${releases}/ is full. Make room, or keep fewer releases with --keep. The release r1 is still live.`,
    });
    await expectOnly('r1');

    // Not even the lock fits any more.
    const filler = join(releases, 'filler');
    const write = () => writeFileSync(filler, Buffer.alloc(4096), { flag: 'a' });
    expect(() => {
      for (;;) write();
    }).toThrow('ENOSPC');
    expect(await make('r3')).toMatchObject({ problem: expect.stringContaining('is full') });
    expect(shown()).toBe('r1');
    rmSync(filler);
    expect(await make('r4')).toEqual({ kind: 'done', id: 'r4' });
    await expectOnly('r1', 'r4');
  } finally {
    spawnSync('umount', [releases]);
  }
});

test('in a folder that nobody may write into, nothing is touched, and it says what to do', async ({ skip }) => {
  mkdirSync(releases);
  if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', releases]).status !== 0) {
    skip('Only root on Linux may mount a disk.');
  }
  try {
    await make('r1');
    spawnSync('mount', ['-o', 'remount,ro', releases]);
    const problem = expect.stringMatching(/Let whoever releases write there, .* The live site is as it was\.$/);
    expect(await make('r2')).toMatchObject({ problem });
    expect(await rollBack(releases, 'r1', nothing)).toMatchObject({ problem });
    expect(shown()).toBe('r1');
  } finally {
    spawnSync('umount', [releases]);
  }
});

test('a link that a killed switch left behind is no live release and goes', async () => {
  await make('r1');
  symlinkSync('nowhere/site', join(releases, '.current-r0'));
  await make('r2');
  await expectOnly('r1', 'r2');
});

/**
 * `npm run build [-- --out FOLDER] [--previews] [--shard N/M | --join FOLDER]`: builds into a folder beside `dist/`, which
 * takes its place only when all went well, so the last good site stays as it was if this one can't be built. With `--out`
 * the site is left in that folder. With `--previews`, articles that are not out yet get pages too, at addresses that nobody
 * guesses; `npm run previews` prints them. With `--shard 1/4` it makes the first of four shares of the pages, in
 * `shares/1-of-4/` or in the folder of `--out`; with `--join` it builds the site from the shares that lie in a folder.
 */
import './spare-memory.ts';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readArguments } from './arguments.ts';
import { fail, reasonsOf } from './fail.ts';
import { previewSecret, previewsName } from '../src/posts/preview.node.ts';
import { takeLock } from '../src/release/lock.node.ts';
import { hostFiles } from '../src/site/answers.ts';
import { endBuild, pagesOnlyName } from '../src/site/build-end.node.ts';
import { buildTime } from '../src/site/build-time.node.ts';
import { missingAssets } from '../src/site/missing-assets.node.ts';
import { folderFault } from '../src/site/folder-name.ts';
import { isFree, putInPlace } from '../src/site/put-in-place.node.ts';
import { handedName, parseShard, shardName } from '../src/site/shard.ts';
import type { Shard } from '../src/site/shard.ts';
import { joinShares, labelName, readShares, writeShare } from '../src/site/shares.node.ts';

const { values } = readArguments('npm run build [-- --out FOLDER --previews --shard N/M --join FOLDER]', {
  options: {
    out: { type: 'string' },
    previews: { type: 'boolean' },
    shard: { type: 'string' },
    join: { type: 'string' },
  },
});
const { out, previews } = values;
const kept = '.cache/astro'; // what Astro keeps between builds
const handed = '.cache/handed'; // what other machines made

const fault = folderFault(process.cwd());
if (fault !== undefined) fail(fault);

// Astro takes DEV from the environment too, and would then publish drafts.
for (const name of ['DEV', previewsName, shardName, handedName]) Reflect.deleteProperty(process.env, name);
if (previews === true) {
  const found = previewSecret(process.env);
  if ('problem' in found) fail(found.problem);
  process.env[previewsName] = 'yes';
}

const { now, problem } = buildTime(process.env, new Date());
if (problem !== undefined) fail(problem);
const shard = values.shard === undefined ? undefined : askedShard(values.shard);
if (out !== undefined && !isFree(out, shard === undefined ? hostFiles[0] : labelName))
  fail(`${out} holds something else than a build, which would be lost. Name a folder that is empty or not there yet.`);
await takeTurn();
if (values.join !== undefined) await takeShares(values.join);
// Astro loads what it has built from there, and finds packages only in the project and files only on its disk.
const next = `.cache/${shard !== undefined ? 'share' : out === undefined ? 'next' : 'out'}`;

// A release that is killed takes the build that it started with it.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

rmSync(next, { recursive: true, force: true });
try {
  await buildPages();
  const missing = missingAssets(next);
  if (missing.length > 0) {
    console.log(
      `Pages of the last build ask for ${missing.join(', ')}, which changed since: all pages are built anew.`,
    );
    for (const folder of [kept, handed, next]) rmSync(folder, { recursive: true, force: true });
    await buildPages();
  }
  // Only now: what makes something of the pages would take memory beside Astro.
  const { ofBuiltPages } = await import('../src/content.built.node.ts');
  const { ofEach, ofAll } = ofBuiltPages(process.cwd());
  await endBuild(shard === undefined ? [...ofEach, ...ofAll] : ofEach, next);
} catch (error) {
  fail(...reasonsOf(error), notBuilt());
}
rmSync(handed, { recursive: true, force: true });
if (shard !== undefined) {
  const folder = out ?? `shares/${shard.number}-of-${shard.of}`;
  const pages = await writeShare('.', next, folder, { shard, epoch: now.getTime() / 1000 });
  rmSync(next, { recursive: true, force: true });
  console.log(
    `${pages} pages are in ${folder}. When all ${shard.of} shares lie in one folder, npm run build -- --join FOLDER makes the site of them.`,
  );
} else {
  const place = out ?? 'dist';
  try {
    await putInPlace(next, place);
  } catch (error) {
    fail(
      `The site was built and could not be put into ${place}/: ${reason(error)}`,
      // Node.js calls a full disk an error of input and output here.
      'Make room on its disk, or let whoever builds write there, or name another folder: npm run build -- --out FOLDER',
    );
  }
}

/** Two builds side by side would take each other's files away; the second one ends here. */
async function takeTurn(): Promise<void> {
  const file = '.cache/build.lock';
  try {
    mkdirSync('.cache', { recursive: true });
    const lock = await takeLock(file);
    if (lock.kind === 'held')
      fail(`Another build is being made, by ${lock.by}. Wait for it; if nothing runs there any more, remove ${file}.`);
  } catch (error) {
    fail(...reasonsOf(error), notBuilt());
  }
  process.on('exit', () => rmSync(file, { force: true }));
  // The codes are those of a process that the signal ended, which would leave the lock.
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
    process.once(signal, () => process.exit(code));
}

/** Lets Astro make the pages. If it can't, it has said why, and the build ends. */
async function buildPages(): Promise<void> {
  const script = new URL('build-pages.ts', import.meta.url);
  const astro = fork(script, [next], { env: { ...process.env, [pagesOnlyName]: 'yes' } });
  const [code, signal] = (await once(astro, 'exit')) as [number | null, string | null];
  if (signal !== null) {
    throw new Error(
      `The process that makes the pages was ended by ${signal}${signal === 'SIGKILL' ? ', as a system does that is short of memory. Give it more, or build in shares: npm run build -- --shard 1/4' : '.'}`,
    );
  }
  if (code !== 0) fail(notBuilt());
}

function notBuilt(): string {
  const safe = out === undefined && shard === undefined && existsSync('dist');
  return `${shard === undefined ? 'The site' : 'The share'} was not built.${safe ? ' The last good one is still in dist/.' : ''}`;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The share that was asked for, once all is there that a share needs. */
function askedShard(text: string): Shard {
  const found = parseShard(text);
  if ('problem' in found) fail(found.problem);
  if (values.join !== undefined || previews === true) {
    fail('A share takes neither --join nor --previews. Give them to the build that joins the shares.');
  }
  if ((process.env['SOURCE_DATE_EPOCH'] ?? '') === '') {
    fail(
      'SOURCE_DATE_EPOCH is not set: all shares have to take the same moment for now. Give each of them the same seconds since 1970, such as SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) for the moment of the commit.',
    );
  }
  process.env[shardName] = text;
  return found.shard;
}

/** Makes what lies in the shares in `folder` part of this build, which takes their moment for now. */
async function takeShares(folder: string): Promise<void> {
  const isSet = (process.env['SOURCE_DATE_EPOCH'] ?? '') !== '';
  const found = await readShares('.', folder, isSet ? now.getTime() / 1000 : undefined);
  if ('problems' in found) fail(...found.problems, 'The shares were not joined, and the site is as it was.');
  process.env['SOURCE_DATE_EPOCH'] = String(found.epoch);
  process.env[handedName] = handed;
  await joinShares('.', found.shares, handed);
}

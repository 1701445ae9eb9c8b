/**
 * `npm run release`: builds, checks and compresses the site in a folder of its own below `releases/`, then makes it the
 * one that `releases/current` leads to. `-- --rollback [ID]` goes back, `-- --list` shows what is kept.
 */
import { resolve, sep } from 'node:path';
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { differences, readManifest } from '../src/release/manifest.node.ts';
import { makeRelease, reason, rollBack } from '../src/release/release.node.ts';
import { listReleases, liveRelease, siteFolder } from '../src/release/releases.node.ts';
import {
  buildStep,
  carryStep,
  checkStep,
  compressStep,
  recordStep,
  sources,
  testStep,
} from '../src/release/steps.node.ts';
import { buildTime } from '../src/site/build-time.node.ts';
import { site } from '../src/site.config.ts';

const usage = `npm run release [-- --keep 5 --into releases --join shares --no-tests --no-compress]
npm run release -- --list
npm run release -- --rollback [ID]`;

const { values, positionals } = readArguments(usage, {
  options: {
    into: { type: 'string', default: 'releases' },
    join: { type: 'string' }, // shares of the build, which other machines made
    keep: { type: 'string', default: '5' },
    list: { type: 'boolean', default: false },
    rollback: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: true },
    compress: { type: 'boolean', default: true }, // not wanted where the host compresses by itself
  },
  allowPositionals: true,
  allowNegative: true,
});
const releases = values.into;
const keep = Number(values.keep);
const ofBuilds = ['dist', '.cache', 'content', 'public', 'src']; // what builds empty, or take into the site
const around = ofBuilds.find((folder) => `${resolve(releases)}${sep}`.startsWith(`${resolve(folder)}${sep}`));
if (around !== undefined)
  fail(`${releases} is in ${around}/, which belongs to builds. Name another folder with --into.`);
if (!Number.isInteger(keep) || keep < 1) fail(`--keep wants a whole number from 1, not '${values.keep}'.`);
if (positionals.length > (values.rollback ? 1 : 0)) fail(`Nothing is called '${positionals.join(' ')}'.\n${usage}`);

if (values.list) await list();
else if (values.rollback) await goBack(positionals[0]);
else await make();

async function make(): Promise<void> {
  const now = new Date();
  const { now: moment, problem } = buildTime(process.env, now);
  if (problem !== undefined) fail(problem);
  const epoch = Math.floor(moment.getTime() / 1000);
  const from = await sources();
  const commit = from.commit === undefined ? '' : `-${from.commit.slice(0, 7)}`;
  const carried = new Set<string>();
  const outcome = await makeRelease({
    releases,
    id: `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z${commit}`,
    now,
    steps: [
      buildStep(epoch, values.join),
      checkStep(site.origin, site.base),
      ...(values.tests ? [testStep()] : []),
      ...(values.compress ? [compressStep(sayCompressed)] : []),
      carryStep(carried), // after the compression, whose forms come along
      recordStep(from, epoch, carried),
    ],
    keep,
    tell: (step) => console.log(`\nRelease: ${step}`),
  });
  if (outcome.kind === 'failed') fail(outcome.problem);
  console.log(`\nThe release ${outcome.id} is live in ${releases}/current.`);
  if (outcome.remark !== undefined) console.warn(outcome.remark);
  if (from.commit === undefined) console.warn('There is no history of Git here: nobody can tell what it was made of.');
  else if (from.changed) console.warn('Files differed from the commit, so nobody can make this release again.');
}

function sayCompressed(made: number, taken: number): void {
  console.log(`${made} compressed files were made, ${taken} taken over from the live release.`);
}

async function goBack(wanted: string | undefined): Promise<void> {
  const outcome = await rollBack(releases, wanted, async (folder) => {
    const manifest = await readManifest(folder);
    return manifest === undefined
      ? ['There is no manifest.']
      : differences(resolve(folder, siteFolder), manifest.files);
  });
  if (outcome.kind === 'failed') fail(outcome.problem);
  console.log(`The release ${outcome.id} is live again in ${releases}/current.`);
  if (outcome.remark !== undefined) console.warn(outcome.remark);
}

async function list(): Promise<void> {
  const [all, live] = await Promise.all([listReleases(releases), liveRelease(releases)]).catch((error: unknown) =>
    fail(reason(error, releases)),
  );
  if (all.length === 0) console.log(`There is no release in ${releases}/ yet.`);
  for (const { id, replaces } of all) {
    const came = replaces === undefined ? '' : `, after ${replaces}`;
    console.log(`${id === live ? 'live' : '    '}  ${id}${came}`);
  }
}

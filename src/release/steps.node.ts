import { execFile, spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { carryOver } from './carry.node.ts';
import { compressSite } from './compress.node.ts';
import type { Earlier } from './compress.node.ts';
import { compressorsOf, hashOf, readManifest, sealedFiles, writeManifest } from './manifest.node.ts';
import { repeatableBom } from './packages.ts';
import type { Bom } from './packages.ts';
import type { Step } from './release.node.ts';
import { siteFolder } from './releases.node.ts';
import { siteFaults } from './site-faults.node.ts';

const run = promisify(execFile);

/** The state of the sources: the commit, if there is a history, and whether files differ from it. */
export interface Sources {
  commit: string | undefined;
  changed: boolean;
}

/** What Git says of the project in the working directory. */
export async function sources(): Promise<Sources> {
  try {
    const { stdout: commit } = await run('git', ['rev-parse', 'HEAD']);
    const { stdout: changes } = await run('git', ['status', '--porcelain']);
    return { commit: commit.trim(), changed: changes !== '' };
  } catch {
    return { commit: undefined, changed: true }; // No history here, or no Git: the manifest says so.
  }
}

/** Builds the site, with the moment `epoch`, in seconds since 1970, taken for now; of the shares in a folder, if one is named. */
export function buildStep(epoch: number, shares?: string): Step {
  const joining = shares === undefined ? [] : ['--join', shares];
  return {
    name: 'build',
    run: ({ site }) =>
      program(['scripts/build.ts', '--out', site, ...joining], { SOURCE_DATE_EPOCH: String(epoch) }, 'ipc'),
  };
}

/** Looks whether all files are there and whole, and where links and old addresses lead. */
export function checkStep(origin: string, base: string): Step {
  return {
    name: 'check files, links and redirects',
    run: async ({ site }) => {
      const faults = await siteFaults(site, origin, base);
      if (faults.length > 0) throw new Error(`The site is not in order:\n  ${faults.join('\n  ')}\n`);
    },
  };
}

/** Runs the tests of the built site against this one. Those that build another one say nothing about it. */
export function testStep(): Step {
  const tests = globSync('tests/built/*.test.ts').filter(
    (file) => !readFileSync(file, 'utf8').includes('/project-copy'),
  );
  return {
    name: 'test',
    run: async ({ site }) => {
      try {
        await program(['node_modules/vitest/vitest.mjs', 'run', '--project', 'built', ...tests.toSorted()], {
          BUILT_SITE: site,
        });
      } catch (cause) {
        const own = 'They speak of our content; with other content, leave them out: npm run release -- --no-tests.';
        throw new Error(`${(cause as Error).message} ${own}`, { cause });
      }
    },
  };
}

/** Puts compressed forms beside the texts; `told` gets the numbers of those made and taken from the live release. */
export function compressStep(told: (made: number, taken: number) => void): Step {
  return {
    name: 'compress',
    run: async ({ site, before }) => {
      const { made, taken } = await compressSite(site, compressorsOf(process.versions), await earlierOf(before));
      told(made, taken);
    },
  };
}

/** Leaves pages that readers have open the files that they load late. `carried` takes the paths. */
export function carryStep(carried: Set<string>): Step {
  return {
    name: 'carry over what open pages load',
    run: async ({ site, before }) => {
      const earlier = await earlierOf(before);
      if (earlier === undefined) return;
      for (const path of await carryOver(site, earlier)) carried.add(path);
    },
  };
}

/** The site of the release in the folder `before`, and its manifest, if there is one that can be read. */
async function earlierOf(before: string | undefined): Promise<Earlier | undefined> {
  const manifest = before === undefined ? undefined : await readManifest(before);
  return before === undefined || manifest === undefined ? undefined : { site: join(before, siteFolder), manifest };
}

/**
 * Writes what the release is made of, `manifest.json` and `sbom.cdx.json`, beside the site. Files that are `carried` are
 * marked there.
 */
export function recordStep({ commit, changed }: Sources, epoch: number, carried: ReadonlySet<string>): Step {
  return {
    name: 'write the manifest',
    run: async ({ folder, site }) => {
      const project = JSON.parse(await readFile('package.json', 'utf8')) as Project;
      const lock = await readFile('package-lock.json', 'utf8');
      const { packages } = JSON.parse(lock) as { packages: Record<string, { version?: string }> };
      const named = Object.keys({ ...project.dependencies, ...project.devDependencies }).toSorted();
      // Of the lock file, so that it is the same on every machine, whatever its node_modules/ looks like.
      const { stdout } = await run('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
        maxBuffer: 256 * 1024 * 1024,
        shell: process.platform === 'win32',
      });
      const bom = repeatableBom(JSON.parse(stdout) as Bom, project.name);
      await writeFile(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bom, undefined, 1)}\n`);
      await writeManifest(folder, {
        commit,
        changed,
        sourceDateEpoch: epoch,
        node: process.version,
        platform: `${process.platform}-${process.arch}`,
        lockfile: hashOf(lock),
        packages: Object.fromEntries(
          named.map((name) => [name, packages[`node_modules/${name}`]?.version ?? 'unknown']),
        ),
        compressors: compressorsOf(process.versions),
        files: await sealedFiles(site, carried),
      });
    },
  };
}

/** What is read of `package.json`. */
interface Project {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Runs a program of the project, whose words are seen at once, and waits for its end. `ipc` tells it when we are gone. */
async function program(
  args: string[],
  env: Record<string, string>,
  channel: 'ipc' | 'ignore' = 'ignore',
): Promise<void> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'inherit', 'inherit', channel],
  });
  await new Promise<void>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (code === 0) done();
      else fail(new Error(`${args[0] ?? ''} ended with ${code ?? signal ?? 'nothing'}; what it said stands above.`));
    });
  });
}

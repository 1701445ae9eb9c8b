/** A copy of this project in a folder of its own, as a next owner has it, for tests that build or edit. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, mkdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Texts and bytes by path from the root of the project. */
export type Files = Record<string, string | Uint8Array>;

const leftBehind = new Set(['node_modules', 'dist', '.cache', '.astro', 'releases', 'shares', 'test-results']);

/** Copies the project without its content into a new folder, whose name has a space and an umlaut, and adds `files`. */
export async function copyProject(files: Files): Promise<string> {
  const root = await copyAllBut(['content', '.git']);
  await write(root, files);
  return root;
}

/** Copies the project with its content and its history into such a folder. */
export async function cloneProject(): Promise<string> {
  return copyAllBut([]);
}

/** Copies what is neither made of the rest nor named in `others`. */
async function copyAllBut(others: readonly string[]): Promise<string> {
  const root = join(await realpath(await mkdtemp(join(tmpdir(), 'project-'))), 'für mich');
  await cp('.', root, {
    recursive: true,
    filter: (path) => !leftBehind.has(basename(path)) && !others.includes(path),
  });
  await symlink(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** Writes `files` below `root`, with the folders that they need. */
export async function write(root: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

/** Removes a copy with all that it made. */
export async function removeProject(root: string): Promise<void> {
  await rm(dirname(root), { recursive: true, force: true, maxRetries: 5 });
}

/** Runs `npm run build` in `root` with more variables and options, if any: its exit code and all that it printed. */
export async function build(
  root: string,
  variables: NodeJS.ProcessEnv = {},
  options: readonly string[] = [],
): Promise<{ code: number; output: string }> {
  return command(root, ['build', ...options], variables);
}

/** Runs `npm run` in `root` with the name of a command and its arguments: its exit code and all that it printed. */
export async function command(
  root: string,
  [name = '', ...args]: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  return new Promise((tell) => {
    const child = execFile(
      'npm',
      // What is installed belongs to the project, not to its copy.
      ['run', '--silent', '--ignore-scripts', name, '--', ...args],
      { cwd: root, env: { ...quiet(), ...variables } },
      (_, stdout, stderr) => {
        tell({ code: child.exitCode ?? 1, output: stdout + stderr });
      },
    );
  });
}

/** Variables by which Vitest tells its tests, and tools that look at the same names, how they run. */
const ofVitest = /^(?:VITEST.*|TEST|NODE_ENV|NODE_OPTIONS|MODE|DEV|PROD|SSR|BASE_URL)$/;

/** The environment of this process as a person's shell has it. */
export function quiet(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !ofVitest.test(name));
  return { ...Object.fromEntries(own), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

/** `src/site.config.ts` of this project with `values` in place of ours: what a next owner edits. */
export async function siteConfig(values: object): Promise<string> {
  const text = await readFile('src/site.config.ts', 'utf8');
  const start = text.indexOf('export const site');
  return `${text.slice(0, start)}export const site: SiteConfig = ${JSON.stringify(values, undefined, 2)};\n`;
}

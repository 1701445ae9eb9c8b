/** How long the whole build takes for an invented archive beside our own content, cold and after one edit. */
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFile,
  cp,
  glob,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inventArticles, writeArchive } from './archive.ts';
import { isoDay } from '../src/site/dates.ts';
import { table } from './table.ts';

/** What a build took. */
export interface Cost {
  /** Seconds by the clock. */
  wall: number;
  /** Seconds of all processes, user and system. */
  cpu: number;
  /** The most memory that all processes held at once, MiB. */
  peak: number;
}

/** The builds of one size of the archive. */
interface Builds {
  articles: number;
  cold: Cost;
  /** After a sentence was added to the newest article. */
  edited: Cost;
  /** Files and bytes of the site. */
  files: number;
  bytes: number;
}

/** Measures what `npm run bench -- build` is asked for, prints it, and keeps it in `bench/results/build.json`. */
export async function printBuilds(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { sizes: { type: 'string', default: '100,1000' }, 'no-pictures': { type: 'boolean', default: false } },
  });
  const pictures = !values['no-pictures'];
  const builds = await measureBuilds(values.sizes.split(',').map(Number), pictures, (line) => console.error(line));
  const rows = builds.flatMap((build, place) =>
    (['cold', 'edited'] as const).map((state) => {
      const { wall, cpu, peak } = build[state];
      const before = builds[place - 1];
      const growth = before === undefined ? '' : exponent(before, build, (one) => one[state].cpu).toFixed(2);
      return [build.articles, state, wall.toFixed(1), cpu.toFixed(1), peak, (build.bytes / 1e6).toFixed(1), growth];
    }),
  );
  console.log('The whole build beside an invented archive (seconds, MiB, MB of the site):\n');
  table(['articles', 'state', 'wall', 'CPU', 'peak', 'output', 'exponent'], rows);
  await mkdir('bench/results', { recursive: true });
  const results = { day: isoDay(new Date()), machine: machine(), pictures, builds };
  await writeFile(
    `bench/results/build${pictures ? '' : '-no-pictures'}.json`,
    `${JSON.stringify(results, undefined, 2)}\n`,
  );
}

/** Builds each size in a copy of this project, one after the other. `say` hears what is going on. */
async function measureBuilds(
  sizes: readonly number[],
  pictures: boolean,
  say: (line: string) => void,
): Promise<Builds[]> {
  const all: Builds[] = [];
  for (const articles of sizes) {
    const root = await copyWithArchive(articles);
    if (!pictures) await leavePicturesOut(root);
    try {
      say(`${articles} articles, cold …`);
      const cold = await runBuild(root);
      say(`${articles} articles, one edit …`);
      const edited = await editOne(root, articles).then(() => runBuild(root));
      all.push({ articles, cold, edited, ...(await sizeOf(join(root, 'dist'))) });
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }
  return all;
}

/** The exponent with which `cost` grows between two sizes: 1 is linear, 2 is quadratic. */
function exponent(from: Builds, to: Builds, cost: (builds: Builds) => number): number {
  return Math.log(cost(to) / cost(from)) / Math.log(to.articles / from.articles);
}

/** What the measurement was made on, for whoever compares results. */
function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

/** A copy of the files under version control, with the archive among its articles and a history of one commit. */
export async function copyWithArchive(articles: number): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'archive-'));
  for (const file of execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0')) {
    if (file === '') continue;
    await mkdir(dirname(join(root, file)), { recursive: true });
    await cp(file, join(root, file));
  }
  await symlink(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  await writeArchive(join(root, 'content/posts'), articles);
  const day = '2026-01-01T00:00:00Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], { cwd: root, env });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message=All');
  return root;
}

/** Puts a dot in place of each picture for previews, of which a machine draws some thirty a second. */
async function leavePicturesOut(root: string): Promise<void> {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
  await writeFile(
    join(root, 'src/machines/card.node.ts'),
    `export const cardSize = { width: 1200, height: 630 };
export const createCards = () => async () => ({ png: Buffer.from('${dot}', 'base64'), unknown: [] });\n`,
  );
}

/** Adds a sentence to the newest of so many articles. */
export async function editOne(root: string, articles: number): Promise<void> {
  const last = [...inventArticles(articles)].at(-1)?.id ?? '';
  await appendFile(
    join(root, 'content/posts', `${last}.md`),
    '\nAnd that was all that there was to be said about it.\n',
  );
}

/** Runs the build in `root`, ours unless a `command` is given. Throws if it fails. */
export async function runBuild(root: string, command: readonly string[] = ['node', 'scripts/build.ts']): Promise<Cost> {
  const timing = join(root, '.cache-timing');
  // Bash alone knows, without further tools, what all processes of a command took.
  const child = spawn('bash', ['-c', `TIMEFORMAT='%R %U %S'; time "$@" > "$0.log" 2>&1`, timing, ...command], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let printed = '';
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()));
  let peak = 0;
  const spent = new Map<number, number>();
  const ended = new Promise<number>((tell) => child.on('close', (code) => tell(code ?? 1)));
  const look = async (): Promise<void> => {
    const family = await processesBelow(child.pid ?? 0);
    peak = Math.max(
      peak,
      family.reduce((sum, { bytes }) => sum + bytes, 0),
    );
    for (const { pid, cpu } of family) spent.set(pid, cpu);
  };
  const watch = setInterval(() => void look(), 200);
  const code = await ended;
  clearInterval(watch);
  const log = await readFile(`${timing}.log`, 'utf8');
  if (code !== 0) throw new Error(`The build failed:\n${log.slice(-3000)}`);
  const [wall = 0, user = 0, system = 0] = printed.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  // Pagefind's own process ends without anybody who waits for it, so that its time is in no sum of the system.
  const seen = [...spent.values()].reduce((sum, seconds) => sum + seconds, 0);
  return { wall, cpu: Math.max(user + system, seen), peak: Math.round(peak / 2 ** 20) };
}

const pageSize = 4096; // bytes
const tick = 0.01; // seconds

/** A process and all that came from it, as Linux tells: bytes that it holds and seconds that it took. Elsewhere none. */
async function processesBelow(root: number): Promise<{ pid: number; bytes: number; cpu: number }[]> {
  const all = new Map<number, { parent: number; bytes: number; cpu: number }>();
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''); // It may have ended since.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, pages = 0] = [fields[1], fields[11], fields[12], fields[21]];
    all.set(Number(name), { parent, bytes: pages * pageSize, cpu: (user + system) * tick });
  }
  const belongs = (pid: number): boolean => pid === root || (all.has(pid) && belongs(all.get(pid)?.parent ?? 0));
  return [...all].filter(([pid]) => belongs(pid)).map(([pid, { bytes, cpu }]) => ({ pid, bytes, cpu }));
}

export async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  let [files, bytes] = [0, 0];
  for await (const file of glob('**/*', { cwd: folder, withFileTypes: true })) {
    if (!file.isFile()) continue;
    files += 1;
    bytes += (await stat(join(file.parentPath, file.name))).size;
  }
  return { files, bytes };
}

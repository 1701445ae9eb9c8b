/**
 * How many readers one small server bears: pages behind nginx, as it is configured by us, under `wrk` on this machine.
 * nginx has one worker and wrk one thread, side by side on two cores, so the numbers compare sites, not servers.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { hosts, readAnswers, sizeOf } from '../src/hosts/hosts.node.ts';
import { site } from '../src/site.config.ts';
import { kilobytes, table } from './table.ts';
import { ask, freePort, installed, runNginx } from '../tests/running-hosts.ts';

/** What one page of a site costs and how often a second it was handed out. */
interface Load {
  site: string;
  page: string;
  /** Bytes of the page as brotli has it, and as it is. */
  brotli: number;
  whole: number;
  /** Requests a second with brotli accepted, and with nothing. */
  perSecond: number;
  perSecondWhole: number;
}

const seconds = 5;
const connections = 32;

/** `npm run bench -- load [FOLDER…]`: pages of our site, and of those built into other folders, under many requests. */
export async function printLoad(folders: readonly string[]): Promise<void> {
  if (!installed.nginx || spawnSync('wrk', ['-v']).error !== undefined) {
    console.error(
      'nginx, its brotli module or wrk is missing: apt-get install nginx-light libnginx-mod-http-brotli-static wrk',
    );
    process.exit(1);
  }
  console.log('Pages behind nginx with one worker, under wrk on this machine:\n');
  table(
    ['site', 'page', 'kB brotli', 'kB', 'requests a second', 'without brotli'],
    (await measureLoad(['dist', ...folders])).map((it) => [
      it.site,
      it.page,
      kilobytes(it.brotli),
      kilobytes(it.whole),
      it.perSecond.toFixed(0),
      it.perSecondWhole.toFixed(0),
    ]),
  );
}

/**
 * The home page of each built site in `folders`, and of the pages that all of them have the one that is of middle size in
 * the first, all behind the headers of ours.
 */
async function measureLoad(folders: readonly string[]): Promise<Load[]> {
  const [first = 'dist', ...others] = folders;
  const shared = globSync('**/index.html', { cwd: first }).filter((page) =>
    others.every((folder) => existsSync(join(folder, page))),
  );
  const bySize = shared.toSorted((a, b) => size(first, a) - size(first, b));
  const middle = bySize[Math.floor(bySize.length / 2)] ?? 'index.html';
  const measured: Load[] = [];
  for (const page of new Set(['index.html', middle])) {
    for (const folder of folders) measured.push(await measurePage(folder, page));
  }
  return measured;
}

function size(folder: string, page: string): number {
  return readFileSync(join(folder, page)).length;
}

async function measurePage(folder: string, page: string): Promise<Load> {
  const root = mkdtempSync(join(tmpdir(), 'load-'));
  const bytes = readFileSync(join(folder, page));
  const brotli = brotliCompressSync(bytes);
  mkdirSync(dirname(join(root, page)), { recursive: true });
  writeFileSync(join(root, page), bytes);
  writeFileSync(join(root, `${page}.br`), brotli);
  writeFileSync(join(root, `${page}.gz`), gzipSync(bytes, { level: 9 }));
  const port = await freePort();
  const answers = { ...(await readAnswers('dist', site.base)), base: '/', redirects: [] };
  const place = { host: 'localhost', folder: root, listen: `127.0.0.1:${port}` };
  const [text = ''] = Object.values(hosts['nginx']?.(answers, place, await sizeOf('dist')).files ?? {});
  const host = await runNginx(text, port);
  try {
    const path = `/${page.replace(/index\.html$/, '')}`;
    const { status, body } = await ask(port, path, { 'accept-encoding': 'br' });
    if (status !== 200 || body.length !== brotli.length) throw new Error(`${path} was answered with ${status}.`);
    const url = `http://127.0.0.1:${port}${path}`;
    return {
      site: folder,
      page: path,
      brotli: brotli.length,
      whole: bytes.length,
      perSecond: requests(url, 'br'),
      perSecondWhole: requests(url, 'identity'),
    };
  } finally {
    await host.stop();
    rmSync(root, { recursive: true });
  }
}

function requests(url: string, accepted: string): number {
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-H', `Accept-Encoding: ${accepted}`, url];
  const told = execFileSync('wrk', args, { encoding: 'utf8' });
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(told)?.[1] ?? 0);
}

/** nginx and Caddy from the system, started with a configuration of ours on free ports of this machine. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that runs here. */
export interface RunningHost {
  stop: () => Promise<void>;
}

const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Whether nginx and its brotli module are installed; `caddy` whether Caddy is. */
export const installed = {
  nginx: spawnSync('nginx', ['-v']).status === 0 && existsSync(brotli),
  caddy: spawnSync('caddy', ['version']).status === 0,
};

/** Starts nginx with `text` as a site of it, brotli switched on, and waits until something answers on `port`. */
export async function runNginx(text: string, port: number): Promise<RunningHost> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(join(folder, 'site.conf'), text.replace('# brotli_static on;', 'brotli_static on;'));
  writeFileSync(
    join(folder, 'nginx.conf'),
    [
      `load_module ${brotli};`,
      'daemon off;',
      'worker_processes 1;',
      ...(process.getuid?.() === 0 ? ['user root;'] : []), // the built site may lie where only root may read
      `pid ${folder}/pid;`,
      'error_log stderr warn;',
      'events {}',
      `http { access_log off; ${kept.join(' ')} include ${folder}/site.conf; }`,
    ].join('\n'),
  );
  return run('nginx', ['-e', 'stderr', '-c', join(folder, 'nginx.conf')], folder, port);
}

/** Starts Caddy with `text` as its Caddyfile, and waits until something answers on `port`. It asks nobody for a certificate. */
export async function runCaddy(text: string, port: number): Promise<RunningHost> {
  const folder = mkdtempSync(join(tmpdir(), 'caddy-'));
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_certs\n\tskip_install_trust\n}\n\n${text}`);
  return run('caddy', ['run', '--adapter', 'caddyfile', '--config', file], folder, port);
}

async function run(command: string, args: string[], folder: string, port: number): Promise<RunningHost> {
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => void (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let wait = 0; child.exitCode === null && wait < 200; wait += 1) {
    if (await answers(port)) return { stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`${command} did not start:\n${output}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((tell) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('connect', () => {
      socket.destroy();
      tell(true);
    });
    socket.on('error', () => tell(false));
  });
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** An answer as it came, without redirects followed or bodies unpacked. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks for `path` exactly as it is written: no step of a path is resolved, no character escaped. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', ...headers }: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((tell, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        tell({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });
}

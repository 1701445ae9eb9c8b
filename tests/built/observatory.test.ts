import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createRedirect } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { hosts, readAnswers, sizeOf } from '../../src/hosts/hosts.node.ts';
import { createSiteServer } from '../../src/site/server.node.ts';
import { installed, runCaddy, runNginx } from '../running-hosts.ts';
import { builtFolder } from '../built-site.ts';

const version = '1.4.8';
const folder = resolve('.cache/observatory');
const program = join(folder, 'node_modules/@mdn/mdn-http-observatory');

/** The scanner's grade, and the tests that did not pass. */
interface Verdict {
  grade: string;
  failed: string[];
}

/** Whether nobody listens on a port of this machine. */
async function isFree(port: number): Promise<boolean> {
  return new Promise((tell) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('connect', () => {
      socket.destroy();
      tell(false);
    });
    socket.on('error', () => tell(true));
  });
}

/**
 * Puts the scanner into the cache and returns true if it is there. It is no dependency of the project: its install
 * script downloads lists from the network, and npm before 11.16 would run it and fail without one.
 */
function install(): boolean {
  if (!existsSync(join(program, 'package.json'))) {
    mkdirSync(folder, { recursive: true });
    const options = [
      '--ignore-scripts',
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--fetch-retries=0',
    ];
    const name = `@mdn/mdn-http-observatory@${version}`;
    spawnSync('npm', ['install', ...options, '--prefix', folder, name], { shell: process.platform === 'win32' });
  }
  if (!existsSync(join(program, 'package.json'))) return false;
  // The list of hosts that browsers know by heart, which its install script would have loaded; ours is not on it.
  writeFileSync(join(program, 'conf/hsts-preload.json'), '{}');
  return true;
}

async function whyNot(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'it needs the ports 80 and 443, which only root may open';
  if (!(await isFree(80)) || !(await isFree(443))) return 'the port 80 or 443 is taken';
  if (spawnSync('openssl', ['version']).status !== 0) return 'there is no openssl to make a certificate';
  if (!install()) return 'the package could not be installed';
  return undefined;
}

const reason = await whyNot();
if (reason !== undefined) console.log(`The HTTP Observatory did not run: ${reason}.`);

describe.skipIf(reason !== undefined)("MDN's HTTP Observatory", () => {
  const keys = mkdtempSync(join(tmpdir(), 'observatory-'));
  afterAll(() => rmSync(keys, { recursive: true }));

  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(keys, name)) as [string, string];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  if (reason === undefined) {
    const request = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      certificate,
    ];
    spawnSync('openssl', [...request, ...subject]);
  }

  /** Serves the site in `root` as on a real host, by TLS with a redirect from plain HTTP; gives what ends it. */
  async function serve(root: string): Promise<() => void> {
    const site = createSiteServer(root, '/');
    const secure = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
      site.emit('request', request, response);
    });
    const plain = createRedirect((request, response) => {
      response.writeHead(301, { location: `https://localhost${request.url ?? '/'}` }).end();
    });
    const servers: [Server, number][] = [
      [secure, 443],
      [plain, 80],
    ];
    for (const [server, port] of servers) await new Promise<void>((ready) => void server.listen(port, () => ready()));
    return () => {
      for (const [server] of servers) server.close();
      secure.closeAllConnections();
      plain.closeAllConnections();
    };
  }

  /** What the scanner says of the host that runs. */
  async function scan(): Promise<Verdict> {
    const { stdout } = await promisify(execFile)(process.execPath, [join(program, 'src/scan.js'), 'localhost'], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
    });
    const { scan: result, tests } = JSON.parse(stdout) as {
      scan: { grade: string };
      tests: Record<string, { pass: boolean }>;
    };
    return { grade: result.grade, failed: Object.keys(tests).filter((name) => tests[name]?.pass === false) };
  }

  for (const [name, run] of [
    ['nginx', runNginx],
    ['caddy', runCaddy],
  ] as const) {
    test.skipIf(!installed[name])(
      `gives the site an A+ behind ${name}, as it is configured by us, and check:host finds nothing to mend`,
      async () => {
        const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate };
        const place = { host: 'localhost', folder: resolve(builtFolder), tls: { certificate, key } };
        const answers = await readAnswers(builtFolder, '/');
        const files = hosts[name]?.(answers, place, await sizeOf(builtFolder)).files ?? {};
        const host = await run(Object.values(files)[0] ?? '', 443);
        try {
          expect(await scan()).toEqual({ grade: 'A+', failed: [] });
          const look = ['scripts/check-host.ts', 'https://localhost/'];
          const { stdout } = spawnSync(process.execPath, look, { env, encoding: 'utf8' });
          const [, ...said] = stdout.split('\n\n');
          expect(said.pop()).toMatch(/^\d+ questions asked/);
          // Only a release has compressed files beside the pages.
          expect(said.filter((fault) => !fault.includes('with gzip although brotli'))).toEqual([]);
        } finally {
          await host.stop();
        }
      },
    );
  }

  test('gives the site an A+ behind our own server, and a page without headers no A', async () => {
    const end = await serve(builtFolder);
    const verdict = await scan().finally(end);
    expect(verdict).toEqual({ grade: 'A+', failed: [] });

    const root = join(keys, 'bare');
    mkdirSync(root);
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Bare</title>');
    const endBare = await serve(root);
    const { grade, failed } = await scan().finally(endBare);
    expect(grade).not.toMatch(/^A/);
    expect(failed).toContain('content-security-policy');
  });
});

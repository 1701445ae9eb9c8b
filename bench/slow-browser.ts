/** A browser as a reader with a slow phone has it, and a server that counts what it sends. */
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { findChromium, quietly } from '../scripts/chromium.mjs';
import { isPackable, typeOf } from '../src/site/answers.ts';
import { createSiteServer } from '../src/site/server.node.ts';

/** What a line brings: milliseconds there and back, bits a second, and how many times slower the processor is. */
export interface Line {
  roundTrip: number;
  down: number;
  up: number;
  slowdown: number;
}

/** Lighthouse's “slow 4G” phone. */
export const slow4G: Line = { roundTrip: 150, down: 1_600_000, up: 750_000, slowdown: 4 };
/** A usual line at home. */
export const usualLine: Line = { roundTrip: 40, down: 20_000_000, up: 5_000_000, slowdown: 1 };

/** One answer of a server. */
export interface Sent {
  path: string;
  /** Bytes of the body as a host sends it that has compressed its files beforehand. */
  body: number;
  /** Bytes that went over the line here: compressed in haste, and with headers, which HTTP/2 would shorten. */
  line: number;
  /** What the request is for: `document`, `font`, `serviceworker`; `empty` for what a script fetches. */
  use: string;
}

/** A built site on a port of its own. */
export interface Served {
  name: string;
  origin: string;
  /** All answers so far, whoever asked: the page, a worker, or the browser ahead of a click. */
  sent: Sent[];
  close: () => unknown;
}

/** Serves a built site as our own server does all of them, compressed by brotli. */
export async function serve(name: string, folder: string): Promise<Served> {
  const sent: Sent[] = [];
  const bodies = new Map<string, number>();
  const server = createSiteServer(folder, '/');
  server.prependListener('request', (request, response) => {
    const { socket, url = '/' } = request;
    const before = socket.bytesWritten;
    response.on('close', () => {
      const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
      const body = bodies.get(path) ?? bodyOf(folder, path);
      bodies.set(path, body);
      const use = String(request.headers['sec-fetch-dest']);
      sent.push({ path, body, line: socket.bytesWritten - before, use });
    });
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { name, origin: `http://localhost:${port}`, sent, close: () => server.close() };
}

function bodyOf(folder: string, path: string): number {
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (!existsSync(file)) return 0;
  const content = readFileSync(file);
  return isPackable(typeOf(file)) ? brotliCompressSync(content).length : content.length;
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: quietly,
  });
}

/** A page on such a line. Workers of the page are on the same line. */
export async function slowPage(context: BrowserContext, line: Line): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.roundTrip,
    downloadThroughput: line.down / 8,
    uploadThroughput: line.up / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: line.slowdown });
  return page;
}

/** The origin of a site at the far end of such a line; a browser that slows down its own line makes no page ready. */
export async function atFarEnd({ origin }: Served, { roundTrip, down, up }: Line): Promise<[string, Server]> {
  const relay = createServer((near) => {
    const far = connect(Number(new URL(origin).port));
    for (const [from, to, bits] of [
      [near, far, up],
      [far, near, down],
    ] as const) {
      let free = 0; // when the last byte so far has left
      from.on('data', (bytes) => {
        free = Math.max(free, performance.now()) + (bytes.length * 8000) / bits;
        setTimeout(() => to.write(bytes), free - performance.now() + roundTrip / 2);
      });
      from.on('error', Boolean).on('close', () => setTimeout(() => to.destroy(), roundTrip));
    }
  });
  await once(relay.listen(0), 'listening');
  return [`http://localhost:${(relay.address() as AddressInfo).port}`, relay];
}

/** Waits until the server has sent nothing for `quiet` milliseconds. */
export async function untilQuiet({ sent }: Served, quiet = 1500): Promise<void> {
  let seen = -1;
  while (seen !== sent.length) {
    seen = sent.length;
    await pause(quiet);
  }
}

/** What all these answers weigh together, as bodies. */
export function bytesOf(sent: readonly Sent[]): { all: number; fonts: number; line: number } {
  const sum = (some: readonly Sent[]) => some.reduce((total, { body }) => total + body, 0);
  const fonts = sent.filter(({ path }) => extname(path) === '.woff2');
  return { all: sum(sent), fonts: sum(fonts), line: sent.reduce((total, { line }) => total + line, 0) };
}

/** The least, the middle and the largest of some figures. */
export interface Spread {
  least: number;
  median: number;
  most: number;
}

export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (place: number) => Math.round((sorted[place] ?? NaN) * 1000) / 1000;
  return { least: at(0), median: at(Math.floor((sorted.length - 1) / 2)), most: at(sorted.length - 1) };
}

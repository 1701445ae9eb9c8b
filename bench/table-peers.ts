/**
 * Our largest table beside the two ways in which others publish such tables: MDN's pages fetch the data of one feature
 * and draw the table by script; caniuse loads the data of all features first. The data is the real, published one; the
 * script that draws it is ours and does no more than that, which is kind to both.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { site } from '../src/site.config.ts';
import { openBrowser } from './slow-browser.ts';

/** One way of publishing a table; sizes in bytes as a host sends them, time on a slow line and a slowed-down browser. */
export interface Way {
  name: string;
  cells: number;
  bytes: number;
  untilTable: number;
  /** The longest task until a second after that. */
  longestTask: number;
}

/** A feature of browser-compat-data: versions by browser, and further features inside. */
interface Compat {
  __compat?: { support: Record<string, unknown> };
}
type Feature = Record<string, Compat>;

const slowdown = 4;
/** Chromium's preset “Slow 4G”. */
const line = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json' };

/** Installs both packages in a folder of its own, and measures. Throws where npm can't reach them. */
export async function measureWays(): Promise<Way[]> {
  const folder = mkdtempSync(join(tmpdir(), 'table-peers-'));
  try {
    const wanted = ['@mdn/browser-compat-data', 'caniuse-db'];
    execFileSync('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...wanted]);
    const data = (path: string) => readFileSync(join(folder, 'node_modules', path), 'utf8');
    const compat = JSON.parse(data('@mdn/browser-compat-data/data.json')) as Record<
      string,
      Record<string, Record<string, Feature>>
    >;
    const files = new Map<string, string>([
      ['/mdn/', page('mdn.json', drawCompat)],
      ['/mdn/mdn.json', JSON.stringify(wordiest(compat['html']?.['elements'] ?? {}))],
      ['/same/', page(`${site.base}data/drivers.json`, drawDrivers)],
      ['/caniuse/', page('all.json', drawUses)],
      ['/caniuse/all.json', data('caniuse-db/data.json')],
    ]);
    return [
      await measure('ours: in the HTML', `${site.base}drivers/`, files),
      await measure("the same facts MDN's way: JSON, drawn by script", '/same/', files),
      await measure("MDN's own: one feature, drawn by script", '/mdn/', files),
      await measure("caniuse's own: all data first, drawn by script", '/caniuse/', files),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(name: string, path: string, files: ReadonlyMap<string, string>): Promise<Way> {
  let bytes = 0;
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = asked.endsWith('/') ? `${asked}index.html` : asked;
    try {
      const content = files.get(asked) ?? readFileSync(join('dist', file.slice(site.base.length)));
      const isText = files.has(asked) || /\.(?:html|css|js|json|svg)$/.test(file);
      const body = isText ? brotliCompressSync(content) : content;
      if (isText) bytes += body.length; // Fonts are the same on any way.
      const type = types[extname(file)] ?? (isText ? 'text/html' : 'application/octet-stream');
      response.writeHead(200, { 'Content-Type': type, ...(isText && { 'Content-Encoding': 'br' }) }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await tab.addInitScript(() => {
      const tasks: number[] = ((globalThis as unknown as { tasks: number[] }).tasks = []);
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
        buffered: true,
      });
      const look = () => {
        if (document.querySelector('td') === null) requestAnimationFrame(look);
        else requestAnimationFrame(() => performance.mark('table'));
      };
      look();
    });
    const session = await tab.context().newCDPSession(tab);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', line);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await tab.goto(`http://localhost:${port}${path}`, { timeout: 20_000 });
    await tab.waitForFunction(() => performance.getEntriesByName('table').length > 0, undefined, { timeout: 20_000 });
    const untilTable = await tab.evaluate(() => performance.getEntriesByName('table')[0]?.startTime ?? NaN);
    await tab.waitForTimeout(1000);
    const tasks = await tab.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
    const longestTask = Math.round(Math.max(0, ...tasks));
    return { name, cells: await tab.locator('td').count(), bytes, untilTable: Math.round(untilTable), longestTask };
  } finally {
    await browser.close();
    server.close();
  }
}

/** The HTML element about which most is said. */
function wordiest(elements: Record<string, Feature>): Feature {
  const letters = (feature: Feature) => JSON.stringify(feature).length;
  return Object.values(elements).toSorted((a, b) => letters(b) - letters(a))[0] ?? {};
}

function page(data: string, draw: (json: never, body: HTMLElement) => void): string {
  return `<!doctype html><html lang="en"><title>Table</title><body><script type="module">fetch('${data}').then((response) => response.json()).then((json) => (${draw.toString()})(json, document.body))</script></body></html>`;
}

/** Runs in the page, like the next one. */
function drawCompat(feature: Feature, body: HTMLElement): void {
  const table = document.createElement('table');
  for (const [name, { __compat }] of Object.entries(feature)) {
    const row = table.insertRow();
    row.append(Object.assign(document.createElement('th'), { textContent: name }));
    for (const support of Object.values(__compat?.support ?? {}))
      row.insertCell().textContent = JSON.stringify(support);
  }
  body.append(table);
}

function drawUses(
  { data }: { data: Record<string, { stats: Record<string, Record<string, string>> }> },
  body: HTMLElement,
): void {
  const table = document.createElement('table');
  for (const [browser, versions] of Object.entries(data['flexbox']?.stats ?? {})) {
    const row = table.insertRow();
    row.append(Object.assign(document.createElement('th'), { textContent: browser }));
    for (const support of Object.values(versions)) row.insertCell().textContent = support;
  }
  body.append(table);
}

interface Driver {
  facts: Record<string, { value: unknown; note?: string; source?: string; checked: string }>;
}

function drawDrivers({ drivers }: { drivers: Record<string, Driver> }, body: HTMLElement): void {
  const table = document.createElement('table');
  for (const key of Object.keys(Object.values(drivers)[0]?.facts ?? {})) {
    const row = table.insertRow();
    row.append(Object.assign(document.createElement('th'), { textContent: key }));
    for (const { facts } of Object.values(drivers)) {
      const { value, note, source, checked } = facts[key] ?? { value: '', checked: '' };
      row
        .insertCell()
        .append(
          Object.assign(document.createElement('b'), { textContent: String(value) }),
          Object.assign(document.createElement('a'), { href: source, title: `read ${checked}`, textContent: 'source' }),
          Object.assign(document.createElement('small'), { textContent: note ?? '' }),
        );
    }
  }
  body.append(table);
}

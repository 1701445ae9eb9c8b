/**
 * How long the largest comparison holds up a reader: for each interaction, on a browser slowed down four times, the
 * milliseconds from the key or click to the next picture (Event Timing) and the longest task in between.
 */
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { findChromium } from '../scripts/chromium.mjs';
import { createSiteServer } from '../src/site/server.node.ts';
import { site } from '../src/site.config.ts';

/** One interaction and what it cost, in milliseconds. */
export interface Interaction {
  name: string;
  untilPicture: number;
  longestTask: number;
}

const slowdown = 4;

const interactions: readonly [string, (page: Page) => Promise<unknown>][] = [
  ['open the panel', (page) => page.getByRole('button', { name: 'Change this table' }).click()],
  ['show only what differs', (page) => page.getByLabel('Show only what differs').click()],
  ['show all again', (page) => page.getByLabel('Show only what differs').click()],
  ['type a letter into “Find a fact”', (page) => page.getByLabel('Find a fact').press('i')],
  ['type another', (page) => page.getByLabel('Find a fact').press('n')],
  ['delete both', async (page) => page.getByLabel('Find a fact').fill('')],
  ['take a driver out', (page) => page.getByLabel('Docker aufs', { exact: true }).click()],
  ['move a driver', (page) => page.getByRole('button', { name: 'Move Docker vfs left' }).click()],
  ['hide a group', (page) => page.getByLabel('Operations', { exact: true }).click()],
  ['compare with overlay2', (page) => page.getByLabel('Compare with').selectOption('docker-overlay2')],
  ['sort by layer limit', (page) => page.getByLabel('Sort the drivers by').selectOption('max_layers')],
  [
    'go to July 2014',
    async (page) => {
      await page.getByLabel('As of a day or a release').fill('July 2014');
      await page.getByLabel('As of a day or a release').press('Enter');
    },
  ],
  ['everything again', (page) => page.getByRole('button', { name: 'Show everything again' }).click()],
  [
    'walk to a cell',
    async (page) => {
      await page.getByRole('columnheader', { name: 'Fact', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
    },
  ],
];

/** Measures all interactions of the comparison in `dist/`, each once, in the order in which a reader might do them. */
export async function measureComparison(): Promise<Interaction[]> {
  const server = createSiteServer('dist', site.base).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`http://localhost:${port}${site.base}drivers/`);
    await page.getByRole('button', { name: 'Change this table' }).hover();
    await page.waitForFunction(() => customElements.get('compare-controls') !== undefined);
    await page.evaluate(observe);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const measured: Interaction[] = [];
    for (const [name, act] of interactions) {
      await page.evaluate(() => (globalThis as unknown as Seen).seen.splice(0));
      await act(page);
      await page.waitForTimeout(1_000);
      const seen = await page.evaluate(() => (globalThis as unknown as Seen).seen);
      const longest = (type: string) => Math.max(0, ...seen.filter((entry) => entry.type === type).map(({ ms }) => ms));
      measured.push({ name, untilPicture: longest('event'), longestTask: longest('longtask') });
    }
    return measured;
  } finally {
    await browser.close();
    server.close();
  }
}

interface Seen {
  seen: { type: string; ms: number }[];
}

/** Runs in the page: keeps every slow event and every long task. */
function observe(): void {
  const seen: Seen['seen'] = ((globalThis as unknown as Seen).seen = []);
  const keep = (list: PerformanceObserverEntryList) => {
    for (const { entryType, duration } of list.getEntries()) seen.push({ type: entryType, ms: Math.round(duration) });
  };
  new PerformanceObserver(keep).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver(keep).observe({ type: 'longtask' });
}

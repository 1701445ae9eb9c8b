/** How long a reader who types waits for results once the search is loaded: from each key to the last change of the list. */
import { chromium } from '@playwright/test';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { findChromium } from '../scripts/chromium.mjs';
import { createSiteServer } from '../src/site/server.node.ts';
import { site } from '../src/site.config.ts';

/** A text typed letter by letter; times in milliseconds. */
export interface Typed {
  text: string;
  median: number;
  longest: number;
}

const texts = ['overlay2', 'thin pool', 'no space left on device', 'storage driver btrfs'];

/** Types each text into the search page of `dist/`, after a first search has loaded what there is to load. */
export async function measureTyping(): Promise<Typed[]> {
  const server = createSiteServer('dist', site.base).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`http://localhost:${port}${site.base}search/`);
    const field = page.getByRole('combobox');
    await field.fill('device');
    await page.getByRole('option').first().waitFor();
    await page.evaluate(observe);
    const typed: Typed[] = [];
    for (const text of texts) {
      await field.fill('');
      await page.waitForTimeout(500);
      const waits: number[] = [];
      for (const letter of text) {
        await page.evaluate(() => (globalThis as unknown as Waits).waits.splice(0));
        await page.keyboard.type(letter);
        await page.waitForTimeout(400);
        waits.push(await page.evaluate(() => (globalThis as unknown as Waits).waits.at(-1) ?? 0));
      }
      const sorted = waits.toSorted((a, b) => a - b);
      typed.push({ text, median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 });
    }
    return typed;
  } finally {
    await browser.close();
    server.close();
  }
}

interface Waits {
  waits: number[];
}

/** Runs in the page: keeps how long after the last key each change of the results came. */
function observe(): void {
  const waits: Waits['waits'] = ((globalThis as unknown as Waits).waits = []);
  let since = 0;
  addEventListener('input', () => (since = performance.now()), { capture: true });
  const list = document.querySelector('result-list');
  if (list === null) throw new Error('The search page has no list of results.');
  new MutationObserver(() => waits.push(performance.now() - since)).observe(list, { childList: true });
}

/**
 * How long the largest comparison holds up a reader: for each interaction, on a browser slowed down four times, the
 * milliseconds from the key or click to the next picture (Event Timing) and the longest task in between.
 */
import type { Locator, Page } from '@playwright/test';
import { withBuiltPage } from './built-page.ts';

/** One interaction and what it cost, in milliseconds. */
export interface Interaction {
  name: string;
  untilPicture: number;
  longestTask: number;
}

const slowdown = 4;

/** What a reader does, in this order: `prepare` is not measured, `act` is. */
interface Step {
  name: string;
  prepare: (page: Page) => Promise<Locator>;
  act: (page: Page, place: { x: number; y: number }) => Promise<unknown>;
}

/** A click by coordinates, since a test tool's own look at the page before a click would be measured as well. */
function click(name: string, find: (page: Page) => Locator): Step {
  return {
    name,
    prepare: async (page) => Promise.resolve(find(page)),
    act: (page, { x, y }) => page.mouse.click(x, y),
  };
}

/** A key in a field or cell that has the focus already. */
function press(name: string, key: string, find: (page: Page) => Locator, text = ''): Step {
  return {
    name,
    prepare: async (page) => {
      await find(page).focus();
      if (text !== '') await page.keyboard.type(text);
      return find(page);
    },
    act: (page) => page.keyboard.press(key),
  };
}

const find = (page: Page) => page.getByLabel('Find a fact');
const moment = (page: Page) => page.getByLabel('As of a day or a release');

const steps: readonly Step[] = [
  click('open the panel', (page) => page.getByRole('button', { name: 'Change this table' })),
  click('show only what differs', (page) => page.getByLabel('Show only what differs')),
  click('show all again', (page) => page.getByLabel('Show only what differs')),
  press('type a letter into “Find a fact”', 'i', find),
  press('type another', 'n', find),
  press('delete one', 'Backspace', find),
  press('delete the other', 'Backspace', find),
  click('take a driver out', (page) => page.getByLabel('Docker aufs', { exact: true })),
  click('move a driver', (page) => page.getByRole('button', { name: 'Move Docker vfs left' })),
  click('hide a group', (page) => page.getByLabel('Operations', { exact: true })),
  press('compare with the first', 'ArrowDown', (page) => page.getByLabel('Compare with')),
  press('sort by the first fact', 'ArrowDown', (page) => page.getByLabel('Sort the drivers by')),
  press('go to July 2014', 'Enter', moment, 'July 2014'),
  click('everything again', (page) => page.getByRole('button', { name: 'Show all again' })),
  press('walk to a cell', 'ArrowDown', (page) => page.getByRole('columnheader', { name: 'Fact', exact: true })),
];

/** Measures all interactions of the comparison in `dist/`, each once, in the order in which a reader might do them. */
export async function measureComparison(): Promise<Interaction[]> {
  return withBuiltPage('drivers/', async (page) => {
    await page.getByRole('button', { name: 'Change this table' }).hover();
    await page.waitForFunction(() => customElements.get('compare-controls') !== undefined);
    await page.evaluate(observe);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const measured: Interaction[] = [];
    for (const { name, prepare, act } of steps) {
      const target = await prepare(page);
      await target.scrollIntoViewIfNeeded();
      const box = await target.boundingBox();
      await page.waitForTimeout(500);
      await page.evaluate(() => (globalThis as unknown as Seen).seen.splice(0));
      await act(page, { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 });
      await page.waitForTimeout(2_000);
      const seen = await page.evaluate(() => (globalThis as unknown as Seen).seen);
      const longest = (type: string) => Math.max(0, ...seen.filter((entry) => entry.type === type).map(({ ms }) => ms));
      measured.push({ name, untilPicture: longest('event'), longestTask: longest('longtask') });
    }
    return measured;
  });
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

/** What it costs to read the same article in our site and in our peers', and how soon the next page is there. */
import type { Browser } from '@playwright/test';
import { BrowserTab } from '../tests/browser-tab.ts';
import { atFarEnd, bytesOf, openBrowser, slow4G, slowPage, spreadOf, untilQuiet, usualLine } from './slow-browser.ts';
import type { Sent, Served, Spread } from './slow-browser.ts';

const article = '/posts/mind-the-storage-driver/';
/** Stands in the second paragraph of the article, in every site. */
const nextPage = '/errors/no-space-left-on-device/';

const screens = {
  phone: { viewport: { width: 412, height: 823 }, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1280, height: 800 } },
} as const;

/** One site on one screen; times in milliseconds after the navigation began. */
export interface Reading {
  site: string;
  screen: keyof typeof screens;
  runs: number;
  requests: number;
  /** Bodies, as a host sends them that has compressed its files beforehand. */
  bytes: number;
  bytesWithoutFonts: number;
  /** What a service worker fetches beside, once the article is there, to keep for a reader without network. */
  bytesKept: number;
  /** All without those, as they were sent here, with headers. */
  bytesOnLine: number;
  firstPaint: Spread;
  /** Largest contentful paint. */
  largestPaint: Spread;
  /** Cumulative layout shift: 0 is none. */
  shift: Spread;
  longestTask: Spread;
}

/** Milliseconds from a click on a link, on which the pointer has rested as readers do, until the next page is drawn. */
export interface Next {
  site: string;
  runs: number;
  untilShown: Spread;
}

/** Reads the article in each site in turn, `runs` times, each time with an empty cache. */
export async function measureReading(sites: readonly Served[], runs: number): Promise<Reading[]> {
  const browser = await openBrowser();
  try {
    const measured: Reading[] = [];
    for (const screen of ['phone', 'desk'] as const) {
      const visits = new Map<Served, Visit[]>();
      for (let run = 0; run < runs; run += 1) {
        for (const site of sites) visits.set(site, [...(visits.get(site) ?? []), await visit(browser, site, screen)]);
      }
      for (const [{ name }, all] of visits) {
        const spread = (figure: (one: Visit) => number) => spreadOf(all.map(figure));
        measured.push({
          site: name,
          screen,
          runs,
          requests: spread((one) => one.requests).median,
          bytes: spread((one) => one.bytes).median,
          bytesWithoutFonts: spread((one) => one.bytes - one.fonts).median,
          bytesKept: spread((one) => one.kept).median,
          bytesOnLine: spread((one) => one.line).median,
          firstPaint: spread((one) => one.firstPaint),
          largestPaint: spread((one) => one.largestPaint),
          shift: spread((one) => one.shift),
          longestTask: spread((one) => one.longestTask),
        });
      }
    }
    return measured;
  } finally {
    await browser.close();
  }
}

interface Seen {
  firstPaint: number;
  largestPaint: number;
  shift: number;
  longestTask: number;
}

interface Visit extends Seen {
  requests: number;
  bytes: number;
  fonts: number;
  kept: number;
  line: number;
}

async function visit(browser: Browser, site: Served, screen: keyof typeof screens): Promise<Visit> {
  const context = await browser.newContext(screens[screen]);
  try {
    const page = await slowPage(context, slow4G);
    await page.addInitScript(observe);
    const before = site.sent.length;
    await page.goto(site.origin + article);
    await untilQuiet(site);
    const sent = site.sent.slice(before);
    // No article of these sites fetches anything by its own script.
    const isKept = ({ use }: Sent) => use === 'empty' || use === 'serviceworker';
    const own = sent.filter((one) => !isKept(one));
    const { all, fonts, line } = bytesOf(own);
    const kept = bytesOf(sent.filter(isKept)).all;
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
    return { ...seen, requests: own.length, bytes: all, fonts, kept, line };
  } finally {
    await context.close();
  }
}

/** An entry of any kind; only layout shifts have the last two. */
interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/** Runs in the page, before anything else: keeps what the browser says of its drawing. */
function observe(): void {
  const seen: Seen = { firstPaint: 0, largestPaint: 0, shift: 0, longestTask: 0 };
  (globalThis as unknown as { seen: Seen }).seen = seen;
  const watch = (type: string, keep: (entry: Shift) => void) =>
    new PerformanceObserver((list) => (list.getEntries() as Shift[]).forEach(keep)).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaint = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime));
  watch('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  watch('longtask', ({ duration }) => (seen.longestTask = Math.max(seen.longestTask, duration)));
}

/** Goes from the article to the next page in each site in turn, `runs` times, with an empty cache on a usual line. */
export async function measureNext(sites: readonly Served[], runs: number): Promise<Next[]> {
  const times = new Map<Served, number[]>();
  for (let run = 0; run < runs; run += 1) {
    for (const site of sites) times.set(site, [...(times.get(site) ?? []), await goOn(site)]);
  }
  return [...times].map(([{ name }, all]) => ({ site: name, runs, untilShown: spreadOf(all) }));
}

async function goOn(site: Served): Promise<number> {
  const [origin, relay] = await atFarEnd(site, usualLine);
  const tab = await BrowserTab.open((send) => {
    void send('Page.enable');
    void send('Page.addScriptToEvaluateOnNewDocument', { source: `(${noteClick.toString()})()` });
  });
  try {
    await tab.goto(origin + article);
    await untilQuiet(site);
    await tab.click(`main a[href^="${nextPage}"]`);
    await tab.until(`sessionStorage.getItem('shown') !== null`);
    return Number(await tab.evaluate(`sessionStorage.getItem('shown')`));
  } finally {
    await tab.close();
    relay.close();
  }
}

/** Runs in every page: keeps when a click came, and when another heading than before it was drawn. */
function noteClick(): void {
  const now = () => performance.timeOrigin + performance.now();
  const heading = () => document.querySelector('h1')?.textContent ?? '';
  addEventListener(
    'click',
    () => {
      sessionStorage.setItem('clicked', String(now()));
      sessionStorage.setItem('heading', heading());
    },
    { capture: true },
  );
  const look = () => {
    const before = sessionStorage.getItem('heading');
    const isNext = before !== null && heading() !== '' && heading() !== before;
    if (!isNext) requestAnimationFrame(look);
    // The frame that has the heading is drawn when the next one begins.
    else
      requestAnimationFrame(() =>
        sessionStorage.setItem('shown', String(now() - Number(sessionStorage.getItem('clicked')))),
      );
  };
  look();
}

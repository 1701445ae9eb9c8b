/** The same questions, put into the search of our site and of our peers' sites of the same pages, as a reader would. */
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { knownErrors } from '../tests/fixtures/known-errors.ts';
import { keptPastes, readPastes } from '../tests/fixtures/pastes.ts';
import type { Paste } from '../tests/fixtures/pastes.ts';
import type { PlainPage } from './peer-sites.ts';
import { bytesOf, openBrowser, slow4G, slowPage, spreadOf, untilQuiet } from './slow-browser.ts';
import type { Served, Spread } from './slow-browser.ts';

/** A site with a search in it. */
export interface Searched extends Served {
  search: SearchBox;
  /** Addresses of its pages by their titles. */
  addresses: ReadonlyMap<string, string>;
}

/** How a search is used: all of them open with Ctrl-K. Selectors, of what is there once it is open. */
export interface SearchBox {
  field: string;
  /** Links of results, best first; or whatever stands for them. */
  results: string;
  /** Runs in the page, where results are no links: the title of the page that one of them leads to. */
  titleOf?: (result: Element) => string;
  /** Runs in the page: whether the answer is complete. */
  isAnswered: () => boolean;
}

export const ourSearch: SearchBox = {
  field: 'dialog [data-field]',
  results: 'dialog [role=option]',
  isAnswered: () => document.querySelector('dialog result-list')?.ariaBusy === 'false',
};

export const searchBoxes = {
  starlight: {
    field: '#starlight__search input',
    results: '.pagefind-ui__result-link',
    isAnswered: () => {
      const message = document.querySelector('.pagefind-ui__message')?.textContent ?? '';
      const loading = document.querySelector('.pagefind-ui__loading') !== null;
      return message !== '' && !message.startsWith('Searching') && !loading;
    },
  },
  vitepress: {
    field: '.VPLocalSearchBox .search-input',
    results: '.VPLocalSearchBox a.result',
    isAnswered: () => document.querySelector('.VPLocalSearchBox :is(a.result, .no-results)') !== null,
  },
  docusaurus: {
    field: '.navbar__search-input',
    results: '.navbar__search [role=option]',
    // A result in the text of a page has its title below; one in the title has only that.
    titleOf: (result) =>
      (result.querySelector('[class^=hitPath]') ?? result.querySelector('[class^=hitTitle]'))?.textContent ?? '',
    isAnswered: () => document.querySelector('.navbar__search :is([role=option], [class^=noResults])') !== null,
  },
} satisfies Record<string, SearchBox>;

/** A question: what somebody types or pastes, and the addresses of pages that answer it. */
export interface Question {
  name: string;
  text: string;
  right: readonly string[];
}

/** The first search of a reader who has one article open, on a slow 4G phone. */
export interface FirstSearch {
  site: string;
  question: string;
  runs: number;
  /** Bodies, as a host sends them that has compressed its files beforehand, from the key that opens the search until the first result is there. */
  bytes: number;
  requests: number;
  /** Until the search is at rest. */
  bytesInAll: number;
  /** Milliseconds from that key to the first result, or to the word that there is none. */
  untilResult: Spread;
  /** Pages shown, and the place of the first right one, or 0. */
  pages: number;
  rank: number;
}

/** Answers to many pastes, in numbers of pastes. */
export interface Ranks {
  site: string;
  set: string;
  pastes: number;
  first: number;
  inThree: number;
  /** A right page is among those shown. */
  shown: number;
  /** Nothing is shown at all. */
  nothing: number;
  /** No answer within twenty seconds. */
  stuck: number;
}

const start = '/posts/mind-the-storage-driver/';

/** Five questions, from plain words to a pasted line of a log. */
export function questionsFor(pages: readonly PlainPage[]): Question[] {
  const holding = (words: string) => pages.filter(({ body }) => body.includes(words)).map(({ path }) => path);
  const noSpace = knownErrors.filter(({ id }) => id.startsWith('no-space')).map(({ id }) => `/errors/${id}/`);
  const unique = knownErrors
    .flatMap(({ messages }) => messages)
    .filter((message) => !message.includes('<') && message.length > 50)
    .map((message) => ({ message, right: holding(message) }))
    .find(({ right }) => right.length === 1);
  const bare =
    'failed to register layer: Error processing tar file(exit status 1): write /usr/lib/x: no space left on device';
  const pasted = `time="2026-03-01T10:22:11Z" level=error msg="Handler for POST /v1.43/images/create returned error: ${bare}"`;
  return [
    { name: 'words of a guide', text: 'move the data directory', right: ['/docs/move-the-data-directory/'] },
    { name: 'words of an error', text: 'no space left on device', right: holding('no space left on device') },
    { name: 'a line that one page has', text: unique?.message ?? '', right: unique?.right ?? [] },
    { name: 'a bare message', text: bare, right: noSpace },
    { name: 'a pasted log line', text: pasted, right: noSpace },
  ];
}

/** Thirty of the shared pastes, evenly spread, where they are present, and those kept ones that nothing was tuned to. */
export function pasteSets(): { name: string; pastes: Paste[] }[] {
  const shared = fileURLToPath(new URL('../../shared/inputs/pastes.jsonl', import.meta.url));
  const known = ({ expect }: Paste) => expect.length > 0;
  const wanted = 30;
  const all = existsSync(shared) ? readPastes(shared).filter(known) : [];
  const some = Array.from(
    { length: Math.min(wanted, all.length) },
    (_, place) => all[Math.floor((place * all.length) / wanted)],
  );
  return [
    { name: 'shared', pastes: some.filter((paste) => paste !== undefined) },
    { name: 'held out', pastes: keptPastes.find(({ name }) => name === 'heldout-6')?.pastes.filter(known) ?? [] },
  ];
}

/** Asks each question first, in each site in turn, `runs` times, each time with an empty cache. */
export async function measureFirstSearch(
  sites: readonly Searched[],
  questions: readonly Question[],
  runs: number,
): Promise<FirstSearch[]> {
  const browser = await openBrowser();
  try {
    const measured: FirstSearch[] = [];
    for (const question of questions) {
      const answers = new Map<Searched, First[]>();
      for (let run = 0; run < runs; run += 1) {
        for (const site of sites)
          answers.set(site, [...(answers.get(site) ?? []), await askFirst(browser, site, question)]);
      }
      for (const [{ name }, all] of answers) {
        const middle = (figure: (one: First) => number) => spreadOf(all.map(figure)).median;
        measured.push({
          site: name,
          question: question.name,
          runs,
          bytes: middle((one) => one.bytes),
          requests: middle((one) => one.requests),
          bytesInAll: middle((one) => one.bytesInAll),
          untilResult: spreadOf(all.map((one) => one.untilResult)),
          pages: middle((one) => one.found.length),
          rank: middle((one) => rankOf(one.found, question.right)),
        });
      }
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** Asks each site for each paste, one after the other in an open search, on a quick line. */
export async function measureRanks(
  sites: readonly Searched[],
  sets: readonly { name: string; pastes: readonly Paste[] }[],
): Promise<Ranks[]> {
  const browser = await openBrowser();
  try {
    const measured: Ranks[] = [];
    for (const site of sites) {
      const context = await openContext(browser, site);
      const page = await context.newPage();
      await page.goto(site.origin + start);
      for (const { name, pastes } of sets) {
        const ranks: Ranks = {
          site: site.name,
          set: name,
          pastes: pastes.length,
          first: 0,
          inThree: 0,
          shown: 0,
          nothing: 0,
          stuck: 0,
        };
        for (const { text, expect } of pastes) {
          const found = await askAgain(page, site, text);
          const rank = rankOf(
            found ?? [],
            expect.map((id) => `/errors/${id}/`),
          );
          if (found === undefined) ranks.stuck += 1;
          else if (found.length === 0) ranks.nothing += 1;
          if (rank === 1) ranks.first += 1;
          if (rank >= 1 && rank <= 3) ranks.inThree += 1;
          if (rank >= 1) ranks.shown += 1;
        }
        measured.push(ranks);
      }
      await context.close();
    }
    return measured;
  } finally {
    await browser.close();
  }
}

interface First {
  bytes: number;
  requests: number;
  bytesInAll: number;
  untilResult: number;
  found: string[];
}

async function askFirst(browser: Browser, site: Searched, { text }: Question): Promise<First> {
  const context = await openContext(browser, site);
  try {
    const page = await slowPage(context, slow4G);
    await page.goto(site.origin + start);
    await untilQuiet(site, 2000);
    const before = site.sent.length;
    const begun = performance.now();
    await open(page, site);
    await paste(page, text);
    const answered = page.waitForFunction(site.search.isAnswered, undefined, { timeout: 60_000 });
    await Promise.race([untilSeen(page.locator(site.search.results).first()), answered]);
    const untilResult = performance.now() - begun;
    const sent = site.sent.slice(before);
    await answered;
    await untilQuiet(site, 2000);
    return {
      bytes: bytesOf(sent).all,
      requests: sent.length,
      bytesInAll: bytesOf(site.sent.slice(before)).all,
      untilResult,
      found: await pagesShown(page, site),
    };
  } finally {
    await context.close();
  }
}

/** Pages shown for a text, in an open search whose last answer was put away; nothing if there is no answer in time. */
async function askAgain(page: Page, site: Searched, text: string): Promise<string[] | undefined> {
  const { field, results, isAnswered } = site.search;
  try {
    if ((await page.locator(field).count()) === 0 || !(await page.locator(field).isVisible())) await open(page, site);
    await page.locator(field).fill('');
    await page.waitForFunction((selector) => document.querySelector(selector) === null, results, { timeout: 20_000 });
    await paste(page, text);
    await page.waitForTimeout(500); // Each of them waits for a pause of the keys, and some say nothing until then.
    await page.waitForFunction(isAnswered, undefined, { timeout: 20_000 });
    return await pagesShown(page, site);
  } catch {
    // Too slow for anybody: the tab may still be busy, so the next question gets a fresh one.
    await page.goto(site.origin + start);
    return undefined;
  }
}

async function openContext(browser: Browser, { origin }: Searched): Promise<BrowserContext> {
  // Without a service worker, since what it keeps meanwhile is no part of a search.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  return context;
}

/** Opens the search by its key, once its script is there to hear it. */
async function open(page: Page, { search: { field } }: Searched): Promise<void> {
  await page.keyboard.press('Control+k');
  await untilSeen(page.locator(field));
  await page.locator(field).focus();
}

/** Looks every 20 ms, until the page is closed; a locator's own waiting looks twice a second in the end. */
async function untilSeen(locator: Locator): Promise<void> {
  while (!(await locator.isVisible().catch(() => true))) await pause(20);
}

/** Through the clipboard, so that line breaks become what the field makes of them. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

/** Addresses of the pages shown, each once, best first. */
async function pagesShown(page: Page, { search: { results, titleOf }, addresses }: Searched): Promise<string[]> {
  const shown = page.locator(results);
  if (titleOf !== undefined) {
    const titles = await Promise.all((await shown.all()).map((result) => result.evaluate(titleOf)));
    return [...new Set(titles.map((title) => addresses.get(title) ?? title))];
  }
  const paths = await shown.evaluateAll((links) =>
    links.map((link) =>
      new URL((link as HTMLAnchorElement).href).pathname.replace(/(?:index)?\.html$/, '/').replace(/\/*$/, '/'),
    ),
  );
  return [...new Set(paths)];
}

/** Place of the first right page, from 1 on, or 0. */
function rankOf(found: readonly string[], right: readonly string[]): number {
  return found.findIndex((path) => right.includes(path)) + 1;
}

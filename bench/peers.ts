/**
 * `npm run bench -- --peers`: our site beside those of others, made of the same pages, in one run. Words after it choose
 * parts: `reading`, `search`, `pastes`, `table`, and `build`, which takes a number of articles, `build=1000`. What was
 * measured is kept in `bench/results/`; README.md says what it means.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { measureBuilding } from './peer-building.ts';
import { measureNext, measureReading } from './peer-reading.ts';
import { measureFirstSearch, measureRanks, ourSearch, pasteSets, questionsFor, searchBoxes } from './peer-search.ts';
import type { Searched } from './peer-search.ts';
import { buildSite, docusaurus, hugo, readOurPages, starlight, vitepress } from './peer-sites.ts';
import { serve } from './slow-browser.ts';
import type { Spread } from './slow-browser.ts';
import { isoDay } from '../src/site/dates.ts';
import { measureWays } from './table-peers.ts';
import { kilobytes, table } from './table.ts';

const parts: Record<string, (size?: number) => Promise<void>> = { reading, search, pastes, table: tables, build };
const runs = 3;

/** Measures and prints the parts, all if none is named. */
export async function measurePeers(wanted: readonly string[]): Promise<void> {
  for (const [name, measure] of Object.entries(parts)) {
    const asked = wanted.find((part) => part.split('=')[0] === name);
    if (wanted.length === 0 || asked !== undefined) await measure(Number(asked?.split('=')[1] ?? 100));
  }
}

async function reading(): Promise<void> {
  const sites = await serveSites();
  const read = await measureReading(sites, runs);
  const next = await measureNext(sites, runs);
  sites.forEach(({ close }) => close());
  console.log('\nThe same article, first visit on slow 4G with a processor slowed down four times:\n');
  table(
    [
      'screen',
      'site',
      'requests',
      'kB',
      'without fonts',
      'with headers',
      'kept beside',
      'FCP ms',
      'LCP ms',
      'CLS',
      'longest task ms',
    ],
    read.map(({ screen, site, requests, bytes, bytesWithoutFonts, bytesOnLine, bytesKept, ...seen }) => [
      screen,
      site,
      requests,
      kilobytes(bytes),
      kilobytes(bytesWithoutFonts),
      kilobytes(bytesOnLine),
      kilobytes(bytesKept),
      ...[seen.firstPaint, seen.largestPaint].map((figure) => shown(figure, 0)),
      shown(seen.shift, 3),
      shown(seen.longestTask, 0),
    ]),
  );
  console.log('\nThe next page, from the click until it is drawn, on a usual line (ms):\n');
  table(
    ['site', 'until shown'],
    next.map(({ site, untilShown }) => [site, shown(untilShown, 0)]),
  );
  keep('peers-reading', { read, next });
}

async function search(): Promise<void> {
  const sites = await serveSites();
  const first = await measureFirstSearch(sites, questionsFor(readOurPages()), runs);
  sites.forEach(({ close }) => close());
  console.log('\nThe first search of a reader on slow 4G with a processor slowed down four times:\n');
  table(
    ['question', 'site', 'kB to the first result', 'requests', 'kB in all', 'ms', 'pages shown', 'rank'],
    first.map(({ question, site, bytes, requests, bytesInAll, untilResult, pages, rank }) => [
      question,
      site,
      kilobytes(bytes),
      requests,
      kilobytes(bytesInAll),
      shown(untilResult, 0),
      pages,
      rank === 0 ? 'absent' : rank,
    ]),
  );
  keep('peers-search', { first });
}

async function pastes(): Promise<void> {
  const sites = await serveSites();
  const ranks = await measureRanks(sites, pasteSets());
  sites.forEach(({ close }) => close());
  console.log('\nWhole pastes, with the line breaks that they have (pastes whose right page is …):\n');
  table(
    ['set', 'pastes', 'site', 'first', 'in three', 'shown', 'nothing shown', 'no answer in 20 s'],
    ranks.map(({ set, pastes: count, site, first, inThree, shown: any, nothing, stuck }) => [
      set,
      count,
      site,
      first,
      inThree,
      any,
      nothing,
      stuck,
    ]),
  );
  keep('peers-pastes', { ranks });
}

async function tables(): Promise<void> {
  console.log('\nA large table on a slow 4G line and a browser slowed down four times:\n');
  table(
    ['way', 'cells', 'kB brotli', 'bytes a cell', 'ms until the table is there', 'longest task'],
    (await measureWays()).map(({ name, cells, bytes, untilTable, longestTask }) => [
      name,
      cells,
      kilobytes(bytes),
      (bytes / cells).toFixed(0),
      untilTable,
      longestTask,
    ]),
  );
}

async function build(articles = 100): Promise<void> {
  const building = await measureBuilding([hugo, starlight, vitepress, docusaurus], articles);
  const ours = building[0]?.cold.cpu ?? NaN;
  console.log(`\nThe same invented archive of ${articles} articles (seconds, MiB, MB of the site):\n`);
  table(
    ['site', 'cold wall', 'cold CPU', 'ours ÷ it', 'peak', 'one edit, wall', 'one edit, CPU', 'files', 'output'],
    building.map(({ site, cold, edited, files, bytes }) => [
      site,
      cold.wall.toFixed(1),
      cold.cpu.toFixed(1),
      (ours / cold.cpu).toFixed(2),
      cold.peak,
      edited.wall.toFixed(1),
      edited.cpu.toFixed(1),
      files,
      (bytes / 1e6).toFixed(1),
    ]),
  );
  keep(`peers-build-${articles}`, { building });
}

/** Our built site and those of the peers, each made of our pages. A peer that can't be had is left out, and said so. */
async function serveSites(): Promise<Searched[]> {
  const pages = readOurPages();
  const addresses = new Map(pages.map(({ title, path }) => [title, path]));
  const sites: Searched[] = [{ ...(await serve('ours', 'dist')), search: ourSearch, addresses }];
  for (const [engine, box] of [
    [starlight, searchBoxes.starlight],
    [vitepress, searchBoxes.vitepress],
    [docusaurus, searchBoxes.docusaurus],
  ] as const) {
    try {
      sites.push({ ...(await serve(engine.name, buildSite(engine, pages))), search: box, addresses });
    } catch (cause) {
      console.error(`${engine.name} is left out: ${String((cause as { stderr?: unknown }).stderr ?? cause)}`);
    }
  }
  return sites;
}

/** The middle, and in brackets from where to where it went. */
function shown({ least, median, most }: Spread, digits: number): string {
  const [from = '', middle = '', to = ''] = [least, median, most].map((figure) => figure.toFixed(digits));
  return from === to ? middle : `${middle} (${from}–${to})`;
}

/** Keeps results where the next measurement is compared with them, with what they were measured on. */
function keep(name: string, results: object): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
  // How many programs wanted a processor in the last quarter of an hour: more than there are, and times are no good.
  const load = loadavg()[2];
  const text = JSON.stringify({ on: isoDay(new Date()), machine, load, ...results }, undefined, 2);
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(`bench/results/${name}.json`, `${text}\n`);
}

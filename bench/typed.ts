/** How well the search page of `dist/` answers what people type: the known errors and then the pages, as a reader sees them. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { site } from '../src/site.config.ts';
import { createDice } from './archive.ts';
import { withBuiltPage } from './built-page.ts';
import { slipsIn } from './slips.ts';
import { table } from './table.ts';

/** What somebody typed or asked, with the pages that answer it. */
interface TypedQuery {
  id: string;
  text: string;
  /** Addresses of pages, each of which is a right answer; empty where this site has none. */
  expect: string[];
  /** The thread or page of which it is the title, in which it stands, or, of this site, for which it was written. */
  source: string;
  /** When it was gathered. */
  day: string;
  /** True if the text stands nowhere, but is what we think that its asker would type into a search box. */
  derived?: true;
}

/**
 * Titles of threads and pages that a search for subjects of this site gave, as they stand, and short forms that we derived
 * from them, labelled and committed before our search was asked. The first set was worked on, the second gathered after
 * that, and the third by somebody who knew of neither. The fourth, by somebody who knew of none of the others, has questions
 * of forums and sentences of threads besides titles; it was an estimate until its misses were read. The fifth was gathered
 * after the fourth had been measured and shares no source with any of them; a third of it is asked for what is not here.
 * The sixth was gathered after the misses of the fifth had been read, by somebody who had not seen what is in the others;
 * two in five are short forms, with slips and of people whose English is not their first language. Whoever had worked on
 * it then gathered the seventh from what the same searches had left over, and did not work on that. The eighth was gathered
 * and worked on by one hand, half of it as it is typed in a hurry, and the ninth afterwards, and not worked on. The tenth has
 * one to six words each, as a stranger types them into a box; it was worked on, the eleventh, of the same kind, was not.
 * The next three come from no thread: they are what different people would type for each page, written from titles,
 * descriptions and headings. The twelfth is of all pages and was worked on; the thirteenth, of half of them, was asked
 * after that work and then worked on, and the fourteenth after both. The last two are of threads that no other set has,
 * two in five of them short, half typed or misspelt: the fifteenth was worked on, the sixteenth was not.
 */
const keptQueries = Array.from({ length: 16 }, (_, at) => (at === 0 ? 'heldout' : `heldout-${at + 1}`)).map((name) => ({
  name,
  queries: readFileSync(fileURLToPath(new URL(`../tests/fixtures/typed/${name}.jsonl`, import.meta.url)), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TypedQuery),
}));

/**
 * Prints, for each set and kind of wording, how many queries are answered, and then those that are not. With `--slips`
 * also how many short ones are still answered with a slip in them, of those whose right page is first without.
 */
export async function printTyped(args: readonly string[]): Promise<void> {
  return withBuiltPage('search/', async (page) => {
    const answered: Answered[] = [];
    for (const { name, queries } of keptQueries) {
      for (const query of queries) {
        answered.push({
          ...query,
          set: `${name}, ${query.derived ? 'derived' : 'titles'}`,
          ...(await ask(page, query)),
        });
      }
    }
    report(answered);
    if (args.includes('--slips')) await reportSlips(page, answered);
  });
}

async function reportSlips(page: Page, answered: readonly Answered[]): Promise<void> {
  const dice = createDice(7);
  const places = new Map<string, number[]>();
  for (const query of answered.filter(({ place }) => place === 1)) {
    for (const { kind, text } of slipsIn(query.text, dice)) {
      places.set(kind, [...(places.get(kind) ?? []), (await ask(page, { ...query, text })).place]);
    }
  }
  console.log('\nWith one slip:\n');
  table(
    ['slip', 'wordings', 'first', 'in three'],
    [...places, ['all', [...places.values()].flat()] as const].map(([kind, all]) => [
      kind,
      all.length,
      ...[1, 3].map((most) => all.filter((place) => place <= most).length),
    ]),
  );
}

interface Answered extends TypedQuery {
  set: string;
  /** Addresses in the order of reading. */
  shown: string[];
  /** The first of them that is right, counted from 1; Infinity if none is. */
  place: number;
  /** Whether a known error is claimed though none is an answer. */
  alarm: boolean;
}

async function ask(page: Page, { text, expect }: TypedQuery): Promise<Pick<Answered, 'shown' | 'place' | 'alarm'>> {
  await page.getByRole('combobox').fill(text);
  await page.locator('result-list[aria-busy=false]').waitFor({ state: 'attached' });
  const addresses = (selector: string) =>
    page
      .locator(`result-list ${selector} [role=option]:not(.part)`)
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const errors = await addresses('.errors');
  const shown = [...errors, ...(await addresses('.pages'))].map((path) => path.replace(site.base, '/'));
  const right = shown.findIndex((path) => expect.includes(path));
  return {
    shown,
    place: right < 0 ? Infinity : right + 1,
    alarm: errors.length > 0 && !expect.some((path) => path.startsWith('/errors/')),
  };
}

function report(answered: readonly Answered[]): void {
  const sets = [...new Set(answered.map(({ set }) => set))].map((name) => ({
    name,
    known: answered.filter(({ set, expect }) => set === name && expect.length > 0),
    noError: answered.filter(({ set, expect }) => set === name && !expect.some((path) => path.startsWith('/errors/'))),
  }));
  table(
    ['queries', 'with an answer', 'first', 'in three', 'shown', 'without an error', 'false alarms'],
    sets.map(({ name, known, noError }) => [
      name,
      known.length,
      ...[1, 3, Number.MAX_VALUE].map((most) => known.filter(({ place }) => place <= most).length),
      noError.length,
      noError.filter(({ alarm }) => alarm).length,
    ]),
  );
  console.log('\nNot in the first three, or with a false alarm:\n');
  for (const { id, text, expect, shown, place, alarm } of answered) {
    if (!alarm && (expect.length === 0 || place <= 3)) continue;
    console.log(`${id}${alarm ? ' (alarm)' : ''} ${place} "${text}": ${shown.slice(0, 3).join(' ')}`);
  }
}

/**
 * How good the matcher of known errors is, and how fast it is in Chromium. Quality: on the shared pastes, where they are
 * present, and on those of other threads that are kept in tests/fixtures/pastes.
 */
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findChromium, quietly } from '../scripts/chromium.mjs';
import { createMatcher } from '../src/errors/matcher.ts';
import type { ErrorMatch, KnownError } from '../src/errors/matcher.ts';
import { squeezedInEnglish } from '../src/errors/translated.ts';
import { inventedErrors } from '../tests/fixtures/invented-errors.ts';
import { publishedErrors } from '../tests/fixtures/known-errors.ts';
import { keptPastes, qualityOf, readPastes } from '../tests/fixtures/pastes.ts';
import type { Paste, Quality } from '../tests/fixtures/pastes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = `${root}../shared/inputs/pastes.jsonl`;

const sets = [...(existsSync(shared) ? [{ name: 'shared', pastes: readPastes(shared) }] : []), ...keptPastes];
const everything = sets.flatMap(({ pastes }) => pastes);

/** A paste with what the matcher answers, and what it answers without the messages that stand in no other paste. */
export interface Answered extends Paste {
  found: ErrorMatch[];
  foundWithoutOwn: ErrorMatch[];
}

/** All pastes, answered. It takes a while: for most of them there is a catalogue of its own. */
export function answerPastes(): Answered[] {
  const match = createMatcher(publishedErrors, squeezedInEnglish);
  const onlyIn = messagesOfOnePaste();
  return everything.map((paste) => {
    const found = match(paste.text);
    const own = onlyIn.get(paste.text);
    if (own === undefined) return { ...paste, found, foundWithoutOwn: found };
    const others = publishedErrors.map((known) => ({
      ...known,
      messages: known.messages.filter((message) => !own.has(`${known.id} ${message}`)),
    }));
    return { ...paste, found, foundWithoutOwn: createMatcher(others, squeezedInEnglish)(paste.text) };
  });
}

/** For the text of each paste, the messages that stand in it and in no other. Two sets may use the same id. */
function messagesOfOnePaste(): Map<string, Set<string>> {
  const onlyIn = new Map<string, Set<string>>();
  for (const known of publishedErrors) {
    for (const message of known.messages) {
      const match = createMatcher([{ id: known.id, messages: [message], drivers: [] }]);
      const [paste, another] = everything.filter(({ text }) => match(text)[0]?.kind === 'certain');
      if (paste === undefined || another !== undefined) continue;
      onlyIn.set(paste.text, (onlyIn.get(paste.text) ?? new Set()).add(`${known.id} ${message}`));
    }
  }
  return onlyIn;
}

/** Quality on each set, and on all of them if each paste's own words are taken out of the catalogue. */
export function qualities(answered: readonly Answered[]): { name: string; count: number; quality: Quality }[] {
  const answers = new Map(answered.map((paste) => [paste.text, paste]));
  const measured = sets.map(({ name, pastes }) => ({
    name,
    count: pastes.length,
    quality: qualityOf(pastes, ({ text }) => answers.get(text)?.found ?? []),
  }));
  const withoutOwn = qualityOf(answered, ({ text }) => answers.get(text)?.foundWithoutOwn ?? []);
  return [...measured, { name: 'all, own words out', count: answered.length, quality: withoutOwn }];
}

/**
 * What a score means: of first answers of a kind and at least this score, how many are right, in per cent. Half of the
 * answers lack the paste's own words, as it is with words that nobody has written down yet.
 */
export function calibrate(
  answered: readonly Answered[],
): { kind: ErrorMatch['kind']; from: number; answers: number; right: number }[] {
  const first = answered.flatMap(({ expect, found, foundWithoutOwn }) =>
    [found, foundWithoutOwn].flatMap(([answer]) =>
      answer === undefined ? [] : [{ ...answer, right: expect.includes(answer.error) }],
    ),
  );
  return (['certain', 'alike'] as const).flatMap((kind) =>
    [0, 15, 20, 25, 30, 40, 60].map((from) => {
      const answers = first.filter((one) => one.kind === kind && one.score >= from);
      const right = answers.filter((one) => one.right).length;
      return { kind, from, answers: answers.length, right: Math.round((100 * right) / Math.max(1, answers.length)) };
    }),
  );
}

/** Median milliseconds for one text, by its name, with the catalogue as it is and with 5,000 invented messages more. */
export async function measureMatching(): Promise<{ name: string; now: number; with5000: number }[]> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: quietly,
  });
  try {
    const page = await browser.newPage();
    await page.route('http://localhost/**', serveSource);
    await page.goto('http://localhost/');
    const texts = textsToMatch();
    const now = await timesInPage(page, publishedErrors, texts);
    const large = await timesInPage(page, [...publishedErrors, ...inventedErrors(5000)], texts);
    return Object.keys(now).map((name) => ({ name, now: now[name] ?? 0, with5000: large[name] ?? 0 }));
  } finally {
    await browser.close();
  }
}

/** The modules as they are, without types. */
async function serveSource(route: Parameters<Parameters<Page['route']>[1]>[0]): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' });
  const body = stripTypeScriptTypes(readFileSync(`${root}${pathname}`, 'utf8'));
  return route.fulfill({ contentType: 'text/javascript', body });
}

interface Times {
  texts: Record<string, string[]>;
  catalogue: readonly KnownError[];
}

async function timesInPage(page: Page, catalogue: readonly KnownError[], texts: Record<string, string[]>) {
  return page.evaluate(
    async ({ catalogue: known, texts: all }: Times) => {
      const path = '/src/errors/matcher.ts';
      const { createMatcher: create } = (await import(path)) as { createMatcher: typeof createMatcher };
      const begun = performance.now();
      const match = create(known);
      const median: Record<string, number> = { 'make the matcher': performance.now() - begun };
      for (const [name, ofThem] of Object.entries(all)) {
        const times: number[] = [];
        const started = performance.now();
        // Thirty times, or as often as a second allows; the first time, code is still cold.
        for (let round = 0; round < 3 || (times.length < 30 && performance.now() - started < 1000); round++) {
          for (const text of ofThem) {
            const from = performance.now();
            match(text);
            if (round > 0) times.push(performance.now() - from);
          }
        }
        const sorted = times.sort((a, b) => a - b);
        median[name] = sorted[Math.floor(sorted.length / 2)] ?? 0;
      }
      return median;
    },
    { catalogue, texts },
  );
}

function textsToMatch(): Record<string, string[]> {
  const line =
    'Nov 25 19:00:01 host1 kubelet[12]: I1125 reconciler.go:224] "Started syncing" name="cache-volume" pod="a/b"\n';
  const message =
    'Nov 25 19:00:02 host1 dockerd[7]: write /var/lib/docker/tmp/GetImageBlob12: no space left on device\n';
  const log = line.repeat(450) + message + line.repeat(450);
  const own = inventedErrors(5000)
    .flatMap(({ messages }) => messages)
    .join('\n')
    .slice(0, 100_000);
  const megabyte = (text: string) => [text.repeat(Math.ceil(1_000_000 / text.length)).slice(0, 1_000_000)];
  return {
    'one line of each paste': everything.map(({ text }) => text.split('\n')[0] ?? ''),
    'each paste': everything.map(({ text }) => text),
    'a log of 100 kB with an error': [log.slice(0, 100_000)],
    'a log of 100 kB without one': [line.repeat(900).slice(0, 100_000)],
    '100 kB of pastes': [
      everything
        .map(({ text }) => text)
        .join('\n')
        .slice(0, 100_000),
    ],
    '100 kB of invented messages': [own],
    '1 MB of one letter': megabyte('a'),
    '1 MB of brackets': megabyte('[<({'),
    '1 MB of one line': megabyte('a line that never ends, '),
    '1 MB of lone surrogates': megabyte('\uD800'),
    '1 MB of nested escapes': megabyte('\\\\\\"'),
  };
}

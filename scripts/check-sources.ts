/**
 * `npm run check:sources [-- --only TEXT]`: asks each address outside the site whether it is still there, keeps what is not
 * in `content/gone-sources.yaml`, and says where content leads to it. It ends well whatever it finds. Ctrl+C keeps what it
 * has found so far.
 */
import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { readArguments } from './arguments.ts';
import { fail, reasonsOf } from './fail.ts';
import { showProgress } from './progress.ts';
import { createLocator } from '../src/content-check/run-rules.ts';
import { readContent } from '../src/content.check.node.ts';
import { askAll, byHostOf, copiesOf, politely } from '../src/sources/ask.node.ts';
import { isSpokenOf, updatedList } from '../src/sources/gone-list.ts';
import type { Answer } from '../src/sources/gone-list.ts';
import { counted } from '../src/site/counted.ts';
import { isoDay } from '../src/site/dates.ts';
import { replaceFile } from '../src/site/write-whole.node.ts';
import { outsideSources } from '../src/sources/outside.ts';
import { goneSourcesFile, goneSourcesSchema } from '../src/sources/schema.ts';
import { site } from '../src/site.config.ts';

const { values } = readArguments('npm run check:sources [-- --only TEXT --pace MILLISECONDS]', {
  options: { only: { type: 'string', default: '' }, pace: { type: 'string', default: String(politely.pace) } },
});
const pace = Number(values.pace);
if (!Number.isInteger(pace) || pace < 0) fail(`--pace wants milliseconds between two questions, not '${values.pace}'.`);

const before = goneSourcesSchema.safeParse(await readList()).data;
if (before === undefined) fail(`${goneSourcesFile} can't be read: npm run check:content says why.`);
const today = isoDay(new Date());
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort());
const manners = {
  ...politely,
  pace,
  name: `${site.name} link check (https://github.com/${site.repository})`,
  signal: ending.signal,
  wait: (milliseconds: number) => sleep(milliseconds, undefined, ending).catch(() => undefined), // it was ended
};

const { content } = await readContent('.');
const places = outsideSources(content, site.origin);
const answers = new Map<string, Answer>([...places.keys()].map((address) => [address, { kind: 'unasked' }]));
const wanted = [...places.keys()].filter((address) => address.includes(values.only));
// A host that wants to be left alone leaves the last ones unasked, so each week begins at others.
const start = (Math.floor(Date.now() / (7 * 86_400_000)) * 500) % Math.max(1, wanted.length);
const byHost = byHostOf(wanted);
const longest = Math.max(0, ...[...byHost.values()].map(({ length }) => length));
console.log(
  `Asking for ${wanted.length} addresses of ${counted(byHost.size, 'host')}, which takes ${counted(Math.ceil((longest * pace) / 60_000), 'minute')} at least.`,
);
const asked = await askAll([...wanted.slice(start), ...wanted.slice(0, start)], {
  ...manners,
  tell: (count) => showProgress(`${count} of ${wanted.length} answers`),
});
showProgress('');
if (ending.signal.aborted) {
  console.log('Stopped: what has no answer yet is left for another day.');
  process.exitCode = 130; // what shells expect of a command that the user ended
}

if (asked.size > 0 && [...asked.values()].every(({ kind }) => kind === 'silent' || kind === 'unasked')) {
  const why = ending.signal.aborted ? '' : ': this machine may have no network';
  console.log(`Not one address answered${why}. The list stays as it was.`);
  process.exit();
}

const known = new Set(before.map(({ source }) => source));
const fresh = [...asked].filter(([address, { kind }]) => kind === 'gone' && !known.has(address));
const copies = await copiesOf(
  fresh.map(([address]) => address),
  today,
  manners,
);
const list = updatedList(before, new Map([...answers, ...asked]), today, copies);
const head = '# Written by `npm run check:sources`: addresses outside the site that did not answer, and since when.\n';
if (list.length > 0)
  await replaceFile('.', goneSourcesFile, head + stringify(list, { lineWidth: 0 })).catch((error: unknown) =>
    fail(...reasonsOf(error), 'The list stays as it was.'),
  );
else await rm(goneSourcesFile, { force: true });

const locate = createLocator();
const say = (address: string, words: string): void => {
  console.log(`${address}\n    ${words}`);
  for (const place of places.get(address) ?? []) {
    const { file, line, column } = locate(place);
    console.log(`    ${file}:${line}:${column}`);
  }
};
for (const entry of list.filter((it) => isSpokenOf(it, today)))
  say(entry.source, `${entry.answer} since ${entry.since}; a copy: ${entry.archived}`);
for (const [address, answer] of asked) if (answer.kind === 'moved') say(address, `has moved for good to ${answer.to}`);

const count = (kind: string): number => [...asked.values()].filter((answer) => answer.kind === kind).length;
console.log(
  `${asked.size} addresses: ${count('there')} are there, ${count('moved')} have moved, ${count('gone')} are gone, ${count('silent')} did not answer, ${count('unasked')} were left for another day.`,
);

/** What stands in the list, whatever it is; undefined if it is no YAML. */
async function readList(): Promise<unknown> {
  const text = await readFile(goneSourcesFile, 'utf8').catch(() => ''); // there may be none yet
  try {
    return parse(text) ?? [];
  } catch {
    return undefined; // The content check says where the mistake is.
  }
}

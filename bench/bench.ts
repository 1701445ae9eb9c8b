/**
 * `npm run bench`: what a machine and a browser make of the built site, in milliseconds. Timings are no tests.
 * `npm run bench -- build --sizes 100,1000`: what building it takes beside an invented archive of these sizes.
 * `npm run bench -- search-bytes --sizes 100,1000,10000`: what the first page of a search costs with so many articles.
 * `npm run bench -- typed`: how well the search answers what people type, and what it misses; `--slips` adds slips to it.
 * `npm run bench -- load [FOLDER…]`: how many pages of this site, and of those in other folders, nginx hands out a second.
 * `npm run bench -- --peers [PART…]`: our site beside those of others, made of the same pages.
 * `npm run bench -- edits`: whether builds after random edits give the same bytes as builds from nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { measureComparison } from './comparison.ts';
import { answerPastes, calibrate, measureMatching, qualities } from './errors.ts';
import { printLoad } from './load.ts';
import { measurePeers } from './peers.ts';
import { printSearchBytes } from './search-bytes.ts';
import { printBuilds } from './build.ts';
import { compareEdits } from './edits.ts';
import { kilobytes, table } from './table.ts';
import { printTyped } from './typed.ts';
import { measureTyping } from './typing.ts';

type Measurements = Readonly<Record<string, (args: string[]) => Promise<void>>>;

const [name, ...args] = process.argv.slice(2);
const ofBuilds: Measurements = { build: printBuilds, edits: compareEdits };
const ofSite: Measurements = {
  load: printLoad,
  'search-bytes': printSearchBytes,
  typed: printTyped,
  '--peers': measurePeers,
};
if (name !== undefined && ofBuilds[name] === undefined && ofSite[name] === undefined) {
  const names = Object.keys({ ...ofBuilds, ...ofSite }).join(', ');
  console.error(`There is no measurement called '${name}'. Choose from ${names}.`);
  process.exit(1);
}
if (ofBuilds[name ?? ''] === undefined && !existsSync('dist')) {
  console.error('There is no dist/ to measure. Run npm run build first.');
  process.exit(1);
}
if (name !== undefined) {
  await (ofBuilds[name] ?? ofSite[name])?.(args);
  process.exit();
}

const answered = answerPastes();
console.log('Known errors in pastes (per cent; false alarms are answers where there should be none):\n');
table(
  ['pastes', 'number', 'first', 'in three', 'false alarms', 'wrong'],
  qualities(answered).map(({ name, count, quality }) => [
    name,
    count,
    quality.first.toFixed(1),
    quality.inThree.toFixed(1),
    quality.falseAlarms.toFixed(1),
    quality.wrong.slice(0, 8).join(' ') + (quality.wrong.length > 8 ? ' …' : ''),
  ]),
);

console.log('\nWhat a score means (first answers of at least this score that are right, per cent):\n');
table(
  ['kind', 'score', 'answers', 'right'],
  calibrate(answered).map(({ kind, from, answers, right }) => [kind, `≥ ${from}`, answers, right]),
);

console.log('\nMatching in Chromium (median, ms), with our messages and with 5,000 invented ones more:\n');
table(
  ['text', 'ours', '+ 5,000'],
  (await measureMatching()).map(({ name, now, with5000 }) => [name, now.toFixed(1), with5000.toFixed(1)]),
);
const messages = readFileSync('dist/data/messages.json');
console.log(`\n/data/messages.json: ${kilobytes(brotliCompressSync(messages).length)} kB brotli`);

console.log('\nResults while typing, from a key to the last change of the list (ms):\n');
table(
  ['text', 'median', 'longest'],
  (await measureTyping()).map(({ text, median, longest }) => [text, median.toFixed(0), longest.toFixed(0)]),
);

console.log('\nThe comparison of all drivers, on a browser slowed down four times (ms):\n');
table(
  ['interaction', 'until the next picture', 'longest task'],
  (await measureComparison()).map(({ name, untilPicture, longestTask }) => [name, untilPicture, longestTask]),
);

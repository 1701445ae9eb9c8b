import { test } from 'vitest';
import { driver, engine, event, expectProblems, fact } from '../../../tests/fixtures/content-tree.ts';

const docker = 'content/engines/docker.yaml';
const releases = (...versions: string[]) => versions.map((version) => `  ${version}: '2014-06-09'\n`).join('');

test('an event of an earlier day than the one above it is named at its day', () =>
  expectProblems(
    { [docker]: engine(event({ date: "'2014-07-03'" }) + event({ date: "‸'2014-06-09'" })) },
    'timeline-order  The event of 2014-06-09 stands after one of 2014-07-03. Put the events in the order of their days, oldest first.',
  ));

test('events of one day may stand in any order', () =>
  expectProblems({ [docker]: engine(event({ version: "'1.1'" }) + event({ version: "'1.0'" })) }));

test.each([
  ['an older release', ["'1.10'", "‸'1.9'"], 'The release 1.9 stands after 1.10.'],
  ['the same release in other digits', ["'17.9'", "‸'17.09'"], 'The release 17.09 stands after 17.9.'],
])('%s below a release is named at its key', (_, versions, words) =>
  expectProblems(
    { [docker]: engine('', releases(...versions)) },
    `timeline-order  ${words} Put the releases in the order of their versions, oldest first, each once.`,
  ),
);

test('releases are in order by their numbers and not by their letters or days', () =>
  expectProblems({ [docker]: engine('', "  '1.9': '2014-07-03'\n  '1.10': '2014-06-09'\n") }));

/** A driver whose fact `copy_up` holds for `now`, and held for each of `earlier` before. */
function ages(now: string, ...earlier: string[]): string {
  const head = "source: https://example.org/page, checked: '2026-11-24', confidence: verified";
  const past = earlier.map((age) => `      - { value: file, ${head}${age === '' ? '' : `, ${age}`} }\n`).join('');
  const copyUp = fact('copy_up', 'file', `${now === '' ? '' : `    ${now}\n`}${past && `    earlier:\n${past}`}`);
  return driver('aufs', copyUp + fact('max_layers', '125'));
}

test.each([
  [
    'a value that ends before it begins',
    ages("since: '1.2'\n    until: ‸'1.1'"),
    'The value ends in 1.1, before it begins in 1.2. Swap the two, or correct one.',
  ],
  [
    'an earlier value that ends before it begins',
    ages("since: '2.0'", "since: '1.2', until: ‸'1.1'"),
    'The value ends in 1.1, before it begins in 1.2. Swap the two, or correct one.',
  ],
  [
    'an earlier value below one that has always held',
    ages('', "until: '1.1'").replace('value: file,', 'value: ‸file,'),
    'An earlier value is followed by one that has always held. Give the later value its `since`.',
  ],
  [
    'an earlier value that begins when the next does',
    ages("since: '1.2'", "since: ‸'1.2'"),
    'The earlier value begins in 1.2, not before 1.2. Write earlier values newest first, each before the one above it.',
  ],
  [
    'the oldest value above a newer one',
    ages("since: '1.9'", "since: '1.2', until: '1.3'", "since: ‸'1.4', until: '1.8'"),
    'The earlier value begins in 1.4, not before 1.2. Write earlier values newest first, each before the one above it.',
  ],
  [
    'an earlier value that ends after the next has begun',
    ages("since: '1.10'", "until: ‸'1.10'"),
    'The earlier value still holds in 1.10, when the next has begun in 1.10. Write the last release before 1.10.',
  ],
  [
    'an earlier value whose last release covers the beginning of the next',
    ages("since: '20.10.5'", "until: ‸'20.10'"),
    'The earlier value still holds in 20.10, when the next has begun in 20.10.5. Write the last release before 20.10.5.',
  ],
])('%s is named', (_, text, words) =>
  expectProblems({ 'content/drivers/docker-aufs.yaml': text }, `timeline-order  ${words}`),
);

test.each([
  ['one after the other, newest first', ages("since: '1.10'", "since: '1.9', until: '1.9.1'", "until: '1.8'")],
  ['with a last release that covers the first', ages("since: '1.10'", "since: '1.9.1', until: '1.9'")],
])('values %s are fine', (_, text) => expectProblems({ 'content/drivers/docker-aufs.yaml': text }));

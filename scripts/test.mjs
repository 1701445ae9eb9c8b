/** `npm test`: walls, build, unit tests, tests of the built site and browser journeys; the last line is their sum. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { findChromium, installChromium } from './chromium.mjs';

const reports = '.cache/reports';

try {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
} catch (error) {
  console.error(`The tests leave their reports in ${reports}/, which can't be written: ${error.message}`);
  console.error('Make room on its disk, or let whoever tests write there, then run the command again.');
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** Runs one group and adds what its report counts; a group that ends badly without a failed test counts as one. */
function group(name, script, counts) {
  console.log(`\n${name}`);
  const options = { stdio: 'inherit', shell: process.platform === 'win32' };
  const { status } = spawnSync('npm', ['run', '--silent', script], options);
  const { passed, failed, skipped, names = [] } = counts(readReport(script));
  total.passed += passed;
  total.failed += status !== 0 && failed === 0 ? 1 : failed;
  total.skipped += skipped;
  if (status !== 0)
    failures.push(...(names.length > 0 ? names : [`exit code ${status}`]).map((it) => `${name}: ${it}`));
  return status === 0;
}

function readReport(script) {
  try {
    return JSON.parse(readFileSync(`${reports}/${script.replace(':', '-')}.json`, 'utf8'));
  } catch {
    return {}; // The group ended before it could write one: its exit code is counted instead.
  }
}

const vitest = ({ numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests,
  names: testResults
    .flatMap((file) => (file.assertionResults.length > 0 ? file.assertionResults : [{ ...file, fullName: file.name }]))
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages, message }) => because(fullName, failureMessages?.[0] ?? message)),
});
const playwright = ({ stats = {}, suites = [] }) => ({
  passed: (stats.expected ?? 0) + (stats.flaky ?? 0), // flaky: the second try passed
  failed: stats.unexpected ?? 0,
  skipped: stats.skipped ?? 0,
  names: suites
    .flatMap(specs)
    .flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ projectName, results }) =>
          because(`${file} on ${projectName}: ${title}`, results.at(-1)?.error?.message),
        ),
    ),
});
const specs = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];
/** A test's name, with the first lines of why it failed: whoever reads the end of a log need not go up for them. */
const because = (name, message = '') =>
  [name, ...stripVTControlCharacters(message).split('\n').filter(Boolean).slice(0, 6)].join('\n    ');
const walls = ({ passed = 0, failed = 0 }) => ({ passed, failed, skipped: 0 });

group('Walls', 'check', walls);
group('Unit tests', 'test:unit', vitest);
if (group('Build', 'build', () => ({ passed: 0, failed: 0, skipped: 0 }))) {
  const chromium = findChromium() ?? installChromium();
  process.env.CHROME_PATH = chromium ?? '';
  group('The built site', 'test:built', vitest);
  if (chromium === undefined) {
    console.log(
      '\nThe browser tests did not run: no Chromium was found. Install one (on Debian: apt-get install chromium) or set CHROME_PATH.',
    );
  } else {
    group('Browser journeys', 'test:browser', playwright);
  }
} else {
  console.log('\nThe tests of the built site did not run, since there is none.');
}

if (total.skipped > 0) console.log(`\n${total.skipped} tests were skipped, for the reasons given above.`);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((it) => `- ${it}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

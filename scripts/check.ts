/** `npm run check`: all walls side by side, or only those named: `npm run check -- eslint prettier`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fail, reasonsOf } from './fail.ts';
import { run, walls } from '../walls/walls.ts';
import type { Outcome } from '../walls/walls.ts';

const names = Object.keys(walls);
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !names.includes(name));
if (unknown !== undefined) fail(`There is no wall called '${unknown}'. Choose from ${names.join(', ')}.`);

// ESLint reads the types that Astro writes for the collections; a fresh clone has none yet.
if (!existsSync('.astro/types.d.ts')) await run(['astro', 'sync']);

const waiting = asked.length > 0 ? names.filter((name) => asked.includes(name)) : [...names];
const width = Math.max(...waiting.map((name) => name.length));
const outcomes = new Map<string, Outcome>();

async function takeWalls(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const command = walls[name];
    if (command === undefined) continue;
    const outcome = await run(command);
    outcomes.set(name, outcome);
    const time = outcome.seconds.toFixed(1).padStart(5);
    console.log(`${name.padEnd(width)} ${time} s  ${outcome.held ? 'ok' : 'failed'}`);
    for (const remark of outcome.output.match(/^Remark: .*$/gm) ?? []) console.log(remark);
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, takeWalls));

const failed = [...outcomes].filter(([, { held }]) => !held);
for (const [name, { output }] of failed) console.log(`\n${name}\n${output.trimEnd()}`);
try {
  mkdirSync('.cache/reports', { recursive: true });
  const report = { passed: outcomes.size - failed.length, failed: failed.length };
  writeFileSync('.cache/reports/check.json', JSON.stringify(report));
} catch (error) {
  fail(...reasonsOf(error));
}
if (failed.length > 0) process.exitCode = 1;

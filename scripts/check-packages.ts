/** Known holes in the packages and their licences, against `walls/packages.yaml`: a part of `npm run check`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { auditProblems, licenceProblems } from '../src/release/packages.ts';
import type { Allowances, Audit, Bom } from '../src/release/packages.ts';
import { isoDay } from '../src/site/dates.ts';

const allowed = parse(readFileSync('walls/packages.yaml', 'utf8')) as Allowances;
const patience = ['--fetch-retries=0', '--fetch-timeout=30000']; // a registry that is away must not hold up the rest

const problems = licenceProblems(npm('sbom', '--sbom-format=cyclonedx', '--package-lock-only') as Bom, allowed);
const audit = npm('audit', '--json', ...patience) as Audit & { message?: string };
if (audit.vulnerabilities === undefined) {
  console.log(
    `Remark: known holes in the packages could not be asked for: ${audit.message ?? 'npm audit gave no answer'}.`,
  );
} else {
  problems.push(...auditProblems(audit, allowed, isoDay(new Date())));
}
problems.forEach((problem) => console.error(problem));
if (problems.length > 0) process.exitCode = 1;

/** What a command of npm answers in JSON; npm ends with 1 when it found something, or could not look. */
function npm(...args: string[]): unknown {
  const options = { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, shell: process.platform === 'win32' } as const;
  const { stdout, stderr } = spawnSync('npm', args, options);
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`npm ${args.join(' ')} said no JSON. ${stderr.trim()}`, { cause });
  }
}

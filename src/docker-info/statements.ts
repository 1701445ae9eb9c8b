import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';
import type { AdviceData } from './advice-data.ts';
import { finding } from './finding.ts';
import type { InfoFinding } from './finding.ts';
import { findingsIn } from './findings.ts';
import { silenceIn } from './silence.ts';
import { isOlderThan } from './parse.ts';
import type { InfoReading } from './parse.ts';
import { sureness } from './remark.ts';
import type { Remark } from './remark.ts';
import { isOfLimit, warningsIn } from './warnings.ts';

type Statement = AdviceData['statements'][number];

function fill(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(/<([a-z]+)>/g, (whole, name: string) => parts[name] ?? whole).trim();
}

/** An entry of `content/docker-info.yaml`, with `parts` of the output put into its text and commands. */
export function ofStatement(
  statement: Statement,
  parts: Readonly<Record<string, string>>,
  line: number | undefined,
  reading: InfoReading,
  { pages }: AdviceData,
): Remark {
  const { id, level, text, command, command_since: since, command_does: does, error, source, checked } = statement;
  const isTyped = command !== undefined && (since === undefined || !isOlderThan(since, reading));
  return {
    level,
    text: fill(isTyped && does !== undefined ? `${text} ${does}` : text, parts),
    commands: isTyped ? command.split('; ').map((one) => fill(one, quoted(parts))) : [],
    about: id,
    source,
    checked,
    confidence: sureness(statement),
    link: error === undefined ? undefined : { label: words.whatToDoLink, url: `${pages.errors}${error}/` },
    // JSON often comes in one line.
    line: reading.fields.lines.filter((one) => one !== '').length > 1 ? line : undefined,
  };
}

/** Parts as a shell takes them for one word each, whatever stood in the paste. */
function quoted(parts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [
      name,
      /^[\w./:@%+~-]+$/.test(value) && !value.startsWith('-') ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`,
    ]),
  );
}

/** The warnings of the engine that stand in the output. */
export function ofWarnings(reading: InfoReading, data: AdviceData): Remark[] {
  const catalogue = data.statements.filter((statement) => statement.kind === 'warning');
  const found = warningsIn(reading.fields.lines, catalogue);
  const limits = found.filter(({ warning }) => isOfLimit(warning));
  const text = filled(words.adviceLimits, { warnings: limits.map(({ warning }) => warning.prints).join(words.comma) });
  // An open door comes before a full disk.
  return found
    .filter((one) => !limits.includes(one) || one === limits[0])
    .toSorted((a, b) => Number(b.warning.about === 'security') - Number(a.warning.about === 'security'))
    .map(({ warning, parts, line }) =>
      ofStatement(isOfLimit(warning) ? { ...warning, text } : warning, parts, line, reading, data),
    );
}

/** What to do first where an output has no engine in it that answered. */
export function ofSilence(reading: InfoReading, data: AdviceData): Remark[] {
  const { start } = data.pages;
  const link = start === undefined ? undefined : { label: words.whatToDoLink, url: start };
  return silenceIn(reading).flatMap((found) =>
    ofFinding(found, reading, data).map((remark) => (found.id === 'no-answer' ? { ...remark, link } : remark)),
  );
}

/** What to say of a driver of which nothing is known. */
export function ofUnknown(reading: InfoReading, data: AdviceData): Remark[] {
  const { driver, containerdStore } = reading.machine;
  if (driver === undefined || reading.tool !== 'docker info' || containerdStore) return [];
  return ofFinding(finding('unknown-driver', reading.fields.find(['Storage Driver'])?.line, { driver }), reading, data);
}

/** What follows from the values of the output. */
export function ofFindings(reading: InfoReading, data: AdviceData): Remark[] {
  return findingsIn(reading).flatMap((found) => ofFinding(found, reading, data));
}

function ofFinding({ id, parts, line }: InfoFinding, reading: InfoReading, data: AdviceData): Remark[] {
  const statement = data.statements.find((one) => one.kind === 'finding' && one.id === id);
  return statement === undefined ? [] : [ofStatement(statement, parts, line, reading, data)];
}

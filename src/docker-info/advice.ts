import { choose, timeOf } from '../drivers/choose.ts';
import type { Knowledge, Reason, Situation } from '../drivers/choose.ts';
import { numberedBy, versionIn } from '../drivers/as-of.ts';
import type { DriverEntry } from '../drivers/comparison.ts';
import { isSystem } from '../drivers/distribution.ts';
import { isInRange, rangeInWords } from '../drivers/range.ts';
import { ofCopies, ofEngine, ofMachine, questions, useOf } from '../drivers/reasons.ts';
import type { Ask } from '../drivers/reasons.ts';
import type { Fact } from '../drivers/schema.ts';
import { compareVersions } from '../drivers/version.ts';
import type { AdviceData } from './advice-data.ts';
import { findingsIn, mountPrograms } from './findings.ts';
import { readInfo } from './parse.ts';
import type { InfoReading, MachineInfo } from './parse.ts';
import { warningsIn } from './warnings.ts';
import { formatDate } from '../site/dates.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** One thing to say about an output. */
export interface Remark {
  /** `first` before anything else, `soon` what has to change, `note` what is good to know, `fine` what needs nothing. */
  level: 'first' | 'soon' | 'note' | 'fine';
  text: string;
  /** What to type, if anything. */
  commands: string[];
  /** What says so: `<driver>#<fact>`, the id of an entry of `content/docker-info.yaml`, or `<engine>@<release>`. */
  about: string;
  source: string | undefined;
  /** Day on which the source was read, as the data have it; in advice, in words. */
  checked: string | undefined;
  confidence: 'verified' | 'unverified';
  /** The page of this site that says more. */
  link: { label: string; url: string } | undefined;
  /** Line of the paste, from 1. */
  line: number | undefined;
}

/** What an output means. */
export interface Advice {
  /** What was read, in a few words: `Docker Engine 18.06.2, driver devicemapper, on xfs`. */
  summary: string;
  machine: MachineInfo;
  /** What to do first stands first. */
  remarks: Remark[];
}

const levels: readonly Remark['level'][] = ['first', 'soon', 'note', 'fine'];

/**
 * What `text` says about a machine if it is what `docker info`, `podman info`, `crictl info` or one of their kin printed,
 * each remark with its source; null if it is no such output. Never throws, and sends nothing anywhere.
 */
export function adviseOn(text: string, data: AdviceData): Advice | null {
  const reading = readInfo(text);
  if (reading?.tool === undefined) return null;
  const drivers = reading.drivers.flatMap((name) => driverNamed(name, reading, data) ?? []);
  const warnings = ofWarnings(reading, data);
  const isWarned = warnings.some(({ about }) => about === 'no-d-type');
  const remarks = [
    ...warnings,
    ...ofFindings(reading, data).filter(({ about }) => about !== 'd-type-false' || !isWarned),
    ...drivers.flatMap((driver) => ofDriver(driver, reading, data)),
    ...ofRelease(reading, data),
  ];
  return {
    summary: summaryOf(reading, data),
    machine: reading.machine,
    remarks: remarks
      .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
      .map((remark) => ({ ...remark, checked: remark.checked && formatDate(new Date(remark.checked)) })),
  };
}

function summaryOf({ tool, machine }: InfoReading, { engines }: AdviceData): string {
  const { engine, version, driver, filesystem, kernel, system, rootless } = machine;
  const name = engine === undefined ? tool : (engines[engine]?.name ?? engine);
  return [
    [name, version].filter(Boolean).join(' '),
    driver && filled(words.infoDriver, { driver }),
    filesystem && filled(words.infoFilesystem, { filesystem }),
    kernel && filled(words.infoKernel, { kernel }),
    system,
    rootless && words.infoRootless,
  ]
    .filter(Boolean)
    .join(words.comma);
}

/** The driver behind a printed name: of the engine itself, of its library, or of containerd. */
function driverNamed(name: string, { machine, fields }: InfoReading, { drivers }: AdviceData): DriverEntry | undefined {
  const isFuse = name === 'overlay' && mountPrograms(fields).some(({ program }) => program.includes('fuse-overlayfs'));
  const wanted = isFuse ? 'fuse-overlayfs' : name.replace(/ /g, '');
  const { engine } = machine;
  const usable = drivers.filter(({ data }) => data.name === wanted && isForEngine(data, engine));
  const own = machine.containerdStore ? undefined : usable.find(({ data }) => data.engine === engine);
  return own ?? usable.find(({ data }) => data.engine !== engine) ?? usable[0];
}

function isForEngine({ engine, used_by: uses = [] }: DriverEntry['data'], wanted: string | undefined): boolean {
  return engine === wanted || uses.some((use) => use.engine === wanted);
}

type Statement = AdviceData['statements'][number];

function fill(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(/<([a-z]+)>/g, (whole, name: string) => parts[name] ?? whole).trim();
}

function ofStatement(
  statement: Statement,
  parts: Readonly<Record<string, string>>,
  line: number | undefined,
  { machine, fields }: InfoReading,
  { pages }: AdviceData,
): Remark {
  const { id, level, text, command, command_since: since, error, source, checked } = statement;
  const isTooOld =
    since !== undefined &&
    machine.engine === 'docker' &&
    machine.version !== undefined &&
    compareVersions(machine.version, since) < 0;
  return {
    level,
    text: fill(text, parts),
    commands: command === undefined || isTooOld ? [] : command.split('; ').map((one) => fill(one, quoted(parts))),
    about: id,
    source,
    checked,
    confidence: sureness(statement),
    link: error === undefined ? undefined : { label: words.whatToDoLink, url: `${pages.errors}${error}/` },
    // JSON often comes in one line.
    line: fields.lines.filter((one) => one !== '').length > 1 ? line : undefined,
  };
}

/** What is verified does not say so in the data, which is most of it. */
function sureness({ confidence }: { confidence?: Remark['confidence'] | undefined }): Remark['confidence'] {
  return confidence ?? 'verified';
}

/** Parts as a shell takes them for one word each, whatever stood in the paste. */
function quoted(parts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [
      name,
      /^[\w./:@%+-]+$/.test(value) && !value.startsWith('-') ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`,
    ]),
  );
}

function ofWarnings(reading: InfoReading, data: AdviceData): Remark[] {
  const catalogue = data.statements.filter((statement) => statement.kind === 'warning');
  const found = warningsIn(reading.fields.lines, catalogue);
  // An open door comes before a full disk.
  return found
    .toSorted((a, b) => Number(b.warning.about === 'security') - Number(a.warning.about === 'security'))
    .map(({ warning, parts, line }) => ofStatement(warning, parts, line, reading, data));
}

function ofFindings(reading: InfoReading, data: AdviceData): Remark[] {
  return findingsIn(reading).flatMap(({ id, parts, line }) => {
    const statement = data.statements.find((one) => one.kind === 'finding' && one.id === id);
    return statement === undefined ? [] : [ofStatement(statement, parts, line, reading, data)];
  });
}

function ofRelease(reading: InfoReading, data: AdviceData): Remark[] {
  const { engine = '', version } = reading.machine;
  const project = data.engines[engine];
  const known = Object.entries(project?.releases ?? {});
  const newest = known.at(-1);
  if (project === undefined || version === undefined || newest === undefined) return [];
  const line = known.findLast(([release]) => version.startsWith(`${release.split('.').slice(0, 2).join('.')}.`));
  const { source, checked } = project.releases_from;
  const parts = { project: project.name, version, newest: newest[0], date: formatDate(new Date(newest[1])) };
  const age: Remark = {
    level: 'note',
    text:
      line === undefined
        ? filled(words.adviceRelease, parts)
        : filled(words.adviceReleaseLine, { ...parts, line: line[0], began: formatDate(new Date(line[1])) }),
    commands: [],
    about: `${engine}@${version}`,
    source,
    checked,
    confidence: sureness(project.releases_from),
    link: undefined,
    line: undefined,
  };
  const statements = data.statements.filter(
    (one) => one.kind === 'release' && one.engine === engine && isInRange(version, one.releases),
  );
  return [...statements.map((one) => ofStatement(one, { version }, undefined, reading, data)), age];
}

/** Everything that a driver's remarks are worked out from. */
interface Case {
  driver: DriverEntry;
  data: AdviceData;
  situation: Situation;
  knowledge: Knowledge;
  time: ReturnType<typeof timeOf>;
}

function ofDriver(driver: DriverEntry, reading: InfoReading, data: AdviceData): Remark[] {
  const { machine } = reading;
  const engine = machine.engine ?? '';
  const { system = '' } = machine;
  const situation: Situation = {
    ...machine,
    engine,
    distribution: data.distributions.find(({ name, printed = [name] }) =>
      printed.some((begin) => isSystem(system, begin)),
    )?.id,
    needs: [],
  };
  const knowledge: Knowledge = {
    drivers: data.drivers.filter((other) => isForEngine(other.data, engine)),
    keys: new Map(data.keys.map((key) => [key.key, key])),
    engines: data.engines,
    distributions: data.distributions,
  };
  const one: Case = { driver, data, situation, knowledge, time: timeOf(situation, knowledge) };
  const ask = questions(driver, knowledge, one.time);
  const life = ofLife(one, ask);
  const copies = ofCopies(ask('kind')).map((reason) => ofReason(reason, driver, data, 'soon'));
  const isBad = copies.length > 0 || life.some(({ level }) => level === 'soon');
  return [...life, ...copies, ...ofWayOut(one, isBad), ...ofHost(one), ...ofDisk(one, ask, reading)];
}

function remark(
  level: Remark['level'],
  text: string,
  key: string,
  fact: Fact,
  { id, data }: DriverEntry,
  { pages }: AdviceData,
): Remark {
  return {
    level,
    text,
    commands: [],
    about: `${id}#${key}`,
    source: fact.source,
    checked: fact.checked,
    confidence: sureness(fact),
    link: { label: data.title, url: `${pages.drivers}${id}/#${key}` },
    line: undefined,
  };
}

/** A reason of the chooser, told of a driver by name. */
function ofReason(
  { text, fact, source, checked }: Reason,
  driver: DriverEntry,
  data: AdviceData,
  level: Remark['level'],
): Remark {
  const known = driver.data.facts[fact];
  const isOfDriver = known !== undefined && known.source === source;
  return {
    level,
    text: filled(words.adviceOf, { driver: driver.data.title, says: text }),
    commands: [],
    about: `${driver.id}#${fact}`,
    source,
    checked,
    confidence: isOfDriver ? sureness(known) : 'verified',
    link: {
      label: driver.data.title,
      url: `${data.pages.drivers}${driver.id}/${known === undefined ? '' : `#${fact}`}`,
    },
    line: undefined,
  };
}

function withNote(text: string, { note }: { note?: string | undefined }): string {
  return note === undefined ? text : `${text} ${note}`;
}

/** Whether the driver is deprecated or gone by now, or else where it stands in the release at hand. */
function ofLife({ driver, data, situation }: Case, ask: Ask): Remark[] {
  const { deprecated, removed } = driver.data.facts;
  const { title } = driver.data;
  const project = data.engines[numberedBy(driver.data)]?.name ?? driver.data.engine;
  const found: Remark[] = [];
  if (deprecated !== undefined && versionIn(deprecated) !== undefined)
    found.push(
      remark(
        'soon',
        withNote(
          filled(words.adviceDeprecated, { driver: title, project, version: String(deprecated.value) }),
          deprecated,
        ),
        'deprecated',
        deprecated,
        driver,
        data,
      ),
    );
  if (removed !== undefined && versionIn(removed) !== undefined)
    found.push(
      remark(
        'soon',
        withNote(filled(words.adviceRemoved, { driver: title, project, version: String(removed.value) }), removed),
        'removed',
        removed,
        driver,
        data,
      ),
    );
  const use = useOf(driver, situation);
  if (found.length > 0 && use?.releases.includes('<') === true)
    found.push({
      ...remark('soon', '', 'used_by', { ...use, value: use.releases }, driver, data),
      text: withNote(
        filled(words.adviceHasIt, {
          engine: data.engines[situation.engine]?.name ?? situation.engine,
          releases: rangeInWords(use.releases),
        }),
        use,
      ),
    });
  if (found.length > 0) return found;
  const { text, kind, fact } = statusOf(ask, driver);
  if (kind === 'unknown') return [];
  const meaning = data.keys.find(({ key }) => key === 'status')?.allowed?.[text];
  const level = ['default', 'supported'].includes(text) ? 'fine' : text === 'deprecated' ? 'soon' : 'note';
  const says = fact.note ?? (meaning === undefined ? '' : filled(words.adviceThatIs, { meaning }));
  return [
    remark(
      level,
      filled(words.adviceStatus, { driver: title, status: text.replaceAll('-', ' '), says }).trim(),
      'status',
      fact,
      driver,
      data,
    ),
  ];
}

function statusOf(ask: Ask, driver: DriverEntry) {
  const { text, isKnown, fact } = ask('status');
  return {
    text,
    kind: isKnown ? 'known' : 'unknown',
    fact: fact.source === undefined ? (driver.data.facts['status'] ?? fact) : fact,
  };
}

/** What to move to, whether it can run here, what can if not, and how to move. */
function ofWayOut({ driver, data, situation, knowledge, time }: Case, isBad: boolean): Remark[] {
  const { replacement, migration } = driver.data.facts;
  const level = isBad ? 'soon' : 'note';
  const isFuse = driver.data.family === 'fuse-overlayfs';
  const next = data.drivers.find(({ id }) => id === replacement?.value);
  const found: Remark[] = [];
  const judge = (other: DriverEntry) => {
    const engine = ofEngine(other, situation, knowledge, time);
    const rest = engine.some(({ effect }) => effect === 'no')
      ? []
      : ofMachine(other, situation, knowledge, questions(other, knowledge, time));
    return [...engine, ...rest];
  };
  if (isBad && next === undefined && replacement?.value === 'none' && replacement.note !== undefined)
    found.push(
      remark(
        level,
        filled(words.adviceOf, { driver: driver.data.title, says: replacement.note }),
        'replacement',
        replacement,
        driver,
        data,
      ),
    );
  if (next !== undefined && replacement !== undefined) {
    const reasons = judge(next);
    const isRuledOut = reasons.some(({ effect }) => effect === 'no');
    if (!isBad && !isFuse && isRuledOut) return [];
    found.push(
      remark(
        level,
        withNote(
          filled(isRuledOut && !isBad ? words.adviceLater : words.adviceInstead, { driver: next.data.title }),
          replacement,
        ),
        'replacement',
        replacement,
        driver,
        data,
      ),
      ...reasons
        .filter(({ effect, fact }) => effect === 'no' || (effect === 'if' && fact !== 'used_by'))
        .map((reason) => ofReason(reason, next, data, level)),
    );
    if (!isRuledOut) return [...found, ...ofMigration()];
  }
  if (!isBad || situation.filesystem === 'ntfs') return [...found, ...ofMigration()];
  const verdicts = choose(situation, knowledge).filter(({ driver: other }) => other !== driver && other !== next);
  const isOffered = ({ data: { family, facts } }: DriverEntry) =>
    versionIn(facts['removed']) === undefined &&
    (family === 'overlayfs' || family === 'fuse-overlayfs' || family === situation.filesystem);
  const refused = verdicts.find(({ driver: other, possible }) => !possible && other.data.family === 'overlayfs');
  // Where a way out is named, what rules that out is told already.
  if (next === undefined && refused !== undefined && isOffered(refused.driver))
    found.push(
      ...refused.reasons
        .filter(({ effect }) => effect === 'no')
        .map((reason) => ofReason(reason, refused.driver, data, level)),
    );
  const best = verdicts.find(({ driver: other, possible }) => possible && isOffered(other));
  const why = best?.reasons.filter(({ effect }) => effect === 'good').toSorted(bySaying)[0];
  if (best !== undefined && why !== undefined)
    found.push(ofReason({ ...why, text: filled(words.adviceCanRun, { reason: why.text }) }, best.driver, data, level));
  const tools = best?.driver.data.facts['userspace_tools'];
  if (best !== undefined && tools !== undefined)
    found.push(
      remark(
        level,
        withNote(filled(words.adviceNeeds, { driver: best.driver.data.title, tools: String(tools.value) }), tools),
        'userspace_tools',
        tools,
        best.driver,
        data,
      ),
    );
  return [...found, ...ofMigration()];

  function ofMigration(): Remark[] {
    if (
      !(isBad || isFuse) ||
      migration === undefined ||
      /^(?:unknown|not-applicable|none)$/.test(String(migration.value))
    )
      return [];
    const text = withNote(filled(words.adviceMove, { steps: String(migration.value) }), migration);
    return [remark(level, text, 'migration', migration, driver, data)];
  }
}

/** The fact about the machine says more than the default. */
function bySaying(a: Reason, b: Reason): number {
  return Number(a.fact === 'default_in') - Number(b.fact === 'default_in');
}

/** What the machine lacks for the driver that it runs, or has by way of its distribution. */
function ofHost({ driver, data, situation, knowledge, time }: Case): Remark[] {
  return ofMachine(driver, situation, knowledge, questions(driver, knowledge, time))
    .filter(
      ({ effect, fact }) =>
        effect === 'no' ||
        (effect === 'if' && fact !== 'used_by') ||
        (effect === 'good' && fact === 'rootless') ||
        (effect === 'bad' && fact === 'backing_filesystems' && driver.data.family === 'overlayfs'),
    )
    .map((reason) => {
      if (reason.effect === 'good') return ofReason(reason, driver, data, 'fine');
      return ofReason(reason, driver, data, reason.fact === 'd_type' ? 'first' : 'note');
    });
}

/** How to see what is used, where the output has no figures. */
function ofDisk({ driver, data, situation }: Case, ask: Ask, { fields }: InfoReading): Remark[] {
  const { fact, isKnown, text } = ask('disk_usage_command');
  const hasFigures = fields.find(['Data Space Used', 'Space Used By Parent']) !== undefined;
  if (!isKnown || hasFigures || fact.source === undefined) return [];
  const folder = fields.find(['Docker Root Dir'])?.value ?? '/var/lib/docker';
  const isAtHand = (one: string) => situation.engine === 'docker' || !one.startsWith('docker ');
  const command = text.split('; ').filter(isAtHand).join('; ').replaceAll('/var/lib/docker', folder);
  return [
    remark('note', withNote(filled(words.adviceUsage, { command }), fact), 'disk_usage_command', fact, driver, data),
  ];
}

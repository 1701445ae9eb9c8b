import type { DriverEntry } from '../drivers/comparison.ts';
import { isInRange } from '../drivers/range.ts';
import { ofCopies, ofMachine, questions } from '../drivers/reasons.ts';
import type { Ask } from '../drivers/reasons.ts';
import { compareVersions } from '../drivers/version.ts';
import { formatDate } from '../site/dates.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';
import type { AdviceData } from './advice-data.ts';
import { caseOf, driverNamed } from './driver-case.ts';
import type { DriverCase } from './driver-case.ts';
import { ofLife } from './driver-life.ts';
import { dataFolder, isOlderThan, readInfo } from './parse.ts';
import type { InfoReading } from './parse.ts';
import { ofFact, ofReason, sureness, withNote } from './remark.ts';
import type { Remark } from './remark.ts';
import { ofFindings, ofSilence, ofStatement, ofUnknown, ofWarnings } from './statements.ts';
import { ofWayOut } from './way-out.ts';

/** What an output means. */
export interface Advice {
  /** What was read, in a few words: `Docker Engine 18.06.2, driver devicemapper, on xfs`. */
  summary: string;
  /** What to do first stands first. */
  remarks: Remark[];
}

const levels: readonly Remark['level'][] = ['first', 'soon', 'note', 'fine'];

/**
 * What `text` says about a machine if it is what `docker info`, `podman info`, `crictl info` or one of their kin printed,
 * or what to do if Docker did not answer, each remark with its source; null if it is no such output. Never throws, and
 * sends nothing anywhere.
 */
export function adviseOn(text: string, data: AdviceData): Advice | null {
  const reading = readInfo(text);
  if (reading.tool === undefined) {
    const remarks = ofSilence(reading, data);
    const [first] = remarks;
    if (first === undefined) return null;
    const summary = first.about === 'no-driver' ? words.infoHalf : words.infoSilent;
    return { summary, remarks: remarks.map(dated) };
  }
  const drivers = reading.drivers.flatMap((name) => driverNamed(name, reading, data) ?? []);
  const warnings = ofWarnings(reading, data);
  const isWarned = warnings.some(({ about }) => about === 'no-d-type');
  // What an engine warns of by the way comes behind what people look for.
  const remarks = [
    ...warnings.filter(({ level }) => level !== 'note'),
    ...ofFindings(reading, data).filter(({ about }) => about !== 'd-type-false' || !isWarned),
    ...(drivers.length === 0 ? ofUnknown(reading, data) : []),
    ...drivers.flatMap((driver) => ofDriver(driver, reading, data)),
    ...ofRelease(reading, data),
    ...warnings.filter(({ level }) => level === 'note'),
  ];
  return {
    summary: summaryOf(reading, data),
    remarks: remarks.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)).map(dated),
  };
}

/** `remark` with its day in words. */
function dated(remark: Remark): Remark {
  return { ...remark, checked: remark.checked && formatDate(new Date(remark.checked)) };
}

function summaryOf({ tool, machine, second }: InfoReading, { engines }: AdviceData): string {
  const { engine, version, driver, filesystem, kernel, system, rootless } = machine;
  const name = engine === undefined ? tool : (engines[engine]?.name ?? engine);
  return [
    [name, version].filter(Boolean).join(' '),
    driver && filled(words.infoDriver, { driver }),
    filesystem && filled(words.infoFilesystem, { filesystem }),
    kernel && filled(words.infoKernel, { kernel }),
    system,
    rootless && words.infoRootless,
    second !== undefined && filled(words.infoSecond, { line: second }),
  ]
    .filter(Boolean)
    .join(words.comma);
}

function ofDriver(driver: DriverEntry, reading: InfoReading, data: AdviceData): Remark[] {
  const one = caseOf(driver, reading, data);
  const ask = questions(driver, one.knowledge, one.time);
  const life = ofLife(one, ask);
  const copies = ofCopies(ask('kind')).map((reason) => ofReason(reason, driver, data, 'soon'));
  const isBad = copies.length > 0 || life.some(({ level }) => level === 'soon');
  // That a driver runs is not as it should be where another one should, or on another filesystem.
  const isFine = !isBad && reading.machine.dType !== false;
  const host = [...life, ...ofHost(one)].map((remark) =>
    !isFine && remark.level === 'fine' ? { ...remark, level: 'note' as const } : remark,
  );
  return [...ofDisk(one, ask, reading), ...host, ...copies, ...ofWayOut(one, isBad)];
}

/** What the machine lacks for the driver that it runs, or has by way of its distribution. */
function ofHost({ driver, data, situation, knowledge, time }: DriverCase): Remark[] {
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
function ofDisk({ driver, data, situation }: DriverCase, ask: Ask, reading: InfoReading): Remark[] {
  const { fact, isKnown, text } = ask('disk_usage_command');
  const { fields } = reading;
  const hasFigures = fields.find(['Data Space Used', 'Space Used By Parent']) !== undefined;
  if (!isKnown || hasFigures || fact.source === undefined) return [];
  const isAtHand = (one: string) =>
    !one.startsWith('docker ') || (situation.engine === 'docker' && !isOlderThan('1.13.0', reading));
  const store = '/var/lib/containers/storage';
  const inPlace = text
    .split('; ')
    .filter(isAtHand)
    .join('; ')
    .replaceAll('/var/lib/docker', dataFolder(fields))
    .replaceAll(store, fields.find(['graphRoot'])?.value ?? store);
  // Without root the folders of containerd and its plugins are in the home directory.
  const command = situation.rootless === true ? inPlace.replaceAll(' /var/lib/', ' ~/.local/share/') : inPlace;
  if (command === '') return [];
  return [
    ofFact('note', withNote(filled(words.adviceUsage, { command }), fact), 'disk_usage_command', fact, driver, data),
  ];
}

/** What is known of the release, and how it stands among the others. */
function ofRelease(reading: InfoReading, data: AdviceData): Remark[] {
  const { engine = '', version } = reading.machine;
  const project = data.engines[engine];
  const known = Object.entries(project?.releases ?? {});
  const newest = known.at(-1);
  if (project === undefined || version === undefined || newest === undefined) return [];
  const isNewer = compareVersions(version, newest[0]) > 0;
  const line = known.find(([release]) => version.startsWith(`${release.split('.').slice(0, 2).join('.')}.`));
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
  return [
    ...statements.map((one) => ofStatement(one, { version }, undefined, reading, data)),
    ...(isNewer ? [] : [age]),
  ];
}

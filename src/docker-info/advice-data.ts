import type { DriverEntry } from '../drivers/comparison.ts';
import type { Distribution, Driver, Engine, Fact, FactKey } from '../drivers/schema.ts';
import type { InfoStatement } from './schema.ts';
import { isOfLimit } from './warnings.ts';

/** What advice is made from: the facts of the site as far as an output can call for them. */
export interface AdviceData {
  drivers: readonly DriverEntry[];
  keys: readonly FactKey[];
  engines: Readonly<Record<string, Engine>>;
  distributions: readonly Distribution[];
  statements: readonly Exclude<InfoStatement, { kind: 'line' }>[];
  /** Addresses before the id of a driver and of an error, and that of the guide for a Docker that does not start, if any. */
  pages: { drivers: string; errors: string; start?: string | undefined };
}

/** The facts that advice asks for. */
const asked = [
  'status',
  'introduced',
  'deprecated',
  'removed',
  'replacement',
  'default_in',
  'kernel_min',
  'kernel_module',
  'backing_filesystems',
  'd_type',
  'kind',
  'rootless',
  'rootless_kernel',
  'migration',
  'disk_usage_command',
  'userspace_tools',
];

/** Engines of which an output can be. */
const printing = ['docker', 'podman', 'containerd', 'cri-o'];

/**
 * The part of the content that advice uses, small enough to be loaded with the first paste: no further sources, of past
 * values those that rule drivers out by the kernel, and of each line of releases its first and the newest of all.
 */
export function toAdviceData(all: {
  drivers: readonly DriverEntry[];
  keys: readonly FactKey[];
  engines: Readonly<Record<string, Engine>>;
  distributions: readonly Distribution[];
  statements: readonly InfoStatement[];
  pages: AdviceData['pages'];
}): AdviceData {
  const numbering = new Set(all.drivers.flatMap(({ data }) => [data.engine, data.versions ?? data.engine]));
  const engines = Object.entries(all.engines).filter(
    ([id, { releases }]) => (printing.includes(id) || numbering.has(id)) && Object.keys(releases).length > 0,
  );
  return {
    drivers: all.drivers.map(({ id, data }) => ({ id, data: smallDriver(data) })),
    keys: all.keys.filter(({ key }) => asked.includes(key)).map(smallKey),
    engines: Object.fromEntries(engines.map(([id, engine]) => [id, smallEngine(engine)])),
    distributions: all.distributions.filter(({ lacks, patched }) => lacks ?? patched).map(smallDistribution),
    statements: all.statements
      .filter((statement) => statement.kind !== 'line')
      .map((statement) => small(isOfLimit(statement) ? { ...statement, text: '' } : statement)),
    pages: all.pages,
  };
}

/** Without the sources that only the driver's page lists; what is verified does not say so. */
function small<Evidence extends { also?: unknown; confidence?: 'verified' | 'unverified' }>(
  evidence: Evidence,
): Evidence {
  const { also: _, confidence, ...rest } = evidence;
  return { ...rest, ...(confidence === 'unverified' && { confidence }) } as Evidence;
}

function smallDriver({ facts, used_by: uses = [], asked: _, ...driver }: Driver): Driver {
  return {
    ...driver,
    summary: '',
    used_by: uses
      .filter(({ engine }) => printing.includes(engine))
      .map((use) => small(use.releases.includes('<') ? use : { ...use, note: undefined })),
    facts: Object.fromEntries(
      asked.flatMap((key) => {
        const fact = facts[key];
        const isOfUse =
          fact !== undefined &&
          (!['migration', 'userspace_tools'].includes(key) || isSaid(key, fact, driver.family, facts)) &&
          !(key === 'migration' && driver.engine === 'containerd');
        return !isOfUse ? [] : [[key, smallFact(key, fact, driver.family, facts)]];
      }),
    ),
  };
}

/** Of these an answer that is not said changes nothing: no filesystem is in the way, and Linux has the module. */
const oneAnswer = ['d_type', 'kernel_module'];

/** What says where a fact is written, and who read it there. */
const evidence = ['source', 'checked', 'confidence'] as const;

/** A fact of which only the value is of use loses its note and evidence. */
function smallFact(key: string, { earlier, ...fact }: Fact, family: Driver['family'], facts: Driver['facts']): Fact {
  const kept: Partial<Fact> = small(fact);
  if (!isSaid(key, fact, family, facts)) {
    delete kept.note;
    if (oneAnswer.includes(key)) kept.value = 'unknown';
    // What the status of a past release is worked out from, and what came later, is said without its note.
    if (!['default_in', 'introduced'].includes(key) || isNothing(fact)) for (const part of evidence) delete kept[part];
  }
  return { ...kept, ...(key === 'kernel_min' && earlier && { earlier: earlier.map(small) }) } as Fact;
}

function isNothing({ value }: Pick<Fact, 'value'>): boolean {
  return ['none', 'not-applicable', 'unknown'].includes(String(value));
}

/** Whether advice can come to tell a fact's note. */
function isSaid(
  key: string,
  fact: Fact,
  family: Driver['family'],
  { removed, deprecated, kind }: Driver['facts'],
): boolean {
  const isPlainCopy = kind?.value === 'plain-copy';
  const isOver = [removed, deprecated].some((end) => end !== undefined && !isNothing(end));
  switch (key) {
    case 'default_in':
    case 'introduced':
      return false;
    case 'kind':
      return isPlainCopy;
    case 'kernel_module':
      return family === 'aufs';
    case 'status':
      return !isOver;
    case 'userspace_tools':
      return family === 'fuse-overlayfs';
    case 'migration':
      return isOver || isPlainCopy || family === 'fuse-overlayfs';
    case 'replacement':
      return fact.note !== undefined && (!isNothing(fact) || isOver || isPlainCopy);
    case 'd_type':
      return fact.value === 'required';
    case 'backing_filesystems':
      return Array.isArray(fact.value) && !fact.value.includes('any') && !fact.value.includes('block-device');
    case 'rootless':
      return fact.value !== 'not-applicable';
    default:
      return !isNothing(fact);
  }
}

function smallKey({ key, type, unit, allowed }: FactKey): FactKey {
  const unsaid = { label: '', question: '', group: '', compare: false };
  return { ...unsaid, key, type, unit, ...(key === 'status' && { allowed }) };
}

/** The days of plugins are left out: their drivers are asked as of today. */
function smallEngine({ name, role, order, releases, releases_from: from }: Engine): Engine {
  const known = role === 'plugin' ? [] : Object.keys(releases);
  const kept = known.filter(
    (version, at) => at === known.length - 1 || lineOf(known[at - 1] ?? '') !== lineOf(version),
  );
  return {
    name,
    role,
    ...(order && { order: order.map(small) }),
    releases: Object.fromEntries(kept.map((version) => [version, releases[version] ?? ''])),
    releases_from: small(from),
    events: [],
  };
}

/** `18.06` for `18.06.2`. */
function lineOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function smallDistribution({ id, name, printed, lacks, patched, checked }: Distribution): Distribution {
  return {
    id,
    name,
    ...(printed && { printed }),
    // An output tells both by itself.
    kernel: '',
    root_filesystem: 'ext4',
    source: '',
    checked,
    confidence: 'verified',
    ...(lacks && { lacks: lacks.map(small) }),
    ...(patched && { patched: patched.map(small) }),
  };
}

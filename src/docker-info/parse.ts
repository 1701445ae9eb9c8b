import { compareVersions } from '../drivers/version.ts';
import { readFields, valueOf } from './fields.ts';
import type { Field, Fields } from './fields.ts';
import { driverOf, engineOf, isNative, secondOutput, serverVersion, toolOf } from './tool.ts';
import type { InfoTool } from './tool.ts';

/** What the output of an engine says about a machine, as far as a storage driver cares. */
export interface MachineInfo {
  /** Id of the engine: `docker`, `podman`, `containerd` or `cri-o`. */
  engine: string | undefined;
  /** `18.06.2`, without suffixes. */
  version: string | undefined;
  /** The driver as the engine calls it: `overlay2`. */
  driver: string | undefined;
  /** `ext4`, `xfs`, `btrfs`, `zfs`, `ntfs` on Windows, or the name that was printed. */
  filesystem: string | undefined;
  /** Whether the filesystem reports file types. */
  dType: boolean | undefined;
  /** Release of the Linux kernel: `4.2.0`. Windows has none. */
  kernel: string | undefined;
  /** As printed: `Ubuntu 14.04.4 LTS`. */
  system: string | undefined;
  rootless: boolean;
  /** Whether images are in containerd rather than in a driver of the engine. */
  containerdStore: boolean;
}

/** An output with all that it says. */
export interface InfoReading {
  /** Unknown for a few lines that several commands print. */
  tool: InfoTool | undefined;
  machine: MachineInfo;
  /** The names of all drivers: Windows can have two. */
  drivers: string[];
  /** What a distribution counts behind the release of its kernel: 514 of `3.10.0-514`. */
  build: number | undefined;
  /** Whether it prints no release, as Docker did before 1.9.0. */
  beforeVersions: boolean;
  /** Line on which another output begins, which is left out. */
  second: number | undefined;
  fields: Fields;
}

/**
 * What is known from the text that `docker info`, `podman info`, `crictl info` or one of their kin printed, as text, YAML
 * or JSON, with whatever stands around it. Undefined if it names no storage driver, no kernel and no release.
 */
export function parseInfo(text: string): MachineInfo | undefined {
  const { tool, machine } = readInfo(text);
  return (tool ?? machine.engine ?? machine.kernel) === undefined ? undefined : machine;
}

/** The same of any text, with the fields behind it; without a tool it is no output. */
export function readInfo(text: string): InfoReading {
  const whole = readFields(text);
  const second = secondOutput(whole)?.line;
  const fields = whole.above(second ?? Infinity);
  const tool = toolOf(fields);
  const driver = driverOf(fields, tool);
  const server =
    serverVersion(fields) ??
    (isNative(fields) ? valueOf(fields, 'containerd Version') : undefined) ??
    // What docker version printed beside an output that is cut off.
    fields.find(['Version'], 'server/', (value) => tool === 'docker info' && /^v?\d+\./.test(value))?.value;
  const kernel = valueOf(fields, 'Kernel Version', 'kernel');
  const system = systemOf(fields);
  const drivers = (driver ?? '').split(/ \((?:linux|windows)\) ?/).filter((name) => name !== '');
  const isWindows =
    valueOf(fields, 'OSType') === 'windows' ||
    /^(?:Microsoft )?Windows/.test(system ?? '') ||
    drivers.some((name) => /^(?:windowsfilter|lcow)$/.test(name));
  return {
    tool,
    fields,
    second,
    build: isWindows ? undefined : buildIn(kernel),
    beforeVersions: tool === 'docker info' && server === undefined && executionDriver(fields) !== undefined,
    drivers,
    machine: {
      engine: tool === undefined ? (driver ?? server) && 'docker' : engineOf(tool, fields),
      version: versionIn(isOfContainersStorage(tool) ? podmanVersion(fields) : server),
      driver,
      filesystem: isWindows
        ? 'ntfs'
        : (filesystemOf(statusOf(fields, 'Backing Filesystem')?.value) ?? filesystemBelow(driver)),
      dType: yesOrNo(statusOf(fields, 'Supports d_type')?.value),
      kernel: isWindows ? undefined : versionIn(kernel),
      system,
      rootless: isRootless(fields),
      // Docker has no driver of its own by that name, and the line below it is cut off where people look for one line.
      containerdStore:
        tool === 'docker info' &&
        (driver === 'overlayfs' || valueOf(fields, 'driver-type')?.startsWith('io.containerd.snapshotter') === true),
    },
  };
}

/** A line that the driver tells of itself, rather than one that somebody quotes or expects above the output. */
export function statusOf(fields: Fields, name: string): Field | undefined {
  const places = ['storagedriver/', 'driverstatus/', 'graphstatus/', ''];
  for (const within of places) {
    const found = fields.find([name], within);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isOfContainersStorage(tool: InfoTool | undefined): boolean {
  return tool === 'podman info' || tool === 'buildah info';
}

/**
 * The line that Docker printed up to 1.10: in the text of later releases the version stands above it; in JSON that
 * stands last and can be cut off.
 */
export function executionDriver(fields: Fields): Field | undefined {
  const line = fields.find(['Execution Driver']);
  return line?.name.includes(' ') === true && fields.find(['Images']) !== undefined ? line : undefined;
}

/** Helpers print a `version:` of their own; old releases of Podman tell theirs elsewhere, or in the name of its package. */
function podmanVersion(fields: Fields): string | undefined {
  const own = fields.below('version/').find(({ name, within }) => name === 'Version' && !within.includes('host/'));
  const packaged = fields.below('').find(({ name, value }) => name === 'package' && value.startsWith('podman-'));
  return own?.value ?? valueOf(fields, 'podman version') ?? packaged?.value;
}

/** How `ID` of /etc/os-release, which Podman prints, is written in the name that Docker prints. */
const systems: Readonly<Record<string, string>> = {
  alpine: 'Alpine Linux',
  almalinux: 'AlmaLinux',
  amzn: 'Amazon Linux',
  centos: 'CentOS Stream',
  debian: 'Debian GNU/Linux',
  fedora: 'Fedora Linux',
  ol: 'Oracle Linux Server',
  'opensuse-leap': 'openSUSE Leap',
  rhel: 'Red Hat Enterprise Linux',
  rocky: 'Rocky Linux',
  sles: 'SUSE Linux Enterprise Server',
  ubuntu: 'Ubuntu',
};

function systemOf(fields: Fields): string | undefined {
  const printed = fields.find(['Operating System'], '', (name) => /^\w/.test(name))?.value;
  const id = fields.find(['distribution'], 'distribution/')?.value.replace(/[\\"]/g, '');
  if (printed !== undefined || id === undefined) return printed;
  const version = fields.find(['version'], 'distribution/')?.value;
  return [(systems[id] ?? id) + (id === 'alpine' ? ' v' : ' '), version === 'unknown' ? '' : version].join('').trim();
}

function isRootless(fields: Fields): boolean {
  return (
    hasSecurityOption(fields, 'rootless') ||
    valueOf(fields, 'rootless') === 'true' ||
    valueOf(fields, 'GraphRoot', 'storage graph root', 'Docker Root Dir')?.includes('/.local/share/') === true
  );
}

/** Whether Docker lists `option`: in lines of their own, in one line, or as JSON. */
export function hasSecurityOption(fields: Fields, option: 'rootless' | 'userns'): boolean {
  return (
    fields.lines.some((line) => line.replace(/[ ",]/g, '') === option) ||
    ` ${valueOf(fields, 'Security Options') ?? ''} `.includes(` ${option} `) ||
    fields.below('securityoptions/').some(({ value }) => value.replace(/^name=/, '').startsWith(option))
  );
}

/** These two print no filesystem, since they run on one only. */
function filesystemBelow(driver: string | undefined): string | undefined {
  return driver === 'btrfs' || driver === 'zfs' ? driver : undefined;
}

function versionIn(text: string | undefined): string | undefined {
  return /\d+(?:\.\d+)+/.exec(text ?? '')?.[0];
}

function buildIn(kernel: string | undefined): number | undefined {
  const [, build] = /^\d+(?:\.\d+)+-(\d+)/.exec(kernel ?? '') ?? [];
  return build === undefined ? undefined : Number(build);
}

/** The kernel's magic number says `extfs` for ext2, ext3 and ext4 alike; the last is what is out there. */
function filesystemOf(name: string | undefined): string | undefined {
  if (name === undefined || name.startsWith('<')) return undefined;
  if (name === 'overlayfs') return 'overlay';
  return name.startsWith('ext') ? 'ext4' : name.toLowerCase();
}

/** The data directory of Docker: old releases tell it only with aufs, as the place of that; else the one by default. */
export function dataFolder(fields: Fields): string {
  return (
    valueOf(fields, 'Docker Root Dir') ??
    statusOf(fields, 'Root Dir')?.value.replace(/\/aufs$/, '') ??
    (isRootless(fields) ? '~/.local/share/docker' : '/var/lib/docker')
  );
}

/** Whether the engine is a Docker Engine older than `release`. */
export function isOlderThan(release: string, { machine, beforeVersions }: InfoReading): boolean {
  const { engine, version } = machine;
  return engine === 'docker' && (beforeVersions || (version !== undefined && compareVersions(version, release) < 0));
}

function yesOrNo(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true';
}

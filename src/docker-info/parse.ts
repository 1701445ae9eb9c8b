import { compareVersions } from '../drivers/version.ts';
import { readFields } from './fields.ts';
import type { Field, Fields } from './fields.ts';

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

/** The command that prints such an output. */
export type InfoTool =
  'docker info' | 'podman info' | 'buildah info' | 'crictl info' | 'nerdctl info' | 'crio status info';

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
  fields: Fields;
}

/**
 * What is known from the text that `docker info`, `podman info`, `crictl info` or one of their kin printed, as text, YAML
 * or JSON, with whatever stands around it. Undefined if it names no storage driver, no kernel and no release.
 */
export function parseInfo(text: string): MachineInfo | undefined {
  return readInfo(text)?.machine;
}

/** The same as `parseInfo`, with the fields behind it. */
export function readInfo(text: string): InfoReading | undefined {
  const fields = readFields(text);
  const tool = toolOf(fields);
  const driver = driverOf(fields, tool);
  const server =
    valueOf(fields, 'Server Version') ?? (isNative(fields) ? valueOf(fields, 'containerd Version') : undefined);
  const kernel = valueOf(fields, 'Kernel Version', 'kernel');
  if (driver === undefined && server === undefined && kernel === undefined && tool === undefined) return undefined;
  const system = systemOf(fields);
  const isWindows = valueOf(fields, 'OSType') === 'windows' || system?.startsWith('Windows') === true;
  return {
    tool,
    fields,
    build: isWindows ? undefined : buildIn(kernel),
    beforeVersions: tool === 'docker info' && server === undefined && executionDriver(fields) !== undefined,
    drivers: (driver ?? '').split(/ \((?:linux|windows)\) ?/).filter((name) => name !== ''),
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

function valueOf(fields: Fields, ...names: string[]): string | undefined {
  return fields.find(names)?.value;
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

/** Lines beside that of the driver in an output of any age. The driver's alone can stand in any log. */
const companions = [
  ...['Server Version', 'Containers', 'Images', 'Kernel Version', 'Operating System', 'OSType', 'Docker Root Dir'],
  ...['Logging Driver', 'Cgroup Driver', 'Default Runtime', 'storage graph root', 'storage root'],
  ...['Backing Filesystem', 'Data Space Used', 'Parent Dataset', 'Dirs'],
];

/** Whether the line of the driver has company, stands under the command that prints it, or is all there is. */
function isOutput(fields: Fields): boolean {
  const isTyped = (line: string) => line.length < 200 && /\b(?:docker|nerdctl|balena)\b.*\binfo\b/.test(line);
  return (
    fields.find(companions) !== undefined ||
    fields.below('storagedriver/').length > 0 ||
    fields.lines.some(isTyped) ||
    fields.lines.filter((line) => /\w/.test(line)).length < 3
  );
}

function toolOf(fields: Fields): InfoTool | undefined {
  const has = (...names: string[]) => fields.find(names) !== undefined;
  const typed = fields.lines.find((line) => line.length < 200 && /\bbuildah (?:\S+ )*info\b/.test(line));
  if (has('graphDriverName', 'BuildahVersion')) {
    const isBuildah = typed !== undefined || (has('GraphDriverName') && has('RunRoot') && isBare(fields));
    return isBuildah ? 'buildah info' : 'podman info';
  }
  if (
    crictlConditions(fields).some(({ type }) => /^(?:Runtime|Network)Ready$/.test(type)) ||
    snapshotterOf(fields) !== undefined ||
    has('containerdRootDir', 'containerdEndpoint')
  )
    return 'crictl info';
  if (isNative(fields)) return 'nerdctl info';
  if (driverOf(fields, undefined) === undefined || !isOutput(fields)) return undefined;
  if (has('storage graph root', 'storage root', 'storage image') && !has('Server Version')) return 'crio status info';
  if (fields.below('plugins/storage/').length > 0 || fields.find(['Storage'], 'plugins/') !== undefined)
    return 'nerdctl info';
  return 'docker info';
}

/** Buildah prints machine and store as Podman once did, and neither its own release nor Podman's. */
function isBare(fields: Fields): boolean {
  const isOld = fields.find(['GraphDriverName'])?.name.startsWith('G') === true;
  const others = ['BuildahVersion', 'Conmon', 'podman version', 'APIVersion', 'eventLogger'];
  const isOfPodman = fields.find(others) !== undefined || fields.below('registries/').length > 0;
  return isOld && fields.find(['hostname']) !== undefined && !isOfPodman;
}

/** `nerdctl info --mode=native` has names of its own. */
function isNative(fields: Fields): boolean {
  return fields.find(['Snapshotter']) !== undefined && fields.find(['containerd UUID']) !== undefined;
}

/**
 * The line that Docker printed up to 1.10: in the text of later releases the version stands above it; in JSON that
 * stands last and can be cut off.
 */
export function executionDriver(fields: Fields): Field | undefined {
  const line = fields.find(['Execution Driver']);
  return line?.name.includes(' ') === true && fields.find(['Images']) !== undefined ? line : undefined;
}

function engineOf(tool: InfoTool, fields: Fields): string | undefined {
  if (tool === 'docker info') return isAnsweredByPodman(fields) ? 'podman' : 'docker';
  if (tool === 'nerdctl info') return 'containerd';
  if (tool === 'crio status info') return 'cri-o';
  if (tool !== 'crictl info') return 'podman';
  // Any runtime of Kubernetes answers crictl; these names are containerd's.
  const isContainerd =
    snapshotterOf(fields) !== undefined ||
    fields.find(['containerdRootDir', 'containerdEndpoint']) !== undefined ||
    crictlConditions(fields).some(({ type }) => type.startsWith('Containerd'));
  return isContainerd ? 'containerd' : undefined;
}

/**
 * Podman answers the client of Docker too, with a release of its own: Docker went from 1.13 to 17.03. Its overlay tells
 * of native diff, which the driver of that name in Docker never did.
 */
function isAnsweredByPodman(fields: Fields): boolean {
  const major = Number.parseInt(valueOf(fields, 'Server Version')?.replace(/^v/, '') ?? '', 10);
  const isOverlay = driverOf(fields, 'docker info') === 'overlay';
  return (major > 1 && major < 17) || (isOverlay && fields.find(['Native Overlay Diff']) !== undefined);
}

/** How engines call drivers: `overlay2`, `device mapper`, `lcow (linux) windowsfilter (windows)`, `vieux/plugin:1.0`. */
const driverName = /^(?:device mapper|[a-z\d][\w./:@-]*(?: \((?:linux|windows)\)(?: [a-z]+ \((?:linux|windows)\))?)?)$/;

function driverOf(fields: Fields, tool: InfoTool | undefined): string | undefined {
  if (tool === 'crictl info') return snapshotterOf(fields)?.value;
  if (isNative(fields)) return valueOf(fields, 'Snapshotter');
  const named = fields.find(['Storage Driver', 'GraphDriverName'], '', (value) => driverName.test(value));
  return named?.value ?? bareDriver(fields) ?? driverByStatus(fields);
}

/** The first releases of Docker wrote `Driver:`, as JSON still does; others have drivers for other things. */
function bareDriver(fields: Fields): string | undefined {
  const status = fields.below('driverstatus/')[0] ?? fields.find(['DriverStatus']);
  const around = status?.within.replace(/driverstatus\/.*$/, '') ?? '';
  const bare = fields.below(around).find(({ name, within }) => name === 'Driver' && within === around);
  const hasOwnLines = fields.below('driver/').length > 0;
  const countsAll = fields.find(['Containers']) !== undefined && fields.find(['Images']) !== undefined;
  return status !== undefined || hasOwnLines || countsAll ? bare?.value : undefined;
}

/** Of these two the lines are known, where a paste begins below the name. */
function driverByStatus(fields: Fields): string | undefined {
  const has = (name: string) => fields.find([name]) !== undefined;
  if (has('Data Space Used') && has('Data Space Total')) return 'devicemapper';
  return has('Parent Dataset') && has('Space Used By Parent') ? 'zfs' : undefined;
}

/** The snapshotter that containerd gives to Kubernetes. Since 2.0 it stands with each runtime only, if at all. */
export function snapshotterOf(fields: Fields): Field | undefined {
  const inRuntimes = fields.find(['defaultRuntimeName', 'defaultRuntime'], 'containerd/');
  const isWhole = fields.find(['containerdRootDir', 'lastCNILoadStatus', 'cniconfig']) !== undefined;
  return (
    fields.find(['snapshotter'], 'config/containerd/') ??
    (inRuntimes && fields.find(['snapshotter'], 'containerd/')) ??
    (isWhole ? fields.find(['snapshotter']) : undefined)
  );
}

/** A condition as the runtime reports it to Kubernetes. */
export interface Condition {
  /** `RuntimeReady` */
  type: string;
  met: boolean;
  message: string;
  line: number;
}

/** Runtimes report three; a paste that has more is none of theirs. */
const maxConditions = 12;

/** The conditions that `crictl info` prints. */
export function crictlConditions(fields: Fields): Condition[] {
  const items = Map.groupBy(fields.below('conditions/'), ({ within }) => within);
  return [...items.values()].slice(0, maxConditions).flatMap((item) => {
    const valueIn = (name: string) => item.find((field) => field.name === name);
    const type = valueIn('type');
    if (type === undefined || !/^[A-Z]\w+$/.test(type.value)) return [];
    const met = valueIn('status')?.value !== 'false';
    return [{ type: type.value, met, message: valueIn('message')?.value ?? '', line: type.line }];
  });
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
  const printed = valueOf(fields, 'Operating System');
  const id = fields.find(['distribution'], 'distribution/')?.value.replace(/[\\"]/g, '');
  if (printed !== undefined || id === undefined) return printed;
  const version = fields.find(['version'], 'distribution/')?.value;
  return [(systems[id] ?? id) + (id === 'alpine' ? ' v' : ' '), version === 'unknown' ? '' : version].join('').trim();
}

function isRootless(fields: Fields): boolean {
  return (
    fields.lines.some((line) => /^[ "]*rootless[",]*$/.test(line)) ||
    fields.below('securityoptions/').some(({ value }) => value.startsWith('name=rootless')) ||
    valueOf(fields, 'rootless') === 'true' ||
    valueOf(fields, 'GraphRoot', 'storage graph root', 'Docker Root Dir')?.includes('/.local/share/') === true
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

/** The data directory of Docker: old releases tell it only with aufs, as the place of that. */
export function dataFolder(fields: Fields): string {
  return (
    valueOf(fields, 'Docker Root Dir') ??
    statusOf(fields, 'Root Dir')?.value.replace(/\/aufs$/, '') ??
    '/var/lib/docker'
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

/** Whose output it is, of which engine, and what driver that names. */
import { valueOf } from './fields.ts';
import type { Field, Fields } from './fields.ts';

/** The command that prints such an output. */
export type InfoTool =
  'docker info' | 'podman info' | 'buildah info' | 'crictl info' | 'nerdctl info' | 'crio status info';

/** Lines beside that of the driver in an output of any age. The driver's alone can stand in any log. */
const companions = [
  ...['Server Version', 'Containers', 'Images', 'Kernel Version', 'Operating System', 'OSType', 'Docker Root Dir'],
  ...['Logging Driver', 'Cgroup Driver', 'Default Runtime', 'storage graph root', 'storage root'],
  ...['Backing Filesystem', 'Data Space Used', 'Parent Dataset', 'Dirs'],
];

/** The release that an engine tells; other programs write its name in small letters. */
export function serverVersion(fields: Fields): string | undefined {
  return fields.below('').find(({ name, value }) => /^Server ?[Vv]ersion$/.test(name) && value !== '')?.value;
}

/** The command that was typed above the driver, if it came along. */
function typedAbove(fields: Fields): string | undefined {
  const isTyped = (line: string) => line.length < 200 && /\b(?:docker|nerdctl|balena)\b.*\binfo\b/.test(line);
  return fields.lines.slice(0, fields.find(['Storage Driver'])?.line).findLast(isTyped);
}

/** Whether the line of the driver has company, stands under the command that prints it, or is all there is. */
function isOutput(fields: Fields): boolean {
  return (
    fields.find(companions) !== undefined ||
    fields.below('storagedriver/').length > 0 ||
    typedAbove(fields) !== undefined ||
    fields.lines.filter((line) => /\w/.test(line)).length < 3
  );
}

export function toolOf(fields: Fields): InfoTool | undefined {
  const has = (...names: string[]) => fields.find(names) !== undefined;
  const typed = fields.lines.find((line) => line.length < 200 && /\bbuildah (?:\S+ )*info\b/.test(line));
  const isStore = fields.find(['graphDriverName'], '', (value) => driverName.test(value)) !== undefined;
  if (isStore || has('BuildahVersion')) {
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
  const isNerdctl =
    fields.below('plugins/storage/').length > 0 ||
    fields.find(['Storage'], 'plugins/') !== undefined ||
    typedAbove(fields)?.includes('nerdctl') === true;
  return isNerdctl ? 'nerdctl info' : 'docker info';
}

/** Buildah prints machine and store as Podman once did, and neither its own release nor Podman's. */
function isBare(fields: Fields): boolean {
  const isOld = fields.find(['GraphDriverName'])?.name.startsWith('G') === true;
  const others = ['BuildahVersion', 'Conmon', 'podman version', 'APIVersion', 'eventLogger'];
  const isOfPodman = fields.find(others) !== undefined || fields.below('registries/').length > 0;
  return isOld && fields.find(['hostname']) !== undefined && !isOfPodman;
}

/** `nerdctl info --mode=native` has names of its own. */
export function isNative(fields: Fields): boolean {
  return fields.find(['Snapshotter']) !== undefined && fields.find(['containerd UUID']) !== undefined;
}

export function engineOf(tool: InfoTool, fields: Fields): string | undefined {
  if (tool === 'docker info') return isAnsweredByPodman(fields) ? 'podman' : 'docker';
  if (tool === 'nerdctl info') return 'containerd';
  if (tool === 'crio status info') return 'cri-o';
  if (tool !== 'crictl info') return 'podman';
  // Any runtime of Kubernetes answers crictl; these names are containerd's.
  const isContainerd =
    snapshotterOf(fields) !== undefined ||
    fields.find(['containerdRootDir', 'containerdEndpoint', 'PluginConfDir']) !== undefined ||
    crictlConditions(fields).some(({ type }) => type.startsWith('Containerd'));
  return isContainerd ? 'containerd' : undefined;
}

/**
 * Podman answers the client of Docker too, with a release of its own: Docker went from 1.13 to 17.03. Its overlay tells
 * of native diff, which the driver of that name in Docker never did.
 */
function isAnsweredByPodman(fields: Fields): boolean {
  const major = Number.parseInt(serverVersion(fields)?.replace(/^v/, '') ?? '', 10);
  const isOverlay = driverOf(fields, 'docker info') === 'overlay';
  return (major > 1 && major < 17) || (isOverlay && fields.find(['Native Overlay Diff']) !== undefined);
}

/**
 * Where a second output begins in the same paste, as people show before and after, or two machines: where another driver
 * is named, the same one tells something else of itself, or a new output begins below a whole one.
 */
export function secondOutput(fields: Fields): Field | undefined {
  const all = fields.below('').toSorted((a, b) => a.line - b.line);
  const named = all.filter(
    ({ name, value }) => /^(?:storage ?driver|graphdrivername)$/i.test(name) && driverName.test(value),
  );
  const [first] = named;
  const again = named.find(({ line }) => line !== first?.line);
  if (first === undefined) return undefined;
  const place = ({ name, within }: Field) => within + name;
  const isStatus = ({ within }: Field) => /(?:storagedriver|graphstatus)\/$/.test(within);
  const between = all.filter(({ line }) => line > first.line && line < (again?.line ?? 0));
  const told = new Map(between.filter(isStatus).map((field) => [place(field), field.value]));
  const isAtOdds = all.some(
    (field) =>
      field.line > (again?.line ?? Infinity) &&
      isStatus(field) &&
      (told.get(place(field)) ?? field.value) !== field.value,
  );
  // Two machines can tell the same of a driver that tells little.
  const isElsewhere = [/^Server ?[Vv]ersion$/, /^(?:Kernel ?Version|kernel)$/].some(
    (name) => new Set(all.filter((field) => name.test(field.name)).map(({ value }) => value)).size > 1,
  );
  const other =
    isAtOdds || isElsewhere ? again : named.find(({ value, line }) => value !== first.value && line !== first.line);
  const whole = fields.find(['Docker Root Dir', 'graphRoot'])?.line ?? Infinity;
  const isHead = ({ name, line }: Field) =>
    line > first.line &&
    ((/^(?:Client|Containers|debug|host)$/.test(name) && line < (other?.line ?? 0)) ||
      (/^(?:Containers|debug|host)$/.test(name) && line > whole));
  return all.find(isHead) ?? other;
}

/** How engines call drivers: `overlay2`, `device mapper`, `lcow (linux) windowsfilter (windows)`, `vieux/plugin:1.0`. */
const driverName = /^(?:device mapper|[a-z\d][\w./:@-]*(?: \((?:linux|windows)\)(?: [a-z]+ \((?:linux|windows)\))?)?)$/;

export function driverOf(fields: Fields, tool: InfoTool | undefined): string | undefined {
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
  // nerdctl counts nothing and tells no status.
  const isAnswer = fields.find(['LoggingDriver'])?.name === 'LoggingDriver';
  return status !== undefined || hasOwnLines || countsAll || isAnswer ? bare?.value : undefined;
}

/** Of these the lines are known, where a paste begins below the name. The store of Podman has some of them. */
function driverByStatus(fields: Fields): string | undefined {
  const has = (name: string) => fields.find([name]) !== undefined;
  if (has('Native Overlay Diff') && has('Logging Driver')) return 'overlay2';
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

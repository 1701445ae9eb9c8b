import { amountInWords, bytesOf, percentOf } from './amount.ts';
import type { Fields } from './fields.ts';
import { onDisk, onGuest, onWsl } from './disk.ts';
import { finding } from './finding.ts';
import type { InfoFinding } from './finding.ts';
import { executionDriver, hasSecurityOption, statusOf } from './parse.ts';
import type { InfoReading } from './parse.ts';
import { crictlConditions, snapshotterOf } from './tool.ts';
import * as words from '../site/words.ts';

/** From here on a pool or a disk is called nearly full: what is left goes in an afternoon. */
const nearlyFull = 0.85;

/** All that follows from the values of an output, apart from what the driver's facts say. */
export function findingsIn(reading: InfoReading): InfoFinding[] {
  const { fields, drivers, tool } = reading;
  return [
    ...(drivers.some((name) => /^(?:devicemapper|device mapper)$/.test(name)) ? inThinPool(fields) : []),
    ...(drivers.includes('zfs') ? inZfs(fields) : []),
    ...(tool === 'podman info' || tool === 'buildah info' ? inStore(reading) : []),
    ...(tool === 'crictl info' ? inConditions(fields) : []),
    ...(tool === 'docker info' ? onDisk(reading) : []),
    ...inMemory(reading),
    ...inOverlay(reading),
    ...inDocker(reading),
  ];
}

/** An amount with the line that says it. */
function amount(fields: Fields, name: string): { bytes: number; line: number } | undefined {
  const field = statusOf(fields, name);
  const bytes = bytesOf(field?.value);
  return field === undefined || bytes === undefined ? undefined : { bytes, line: field.line };
}

function inThinPool(fields: Fields): InfoFinding[] {
  const found: InfoFinding[] = [];
  const file = fields.find(['Data file']);
  const loop = fields.find(['Data loop file']);
  const path = file?.value.startsWith('/') === true && !file.value.startsWith('/dev/') ? file : undefined;
  if (loop !== undefined) found.push(finding('loop-files', loop.line, { file: loop.value }));
  else if (file !== undefined && /^\/dev\/loop\d/.test(file.value))
    found.push(finding('loop-files', file.line, { file: file.value }));
  else if (path !== undefined) found.push(finding('loop-by-path', path.line, { file: path.value }));

  const used = amount(fields, 'Data Space Used');
  const total = amount(fields, 'Data Space Total');
  const available = amount(fields, 'Data Space Available');
  const minimum = amount(fields, 'Thin Pool Minimum Free Space');
  if (used !== undefined && total !== undefined && total.bytes > 0) {
    const parts = spaceParts(used.bytes, total.bytes);
    const free = total.bytes - used.bytes;
    // The rounding of both figures leaves a difference of its own.
    const isSparse = available !== undefined && available.bytes < free * 0.98;
    if (isSparse) {
      const folder = (loop ?? path)?.value.replace(/\/devicemapper\/devicemapper\/data$/, '') ?? '/var/lib/docker';
      const isTight = available.bytes < (minimum?.bytes ?? total.bytes / 10);
      if (isTight) {
        const limit = { total: amountInWords(total.bytes), available: amountInWords(available.bytes), folder };
        found.push(finding('pool-sparse-limit', available.line, limit));
      }
    }
    if (minimum !== undefined && free < minimum.bytes)
      found.push(
        finding('pool-refuses', minimum.line, { free: amountInWords(free), minimum: amountInWords(minimum.bytes) }),
      );
    else if (minimum !== undefined && available !== undefined && available.bytes < minimum.bytes)
      found.push(
        finding('pool-below-minimum', minimum.line, {
          available: amountInWords(available.bytes),
          minimum: amountInWords(minimum.bytes),
        }),
      );
    found.push(finding(used.bytes / total.bytes >= nearlyFull ? 'pool-nearly-full' : 'pool-space', used.line, parts));
  }
  const metadata = amount(fields, 'Metadata Space Used');
  const size = amount(fields, 'Metadata Space Total');
  if (metadata !== undefined && size !== undefined && size.bytes > 0)
    found.push(
      finding(
        metadata.bytes / size.bytes >= nearlyFull ? 'metadata-nearly-full' : 'metadata-space',
        metadata.line,
        spaceParts(metadata.bytes, size.bytes),
      ),
    );
  return found;
}

function spaceParts(used: number, total: number): Record<string, string> {
  return { used: amountInWords(used), total: amountInWords(total), percent: percentOf(used, total) };
}

function inZfs(fields: Fields): InfoFinding[] {
  const found: InfoFinding[] = [];
  const parent = fields.find(['Parent Dataset']);
  const dataset = parent?.value ?? '';
  const pool = fields.find(['Zpool'])?.value ?? dataset.split('/')[0] ?? '';
  const health = fields.find(['Zpool Health']);
  if (health !== undefined && !['ONLINE', 'not available'].includes(health.value))
    found.push(finding('zfs-health', health.line, { pool, health: health.value }));
  // Installers mount / from a dataset called root or ROOT/<name>. Docker's manual gives the engine a pool of its own.
  if (/^[^/]+\/(?:root$|ROOT(?:\/|$))/.test(dataset))
    found.push(finding('zfs-root-dataset', parent?.line, { dataset, pool }));
  const used = amount(fields, 'Space Used By Parent');
  const available = amount(fields, 'Space Available');
  const quota = amount(fields, 'Parent Quota');
  if (used !== undefined && available !== undefined) {
    const isTight = available.bytes / (used.bytes + available.bytes) < 1 - nearlyFull;
    const parts = {
      dataset,
      used: amountInWords(used.bytes),
      available: amountInWords(available.bytes),
      quota: quota === undefined ? (fields.find(['Parent Quota'])?.value ?? words.notTold) : amountInWords(quota.bytes),
      compression: fields.find(['Compression'])?.value ?? words.notTold,
    };
    found.push(finding(isTight ? 'zfs-nearly-full' : 'zfs-space', available.line, parts));
  }
  if (quota !== undefined) found.push(finding('zfs-quota', quota.line, { quota: amountInWords(quota.bytes) }));
  return found;
}

/** The options of the store that name a mount program, a list in old releases and a map in newer ones, wherever cut out. */
export function mountPrograms(fields: Fields): { program: string; line: number }[] {
  return fields.below('').flatMap(({ name, value, line, within }) => {
    if (/mount_?program$/i.test(name)) return value === '' ? [] : [{ program: value, line }];
    if (name === 'Executable' && within.includes('mountprogram/')) return [{ program: value, line }];
    const [, program] = /^(?:overlay2?\.)?mount_program=(.+)$/.exec(name === '' ? value : '') ?? [];
    return program === undefined ? [] : [{ program, line }];
  });
}

function inStore({ fields, drivers }: InfoReading): InfoFinding[] {
  const found: InfoFinding[] = drivers.length === 0 ? [finding('no-driver')] : [];
  const [program, ...more] = mountPrograms(fields);
  if (program !== undefined) found.push(finding('mount-program', program.line, { program: program.program }));
  if (more.length > 0)
    found.push(
      finding('mount-program-twice', more[0]?.line, {
        times: more.length === 1 ? words.twoPrograms : `${more.length + 1}`,
      }),
    );
  const used = amount(fields, 'graphRootUsed');
  const total = amount(fields, 'graphRootAllocated');
  if (used !== undefined && total !== undefined && total.bytes > 0)
    found.push(
      finding(
        used.bytes / total.bytes >= nearlyFull ? 'podman-nearly-full' : 'podman-space',
        used.line,
        spaceParts(used.bytes, total.bytes),
      ),
    );
  found.push(...onWsl(fields));
  if (drivers.includes('vfs')) found.push(finding('vfs-kept', fields.find(['graphDriverName'])?.line));
  const remote = fields.find(['serviceIsRemote']);
  if (remote?.value === 'true') found.push(finding('podman-remote', remote.line));
  const transient = fields.find(['transientStore']);
  if (transient?.value === 'true') found.push(finding('transient-store', transient.line));
  return found;
}

function inConditions(fields: Fields): InfoFinding[] {
  const unmet = crictlConditions(fields)
    .filter(({ met }) => !met)
    .map(({ type, message: printed, line }) => {
      const message = printed === '' ? words.noReasonGiven : printed;
      if (type === 'NetworkReady') return finding('network-unmet', line, { message });
      if (type === 'ContainerdHasNoDeprecationWarnings')
        return finding('containerd-deprecations', line, { message: plainMessage(message) });
      return finding('condition-unmet', line, { type, message });
    });
  const root = fields.find(['containerdRootDir', 'rootDir']);
  return [
    ...unmet,
    ...(snapshotterOf(fields) === undefined ? [finding('no-snapshotter')] : []),
    ...(root === undefined ? [] : [finding('crictl-disk', root.line, { folder: root.value })]),
  ];
}

/** containerd puts a map of ids and messages, as JSON, where a message belongs. */
function plainMessage(message: string): string {
  return message.replace(/":"/g, ': ').replace(/","/g, ' ').replace(/[{}"]/g, '').trim();
}

function inMemory({ fields, machine }: InfoReading): InfoFinding[] {
  return machine.filesystem === 'tmpfs' ? [finding('backing-tmpfs', statusOf(fields, 'Backing Filesystem')?.line)] : [];
}

/** Filesystems below an overlay that are told of on their own. */
const poorBelowOverlay: readonly string[] = ['nfs', 'overlay', 'tmpfs', 'zfs'];

function inOverlay({ fields, drivers, machine }: InfoReading): InfoFinding[] {
  if (!drivers.some((name) => name.startsWith('overlay')) || mountPrograms(fields).length > 0) return [];
  const type = statusOf(fields, 'Supports d_type');
  const diff = statusOf(fields, 'Native Overlay Diff');
  const namespace = statusOf(fields, 'userxattr');
  const found: InfoFinding[] = [];
  if (namespace?.value === 'true') found.push(finding('user-namespace', namespace.line));
  if (type?.value === 'false') found.push(finding('d-type-false', type.line));
  if (diff?.value === 'false') found.push(finding('native-diff-off', diff.line));
  if (type?.value !== 'true') return found;
  const isSound = diff?.value === 'true' && !poorBelowOverlay.includes(machine.filesystem ?? '');
  return [
    ...found,
    isSound
      ? finding('overlay-sound', diff.line, { filesystem: machine.filesystem ?? words.itsFilesystem })
      : finding('d-type-true', type.line),
  ];
}

function inDocker(reading: InfoReading): InfoFinding[] {
  const { fields, tool, machine, drivers, beforeVersions } = reading;
  const found: InfoFinding[] = [];
  const isWindows = machine.filesystem === 'ntfs';
  if (isWindows) {
    found.push(finding('windows-only', fields.find(['OSType', 'Operating System'])?.line));
    const system = fields.find(['Operating System']);
    const [, channel] = /^Windows Server(?! 20\d\d).* Version (\d\d(?:0[0-9]|H\d))\b/.exec(system?.value ?? '') ?? [];
    if (channel !== undefined) found.push(finding('windows-channel', system?.line, { version: channel }));
  }
  const dirperm = fields.find(['Dirperm1 Supported']);
  if (dirperm?.value === 'true') found.push(finding('dirperm1', dirperm.line));
  const stopped = fields.find(['Stopped', 'ContainersStopped']);
  const all = fields.find(['Containers']);
  if (Number(stopped?.value) > 0 && Number(all?.value) >= Number(stopped?.value))
    found.push(finding('stopped-containers', stopped?.line, { stopped: stopped?.value ?? '', all: all?.value ?? '' }));
  const debug =
    fields.find(['Debug Mode (server)']) ??
    fields.below('').findLast(({ name }) => name === 'Debug Mode' || name === 'Debug');
  if (debug?.value === 'true') found.push(finding('debug-on', debug.line));
  if (hasSecurityOption(fields, 'userns')) found.push(finding('userns-remap'));
  const system = fields.find(['Operating System']);
  // Old releases took some hosts for containers; it matters to what stacks on the container's own overlay.
  const stacks = drivers.some((name) => /^(?:overlay|fuse|vfs)/.test(name));
  if (stacks && system?.value.endsWith('(containerized)') === true) found.push(finding('containerised', system.line));
  if (tool === 'nerdctl info')
    found.push(
      ...onGuest(fields),
      ...onWsl(fields),
      finding('containerd-disk', undefined, {
        folder: machine.rootless ? '~/.local/share/containerd' : '/var/lib/containerd',
      }),
    );
  if (tool !== 'docker info') return found;
  if (beforeVersions) found.push(finding('before-server-version', executionDriver(fields)?.line));
  if (machine.containerdStore)
    found.push(finding('containerd-store', fields.find(['driver-type'])?.line, { driver: drivers[0] ?? '' }));
  if (machine.kernel === undefined && !isWindows) found.push(finding('output-incomplete'));
  return found;
}

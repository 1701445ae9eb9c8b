/** What `docker info` or `podman info` says about a machine, as far as a storage driver cares. */
export interface MachineInfo {
  /** Id of the engine: `docker` or `podman`. */
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

/**
 * What is known from the text that `docker info` or `podman info` printed, with whatever stands around it.
 * Undefined if it names no storage driver, no kernel and no release.
 */
export function parseInfo(text: string): MachineInfo | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const valueOf = (...names: string[]) => {
    for (const name of names) {
      const line = lines.find((candidate) => candidate.toLowerCase().startsWith(`${name.toLowerCase()}:`));
      const value = line
        ?.slice(name.length + 1)
        .replace(/^[\s"']+|["',]+$/g, '')
        .trim();
      if (value) return value;
    }
    return undefined;
  };
  const graphDriver = valueOf('GraphDriverName');
  const driver = valueOf('Storage Driver') ?? graphDriver;
  const server = valueOf('Server Version');
  const kernel = valueOf('Kernel Version', 'kernel');
  if (driver === undefined && server === undefined && kernel === undefined) return undefined;
  const isPodman = graphDriver !== undefined || valueOf('BuildahVersion') !== undefined;
  const system = valueOf('Operating System');
  const isWindows = valueOf('OSType') === 'windows' || system?.startsWith('Windows') === true;
  return {
    engine: isPodman ? 'podman' : driver === undefined && server === undefined ? undefined : 'docker',
    version: versionIn(isPodman ? podmanVersion(lines) : server),
    driver,
    filesystem: isWindows ? 'ntfs' : (filesystemOf(valueOf('Backing Filesystem')) ?? filesystemBelow(driver)),
    dType: yesOrNo(valueOf('Supports d_type')),
    kernel: isWindows ? undefined : versionIn(kernel),
    system,
    rootless:
      lines.includes('rootless') ||
      valueOf('rootless') === 'true' ||
      valueOf('GraphRoot', 'Docker Root Dir')?.includes('/.local/share/') === true,
    containerdStore: valueOf('driver-type')?.startsWith('io.containerd.snapshotter') ?? false,
  };
}

/** Helpers print a `version:` of their own; old releases of Podman tell theirs in the name of its package only. */
function podmanVersion(lines: readonly string[]): string | undefined {
  return lines.find((line) => /^(?:Version:|package: podman-)/.test(line));
}

/** These two print no filesystem, since they run on one only. */
function filesystemBelow(driver: string | undefined): string | undefined {
  return driver === 'btrfs' || driver === 'zfs' ? driver : undefined;
}

function versionIn(text: string | undefined): string | undefined {
  return /\d+(?:\.\d+)+/.exec(text ?? '')?.[0];
}

/** The kernel's magic number says `extfs` for ext2, ext3 and ext4 alike; the last is what is out there. */
function filesystemOf(name: string | undefined): string | undefined {
  if (name === undefined || name.startsWith('<')) return undefined;
  return name.startsWith('ext') ? 'ext4' : name.toLowerCase();
}

function yesOrNo(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true';
}

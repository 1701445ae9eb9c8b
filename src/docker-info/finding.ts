/** The findings that values can lead to, each with the parts that its text in `content/docker-info.yaml` may name. */
export const findingParts = {
  'loop-files': ['file'],
  'loop-by-path': ['file'],
  'pool-space': ['used', 'total', 'percent'],
  'pool-nearly-full': ['used', 'total', 'percent'],
  'pool-sparse-limit': ['total', 'available', 'folder'],
  'pool-below-minimum': ['available', 'minimum'],
  'pool-refuses': ['free', 'minimum'],
  'metadata-space': ['used', 'total', 'percent'],
  'metadata-nearly-full': ['used', 'total', 'percent'],
  'zfs-root-dataset': ['dataset', 'pool'],
  'zfs-space': ['dataset', 'used', 'available', 'quota', 'compression'],
  'zfs-nearly-full': ['dataset', 'used', 'available'],
  'zfs-quota': ['quota'],
  'zfs-health': ['pool', 'health'],
  'btrfs-space': ['folder'],
  'native-diff-off': [],
  'overlay-sound': ['filesystem'],
  'backing-tmpfs': [],
  'user-namespace': [],
  'userns-remap': [],
  'no-answer': [],
  'no-permission': [],
  'no-driver': [],
  'unknown-driver': ['driver'],
  'd-type-true': [],
  'd-type-false': [],
  'before-server-version': [],
  'docker-desktop': [],
  orbstack: [],
  lima: [],
  'docker-machine': ['label'],
  wsl: [],
  dirperm1: [],
  'stopped-containers': ['stopped', 'all'],
  'debug-on': [],
  containerised: [],
  'disk-not-told': ['folder'],
  'containerd-store': ['driver'],
  'containerd-disk': ['folder'],
  'output-incomplete': [],
  'mount-program': ['program'],
  'mount-program-twice': ['times'],
  'podman-space': ['used', 'total', 'percent'],
  'podman-nearly-full': ['used', 'total', 'percent'],
  'podman-remote': [],
  'transient-store': [],
  'vfs-kept': [],
  'windows-channel': ['version'],
  'windows-only': [],
  'condition-unmet': ['type', 'message'],
  'network-unmet': ['message'],
  'containerd-deprecations': ['message'],
  'no-snapshotter': [],
  'crictl-disk': ['folder'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FindingId = keyof typeof findingParts;

/** Something that follows from the values of an output. */
export interface InfoFinding {
  id: FindingId;
  /** What fills the parts of its text. */
  parts: Readonly<Record<string, string>>;
  /** Line of the paste that says it. */
  line: number | undefined;
}

/** A finding that `line` says. */
export function finding(id: FindingId, line?: number, parts: Readonly<Record<string, string>> = {}): InfoFinding {
  return { id, parts, line };
}

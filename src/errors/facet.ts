/** What is known of the machine that an error comes from: an engine, a driver or a system, with its version if that is known. */
export interface Facet {
  kind: 'engine' | 'driver' | 'system';
  /** An engine's id in `content/engines/`, a driver's name as it is written, or an id of `systemNames`. */
  id: string;
  /** Digits and dots: `20.10.7`. */
  version?: string;
}

/** Engines that an answer can depend on. */
export const engineNames: Readonly<Record<string, string>> = {
  docker: 'Docker',
  containerd: 'containerd',
  podman: 'Podman',
  'cri-o': 'CRI-O',
  kubernetes: 'Kubernetes',
};

/** Systems that texts name. */
export const systemNames: Readonly<Record<string, string>> = {
  alma: 'AlmaLinux',
  alpine: 'Alpine Linux',
  amazon: 'Amazon Linux',
  arch: 'Arch Linux',
  centos: 'CentOS',
  debian: 'Debian',
  el: 'Enterprise Linux',
  fedora: 'Fedora',
  flatcar: 'Flatcar',
  macos: 'macOS',
  oracle: 'Oracle Linux',
  rhel: 'Red Hat Enterprise Linux',
  rocky: 'Rocky Linux',
  suse: 'SUSE',
  ubuntu: 'Ubuntu',
  windows: 'Windows',
};

/** A facet as one text that an address can carry: `docker 20.10.7`. `facetOf` reads it. */
export function facetText({ id, version }: Facet): string {
  return version === undefined ? id : `${id} ${version}`;
}

/** The engine or system that `text` names, as `facetText` writes it; undefined if there is no such thing. */
export function facetOf(text: string): Facet | undefined {
  const [id = '', version] = text.split(' ', 2);
  const kind = Object.hasOwn(engineNames, id) ? 'engine' : Object.hasOwn(systemNames, id) ? 'system' : undefined;
  if (kind === undefined || (version !== undefined && !/^\d{1,4}(?:\.\d{1,5}){0,3}$/.test(version))) return undefined;
  return version === undefined ? { kind, id } : { kind, id, version };
}

/** What a reader calls a facet: `Docker 20.10.7`, `CentOS 7`, `overlay2`. */
export function facetName({ id, version }: Facet): string {
  const name = engineNames[id] ?? systemNames[id] ?? id;
  return version === undefined ? name : `${name} ${version}`;
}

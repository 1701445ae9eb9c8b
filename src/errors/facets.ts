import { engineNames, facetText } from './facet.ts';
import type { Facet } from './facet.ts';

/** How sure a version is that of the engine: a client may be older than what it talks to. */
type Rank = 'client' | 'named' | 'server';
const ranks: readonly Rank[] = ['client', 'named', 'server'];

interface ReadVersion {
  engine: string;
  version: string;
  rank: Rank;
}

const number = String.raw`v?(\d{1,4}(?:\.\d{1,5}){0,3})(?![\d.]*\s?[kmgt]i?b\b)`;
const dotted = String.raw`v?(\d{1,4}(?:\.\d{1,5}){1,3})(?![\d.]*\s?[kmgt]i?b\b)`;
const apart = String.raw`[ \t]{1,3}`;
/** Not the middle of a path, an address, a word or the name of an image. */
const start = String.raw`(?<![\w./:@-])`;

/** Where a version follows the name of its engine. Every repetition has an end, so that each text is read in linear time. */
const versionsOf: readonly (readonly [engine: string, rank: Rank, pattern: RegExp])[] = [
  ['docker', 'server', /"?server ?version"?[ \t]{0,20}[:=][ \t]{0,20}"?v?(\d{1,4}(?:\.\d{1,5}){1,3})/gi],
  ['docker', 'client', /"?client ?version"?[ \t]{0,20}[:=][ \t]{0,20}"?v?(\d{1,4}(?:\.\d{1,5}){1,3})/gi],
  ['docker', 'server', /"Name": ?"Engine", ?"Version": ?"(\d{1,4}(?:\.\d{1,5}){1,3})/g],
  ['docker', 'server', /docker:\/\/v?(\d{1,4}(?:\.\d{1,5}){1,3})/gi],
  ['docker', 'server', /\bdocker daemon: (\d{1,4}(?:\.\d{1,5}){1,3})/gi],
  [
    'docker',
    'named',
    new RegExp(
      `${start}docker(?:d|\\.io|[ -]ce|[ -]ee|[ -]engine|[ -]server|[ -]daemon)?(?: - community)?(?:,? ?versions?)?(?:${apart}|[ \\t]{0,2}[:=][ \\t]{0,2}|-)(?:\\d:)?${dotted}`,
      'gi',
    ),
  ],
  ['docker', 'named', new RegExp(`${start}docker ${number}(?![\\w.:-])`, 'gi')],
  ['containerd', 'server', /"Name": ?"containerd", ?"Version": ?"v?(\d{1,4}(?:\.\d{1,5}){1,3})/g],
  ['containerd', 'server', /containerd:\/\/v?(\d{1,4}(?:\.\d{1,5}){1,3})/gi],
  ['containerd', 'server', /starting containerd"[^\n]{0,80}version="?v?(\d{1,4}(?:\.\d{1,5}){1,3})/gi],
  ['containerd', 'server', /RuntimeName: {1,4}containerd\s{1,4}RuntimeVersion: {1,4}v?(\d{1,4}(?:\.\d{1,5}){1,3})/g],
  [
    'containerd',
    'named',
    new RegExp(
      `${start}containerd(?:\\.io)?(?: (?:containerd\\.io|github\\.com/containerd/containerd(?:/v\\d)?))?(?:,? ?version:?)?(?:${apart}|[:=] ?|-)${dotted}`,
      'gi',
    ),
  ],
  ['podman', 'server', /"?APIVersion"?[ \t]{0,4}:[ \t]{0,20}"?v?(\d{1,4}(?:\.\d{1,5}){1,3})/g],
  ['podman', 'named', new RegExp(`${start}podman(?:,? ?version:?)?(?:${apart}|[:=] ?|-)${dotted}`, 'gi')],
  ['podman', 'named', new RegExp(`${start}podman ${number}(?![\\w.:-])`, 'gi')],
  ['cri-o', 'server', /cri-?o:\/\/v?(\d{1,4}(?:\.\d{1,5}){1,3})/gi],
  ['cri-o', 'server', /RuntimeName: {1,4}cri-o\s{1,4}RuntimeVersion: {1,4}v?(\d{1,4}(?:\.\d{1,5}){1,3})/g],
  ['cri-o', 'named', new RegExp(`${start}cri-?o(?:,? ?version:?)?(?:${apart}|[:=] ?|-)${dotted}`, 'gi')],
  [
    'kubernetes',
    'named',
    new RegExp(
      `${start}(?:kubelet|kubernetes|k8s|k3s|rke2)(?:,? ?version"?:?)?(?:${apart}|[:=] ?|-)"?(?:kubernetes )?${dotted}`,
      'gi',
    ),
  ],
];

/** The names of engines where somebody speaks of them; not `/var/lib/docker`, `docker.io/library/…` or `docker-compose`. */
const namesOfEngines: readonly (readonly [engine: string, name: RegExp])[] = [
  ['docker', /(?<![\w./-])docker(?:d|-ce|-ee)?(?![\w/]|[.:-][\w/])/i],
  ['containerd', /(?<![\w./-])containerd(?![\w/]|[.:-][\w/])/i],
  ['podman', /(?<![\w./-])podman(?![\w/]|[.:-][\w/])/i],
  ['cri-o', /(?<![\w./-])(?:cri-o|crio)(?![\w/]|[.:-][\w/])/i],
  ['kubernetes', /(?<![\w./-])(?:kubelet|kubernetes|k8s)(?![\w/]|[.:-][\w/])/i],
];

/** Names of drivers; a text that nobody pasted may have them anywhere, and a log only where a driver is meant. */
const drivers = String.raw`fuse-overlayfs|overlay2|overlayfs|overlay|device-?mapper|devmapper|btrfs|zfs|aufs|windowsfilter|stargz|vfs`;
const statedDrivers: readonly RegExp[] = [
  new RegExp(
    `(?:storage|graph)[ _-]?driver(?:s|name)?\\\\?["']?(?:[ \\t]{0,20}[:=(][ \\t]{0,20}|${apart})\\\\?[["']{0,2}(${drivers})(?![a-z\\d])`,
    'gi',
  ),
  new RegExp(`graphdriver\\(s\\)=(${drivers})(?![a-z\\d])`, 'gi'),
  new RegExp(`snapshotter"?[ \\t]{0,4}[:=][ \\t]{0,4}\\\\?["']?(${drivers})(?![a-z\\d])`, 'gi'),
  new RegExp(`"Driver": ?"(${drivers})"`, 'g'),
  new RegExp(`/(?:var/lib/docker|containers/storage)/(${drivers})(?=[/-])`, 'gi'),
  /io\.containerd\.snapshotter\.v1\.(overlayfs|devmapper|btrfs|zfs|stargz)\b/gi,
  /(?<![\w-])(devmapper):/gi,
];
const anyDriver = new RegExp(String.raw`(?<![\w/.-])(${drivers})(?![\w/-]|\.\w)`, 'gi');

const release = String.raw`(?:[ \t]{1,3}(?:release |version )?v?(\d{1,4}(?:\.\d{1,4}){0,2})(?![\d.]*\s?[kmgt]i?b\b))`;
/** A name of a system; a colon behind it would make it an image, and a slash a repository. */
const system = (name: string, isNumbered = true) =>
  new RegExp(`(?<![\\w./:@-])(?:${name})${release}${isNumbered ? '' : '?'}(?![:/\\w-])`, 'gi');
/** Several words make a name on its own; `debian` alone may be any image. */
const systems: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['ubuntu', system('ubuntu(?: linux)?')],
  ['debian', system('debian(?: gnu/linux)?')],
  ['centos', system('centos(?: linux| stream)?')],
  ['rhel', system('rhel|red ?hat(?: enterprise linux)?(?: (?:server|workstation|coreos))?')],
  ['rocky', system('rocky(?: linux)?')],
  ['alma', system('alma ?linux')],
  ['oracle', system('oracle linux(?: server)?')],
  ['fedora', system('fedora(?: linux| coreos)?')],
  ['amazon', system('amazon linux(?: ami)?')],
  ['alpine', system('alpine(?: linux)?')],
  ['suse', system('opensuse(?: leap| tumbleweed)?|suse linux enterprise server|sles')],
  ['arch', system('arch linux', false)],
  ['flatcar', system('flatcar(?: container linux)?(?: by kinvolk)?', false)],
  ['macos', system('macos|mac os x|docker desktop for mac|docker for mac', false)],
  [
    'windows',
    system('microsoft windows(?: server)?|windows(?: server)?|docker desktop for windows|docker for windows', false),
  ],
  // Kernels that say whose they are; the same letters in the name of a package may be those of an image.
  ['el', /(?<![\w.-])(?:kernel-)?[2-7]\.\d{1,3}\.\d{1,3}-[\d.]{1,30}\.el(\d{1,2})/g],
  ['fedora', /(?<![\w.-])(?:kernel-)?[2-7]\.\d{1,3}\.\d{1,3}-[\d.]{1,30}\.fc(\d{1,2})/g],
  ['amazon', /(?<![\w.-])[4-7]\.\d{1,3}\.\d{1,3}-[\d.]{1,30}\.amzn(\d{1,4})/g],
  ['windows', /microsoft-standard|(?<![\w-])wsl ?2?(?![\w-])/gi],
  ['windows', /"?OSType"?: ?"?windows\b/g],
];

/**
 * What a text says about the machine that it comes from, each thing once: `Docker version 20.10.7`, `Storage Driver:
 * devicemapper`, `Ubuntu 18.04`, a kernel of `el7`. Of several versions of one engine those of the server count, not those
 * of a client. Names of drivers count anywhere in `typed` words, and in a log only where a driver is meant: the disk below
 * may well be btrfs. What is not said is not in the answer. Takes time in proportion to the text.
 */
export function facetsIn(text: string, typed: boolean): Facet[] {
  return [...enginesIn(text), ...driversIn(text, typed), ...systemsIn(text)];
}

function enginesIn(text: string): Facet[] {
  const read = [
    ...versionsOf.flatMap(([engine, rank, pattern]) => readVersions(text, engine, rank, pattern)),
    ...inSections(text),
  ];
  return Object.keys(engineNames).flatMap((engine) => {
    const own = read.filter((one) => one.engine === engine && isRelease(one));
    const best = ranks.findLast((rank) => own.some((one) => one.rank === rank));
    const versions = distinct(own.filter(({ rank }) => rank === best).map(({ version }) => version));
    if (versions.length > 0) return versions.map((version): Facet => ({ kind: 'engine', id: engine, version }));
    const named = namesOfEngines.some(([id, name]) => id === engine && name.test(text));
    return named ? [{ kind: 'engine', id: engine } satisfies Facet] : [];
  });
}

function readVersions(text: string, engine: string, rank: Rank, pattern: RegExp): ReadVersion[] {
  return [...text.matchAll(pattern)].flatMap(([, version]) =>
    version === undefined ? [] : [{ engine, version, rank }],
  );
}

/** Docker had 1.13 and then 17.03; what has a number between them is its Desktop or its Compose. */
function isRelease({ engine, version }: ReadVersion): boolean {
  const major = Number.parseInt(version, 10);
  if (engine === 'docker') return major <= 1 || (major >= 17 && major < 100);
  return major < 100;
}

/** The sections of `docker version` and `podman version`: which program a line `Version: 20.10.7` is about. */
const heads: readonly (readonly [head: RegExp, engine: string | undefined, rank: Rank])[] = [
  [/^\s{0,8}Client:\s{1,20}Podman/i, 'podman', 'client'],
  [/^\s{0,8}Server:\s{1,20}Podman/i, 'podman', 'server'],
  [/^\s{0,8}Client:/i, 'docker', 'client'],
  [/^\s{0,8}(?:Server|Engine):/i, 'docker', 'server'],
  [/^\s{0,8}containerd:/i, 'containerd', 'server'],
  [/\bpodman version\s*$/i, 'podman', 'named'],
  [/^\s{0,8}[\w-]{1,20}:\s*$/, undefined, 'named'],
];

function inSections(text: string): ReadVersion[] {
  const found: ReadVersion[] = [];
  let section: { engine: string | undefined; rank: Rank } | undefined;
  for (const line of text.split('\n')) {
    if (line.length > 200) continue;
    const head = heads.find(([pattern]) => pattern.test(line));
    if (head !== undefined) section = { engine: head[1], rank: head[2] };
    const version = /^\s{0,8}Version:\s{1,20}v?(\d{1,4}(?:\.\d{1,5}){1,3})/.exec(line)?.[1];
    if (version !== undefined && section?.engine !== undefined) {
      found.push({ engine: section.engine, version, rank: section.rank });
    }
  }
  return found;
}

function driversIn(text: string, typed: boolean): Facet[] {
  const stated = statedDrivers.flatMap((pattern) => [...text.matchAll(pattern)]);
  const read = stated.length > 0 || !typed ? stated : [...text.matchAll(anyDriver)];
  return distinct(read.map(([, name = '']) => name.toLowerCase().replace(/^dev.*mapper$/, 'devicemapper'))).map(
    (id) => ({
      kind: 'driver',
      id,
    }),
  );
}

function systemsIn(text: string): Facet[] {
  const read = systems.flatMap(([id, pattern]) =>
    [...text.matchAll(pattern)].map(([, version]): Facet => ({
      kind: 'system',
      id,
      ...(version !== undefined && { version }),
    })),
  );
  const texts = distinct(read.map(facetText));
  // `Windows` beside `Windows 11` says nothing more.
  return texts
    .filter((one) => !texts.some((other) => other !== one && other.startsWith(`${one} `)))
    .flatMap((one) => read.find((facet) => facetText(facet) === one) ?? []);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

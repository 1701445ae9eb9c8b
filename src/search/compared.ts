import { filled } from '../site/filled.ts';
import { site } from '../site.config.ts';
import { href, pathOf } from '../site/urls.ts';
import * as words from '../site/words.ts';
import type { FoundPage } from './full-text.ts';

const engines = ['docker', 'containers', 'containerd'] as const;
type Engine = (typeof engines)[number];

/** What each engine calls a driver, by the name under which most people know it. */
const drivers: Readonly<Record<string, Partial<Record<Engine, string>>>> = {
  'any overlay': { docker: 'overlay2', containers: 'overlay', containerd: 'overlayfs' },
  overlay2: { docker: 'overlay2', containers: 'overlay' },
  overlay: { docker: 'overlay', containers: 'overlay', containerd: 'overlayfs' },
  overlayfs: { containers: 'overlay', containerd: 'overlayfs' },
  'fuse-overlayfs': { docker: 'fuse-overlayfs', containers: 'overlay-fuse', containerd: 'fuse-overlayfs' },
  devicemapper: { docker: 'devicemapper', containers: 'devicemapper', containerd: 'devmapper' },
  btrfs: { docker: 'btrfs', containers: 'btrfs', containerd: 'btrfs' },
  zfs: { docker: 'zfs', containers: 'zfs', containerd: 'zfs' },
  aufs: { docker: 'aufs', containers: 'aufs' },
  vfs: { docker: 'vfs', containers: 'vfs', containerd: 'native' },
  windowsfilter: { docker: 'windowsfilter' },
  composefs: { containers: 'composefs' },
  stargz: { containerd: 'stargz' },
  nydus: { containerd: 'nydus' },
  soci: { containerd: 'soci' },
  erofs: { containerd: 'erofs' },
};

const named =
  /(?<![a-z\d])(?:(docker|podman|cri-?o|buildah|containerd|nerdctl)(?:'s)? +)?(fuse[- ]?overlay(?:fs)?|overlay(?:fs)?[- ]?2|overlay(?:fs)?|device[- ]?mapper|devmapper|btrfs|zfs|aufs|vfs|windowsfilter|composefs|e?stargz|nydus|soci|erofs)(?![a-z\d])/gi;

/**
 * The table of the drivers that typed words ask to compare, as a result before all others; undefined if they name fewer than
 * two. `overlay` beside `overlay2` is the older driver, and alone what all call so today.
 */
export function comparisonFor(text: string): FoundPage | undefined {
  const found = [...text.matchAll(named)].map(([, engine, name = '']) => ({ engine, name, known: knownName(name) }));
  const isOverlay2Named = found.some(({ known }) => known === 'overlay2');
  const asWritten = new Map<string, string>();
  for (const { engine, name, known } of found) {
    const id = idOf(
      !isOverlay2Named && /^overlay(?:fs)?$/.test(known) ? 'any overlay' : known,
      engineOf(engine ?? text),
    );
    if (id !== undefined && !asWritten.has(id)) asWritten.set(id, engine === undefined ? name : `${engine} ${name}`);
  }
  if (asWritten.size < 2) return undefined;
  return {
    title: filled(words.compareNamed, { drivers: new Intl.ListFormat(site.language).format(asWritten.values()) }),
    url: `${href(pathOf.drivers)}?drivers=${[...asWritten.keys()].join(',')}#compare`,
    kind: 'driver',
    excerpt: [{ text: words.factByFact, marked: false }],
    parts: [],
  };
}

/** The name in `drivers` that is meant by a written one. */
function knownName(written: string): string {
  const name = written.toLowerCase();
  if (name.startsWith('fuse')) return 'fuse-overlayfs';
  if (name.startsWith('dev')) return 'devicemapper';
  return name.replace(/^overlay(?:fs)?[- ]?2$/, 'overlay2').replace('estargz', 'stargz');
}

/** The engine that a text names: that of Podman, CRI-O and Buildah is their library. */
function engineOf(text: string): Engine {
  if (/podman|cri-?o\b|buildah/i.test(text)) return 'containers';
  return /containerd|nerdctl|kubernetes|k[38]s/i.test(text) ? 'containerd' : 'docker';
}

/** The driver of that name that the engine has, or else another one. */
function idOf(name: string, engine: Engine): string | undefined {
  const inEngines = drivers[name] ?? {};
  const has = [engine, ...engines].find((one) => inEngines[one] !== undefined);
  return has === undefined ? undefined : `${has}-${inEngines[has]}`;
}

import { isInRange, rangesMeet } from '../drivers/range.ts';
import { driverKindsIn } from './driver-kinds.ts';
import type { Facet } from './facet.ts';

/** Where a known error can come from. */
export interface Scope {
  /** Ids of the engines that print it. */
  engines: readonly string[];
  /** Kinds of drivers that it is known with; none means any. */
  drivers: readonly string[];
  /** By engine, the releases that print it, where that is known. */
  versions?: Readonly<Record<string, string>>;
  /** Kinds of systems that have it; nothing means any. */
  systems?: readonly string[];
}

/** What is known of a driver's time. */
export interface DriverTime {
  id: string;
  engine: string;
  /** First release with it, and the first one without it. Undefined where nobody knows, or where it is still there. */
  introduced?: string | undefined;
  removed?: string | undefined;
}

/**
 * The scope of an error with this front matter. Where nothing is said of an engine's releases, those that have one of the
 * error's drivers count, if all of its drivers are that engine's own.
 */
export function scopeOf(
  error: {
    engines: readonly string[];
    drivers: readonly string[];
    versions?: Readonly<Record<string, string>> | undefined;
    systems?: readonly string[] | undefined;
  },
  drivers: readonly DriverTime[],
): Scope {
  const own = drivers.filter(({ id }) => error.drivers.includes(id));
  const [engine] = own.map((driver) => driver.engine);
  const derived =
    engine !== undefined && own.length === error.drivers.length && own.every((driver) => driver.engine === engine)
      ? rangeOf(own)
      : undefined;
  const versions = { ...(engine !== undefined && derived !== undefined && { [engine]: derived }), ...error.versions };
  return {
    engines: error.engines,
    drivers: driverKindsIn(error.drivers.join(' ')),
    ...(Object.keys(versions).length > 0 && { versions }),
    ...(error.systems !== undefined && { systems: error.systems }),
  };
}

/** The releases that have one of these drivers; undefined if that may be any. */
function rangeOf(drivers: readonly DriverTime[]): string | undefined {
  const stretches = drivers.map(({ introduced, removed }) =>
    [...(introduced === undefined ? [] : [`>=${introduced}`]), ...(removed === undefined ? [] : [`<${removed}`])].join(
      ' ',
    ),
  );
  return stretches.includes('') ? undefined : [...new Set(stretches)].join(' || ');
}

/** Engines whose words stand in what another one prints, because it brings them or runs on them. */
const printedBy: Readonly<Record<string, readonly string[]>> = {
  docker: ['docker', 'containerd', 'kubernetes', 'linux'],
  containerd: ['containerd', 'docker', 'kubernetes', 'linux'],
  podman: ['podman', 'containers-storage', 'linux'],
  'cri-o': ['cri-o', 'containers-storage', 'kubernetes', 'linux'],
  kubernetes: ['kubernetes', 'docker', 'containerd', 'cri-o', 'containers-storage', 'linux'],
};

/** Docker brings a containerd, so what its release can't print doesn't come from there either. */
const broughtBy: Readonly<Record<string, string>> = { containerd: 'docker' };

/** Why an error can't come from a machine, as far as is known: what it is about, and in which way. */
export interface Doubt {
  /** `version`: other releases print it; `unknown`: it is not known there; `system`: it needs another system. */
  kind: 'version' | 'unknown' | 'system';
  facet: Facet;
}

/**
 * The reason why an error of `scope` does not apply to a machine with `facets`; undefined if it may, which it also may where
 * nothing is known. Several engines, drivers or systems are alternatives: one that fits is enough.
 */
export function doubtAbout(scope: Scope, facets: readonly Facet[]): Doubt | undefined {
  return (
    engineDoubt(scope, of('engine', facets)) ??
    driverDoubt(scope, of('driver', facets)) ??
    systemDoubt(scope, of('system', facets))
  );
}

function of(kind: Facet['kind'], facets: readonly Facet[]): Facet[] {
  return facets.filter((facet) => facet.kind === kind);
}

function engineDoubt({ engines, versions = {} }: Scope, facets: readonly Facet[]): Doubt | undefined {
  const judged = [...new Set(facets.map(({ id }) => id))].map((id) => {
    const own = facets.filter((facet) => facet.id === id);
    const range = versions[id];
    const outside =
      range === undefined ? [] : own.filter(({ version }) => version !== undefined && !mayBeIn(version, range));
    const facet = outside[0] ?? own[0];
    if (outside.length > 0 && outside.length === own.length) return { id, facet, says: 'version' as const };
    if (engines.includes(id)) return { id, facet, says: 'fits' as const };
    const isPrinted = printedBy[id]?.some((engine) => engines.includes(engine)) ?? true;
    return { id, facet, says: isPrinted ? ('perhaps' as const) : ('unknown' as const) };
  });
  const old = judged.filter(({ says }) => says === 'version').map(({ id }) => id);
  if (judged.some(({ id, says }) => says === 'fits' && !old.includes(broughtBy[id] ?? ''))) return undefined;
  const version = judged.find(({ says }) => says === 'version')?.facet;
  if (version !== undefined) return { kind: 'version', facet: version };
  const [first] = judged;
  return first?.facet !== undefined && judged.every(({ says }) => says === 'unknown')
    ? { kind: 'unknown', facet: first.facet }
    : undefined;
}

/** Whether a release that is known by `version`, perhaps not to its last number, may be in `range`. */
function mayBeIn(version: string, range: string): boolean {
  const parts = version.split('.');
  if (parts.length > 2) return isInRange(version, range);
  const next = [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.');
  return rangesMeet(`>=${version} <${next}`, range);
}

function driverDoubt({ drivers }: Scope, facets: readonly Facet[]): Doubt | undefined {
  const [first] = facets;
  if (first === undefined || drivers.length === 0) return undefined;
  const kinds = facets.flatMap(({ id }) => driverKindsIn(id));
  return kinds.some((kind) => drivers.includes(kind)) ? undefined : { kind: 'unknown', facet: first };
}

function systemDoubt({ systems }: Scope, facets: readonly Facet[]): Doubt | undefined {
  const [first] = facets;
  if (first === undefined || systems === undefined) return undefined;
  const kinds = facets.map(({ id }) => (id === 'windows' || id === 'macos' ? id : 'linux'));
  return kinds.some((kind) => systems.includes(kind)) ? undefined : { kind: 'system', facet: first };
}

/** A found error, with the reason why it can't come from the reader's machine, if there is one. */
export type Judged<Found> = Found & { doubt?: Doubt };

/**
 * `found` in its order, but those that do not apply to a machine with `facets` behind the others. That an error is not known
 * somewhere says nothing against a message that stands in the text to the letter, unless the reader has `chosen` the facet.
 */
export function applicableFirst<Found extends { error: string; kind: 'certain' | 'alike' }>(
  found: readonly Found[],
  scopes: Readonly<Record<string, Scope>>,
  facets: readonly Facet[],
  chosen: readonly Facet[] = [],
): Judged<Found>[] {
  const judged = found.map((one): Judged<Found> => {
    const scope = scopes[one.error];
    const doubt = scope && doubtAbout(scope, facets);
    if (doubt === undefined) return one;
    const isTold = one.kind === 'certain' && doubt.kind === 'unknown' && !chosen.includes(doubt.facet);
    return isTold ? one : { ...one, doubt };
  });
  return judged.toSorted((a, b) => Number(a.doubt !== undefined) - Number(b.doubt !== undefined));
}

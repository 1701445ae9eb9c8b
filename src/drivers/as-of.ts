import { formatDate } from '../site/dates.ts';
import { compareVersions, isInRange, isWithin } from './version.ts';
import type { Driver, Fact } from './schema.ts';

/** Days of releases by version, of every project that numbers drivers, by its id. */
export type Releases = Readonly<Record<string, { name: string; releases: Readonly<Record<string, string>> }>>;

/** A day of the past, or the day of one release. */
export interface Moment {
  /** `2014-07-24` */
  day: string;
  /** The release by which it was named, if it was. */
  release?: { project: string; version: string };
}

/** What became of a driver at a moment. */
export type Presence = 'there' | 'not-yet' | 'gone';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The moment that a reader names: `2014-07-24`, `24 July 2014`, `July 2014`, `2014-07`, `2014`, `Docker 17.06` or
 * `docker@17.06`. A month or a year means its last day, a release without a day of its own the last one before it.
 * Undefined if it is none of these, or no release of that project is as old.
 */
export function parseMoment(text: string, releases: Releases): Moment | undefined {
  const words = text.trim().toLowerCase();
  const [, project, version] = /^([a-z][a-z .-]*?)(?: engine)?[ @]v?(\d+(?:\.\d+)*)(?:-ce)?$/.exec(words) ?? [];
  const month = months.indexOf(words.replace(/^\d+\.? /, '').slice(0, 3));
  if (project !== undefined && version !== undefined && (month < 0 || projectNamed(project, releases))) {
    return momentOfRelease(project, version, releases);
  }
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(words);
  const named = /^(?:(\d{1,2})\.? )?[a-z]{3,9}\.?,? (\d{4})$/.exec(words);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  if (named === null || month < 0) return undefined;
  return dayOf(named[2], String(month + 1).padStart(2, '0'), named[1]?.padStart(2, '0'));
}

function dayOf(year = '', month = '12', day?: string): Moment | undefined {
  const last = new Date(Date.UTC(Number(year), Number(month), 0));
  const date = day === undefined ? last : new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number(month) > 12 || Number.isNaN(date.getTime()) || date > last) return undefined;
  return { day: date.toISOString().slice(0, 10) };
}

function projectNamed(words: string, releases: Releases): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/ engine$|[^a-z]/g, '');
  return Object.keys(releases).find((id) =>
    [id, releases[id]?.name ?? ''].some((name) => plain(name) === plain(words)),
  );
}

function momentOfRelease(words: string, version: string, releases: Releases): Moment | undefined {
  const project = projectNamed(words, releases);
  if (project === undefined) return undefined;
  // `17.06` means its first release: what came with a later patch was not there yet.
  const known = Object.entries(releases[project]?.releases ?? {}).toSorted(([a], [b]) => compareVersions(a, b));
  const at =
    known.find(([name]) => compareVersions(name, version) === 0) ??
    known.findLast(([name]) => compareVersions(name, version) < 0);
  return at === undefined ? undefined : { day: at[1], release: { project, version } };
}

/** The newest release of `project` at `moment`; undefined if it had none yet. */
export function releaseAt(project: string, moment: Moment, releases: Releases): string | undefined {
  if (moment.release?.project === project) return moment.release.version;
  return Object.entries(releases[project]?.releases ?? {})
    .filter(([, day]) => day <= moment.day)
    .map(([version]) => version)
    .toSorted(compareVersions)
    .at(-1);
}

/** A moment as a reader would write it: `24 July 2014`, or `Docker Engine 17.06 (28 June 2017)`. */
export function momentInWords({ day, release }: Moment, releases: Releases): string {
  const date = formatDate(new Date(day));
  return release === undefined
    ? date
    : `${releases[release.project]?.name ?? release.project} ${release.version} (${date})`;
}

/** The project whose releases number a driver's versions. */
export function numberedBy({ engine, versions = engine }: Pick<Driver, 'engine' | 'versions'>): string {
  return versions;
}

/** Whether a driver was in release `version` of the project that numbers it; no version means before its first. */
export function presenceIn(driver: Driver, version: string | undefined): Presence {
  const introduced = versionIn(driver.facts['introduced']);
  if (version === undefined || (introduced !== undefined && compareVersions(version, introduced) < 0)) return 'not-yet';
  const removed = versionIn(driver.facts['removed']);
  return removed !== undefined && compareVersions(version, removed) >= 0 ? 'gone' : 'there';
}

/** The version that a fact like `removed` gives; undefined for `none`, unknown and the like. */
export function versionIn(fact: Fact | undefined): string | undefined {
  const value = fact?.value.kind === 'known' ? fact.value.value : undefined;
  return typeof value === 'string' && /^\d/.test(value) ? value : undefined;
}

/**
 * What held for `driver` in release `version`: the fact, or the part of its past that covers the release.
 * Facts that count releases themselves (status, deprecated, removed, default_in) are worked out from these counts.
 * A fact without `since` is taken to hold for all releases; one whose past is not on record is unknown.
 */
export function factIn(driver: Driver, key: string, version: string): Fact | undefined {
  const fact = driver.facts[key];
  if (fact === undefined) return undefined;
  if (key === 'status') return statusIn(driver, fact, version);
  const limit = key === 'deprecated' || key === 'removed' ? versionIn(fact) : undefined;
  if (limit !== undefined) {
    return compareVersions(version, limit) < 0
      ? { ...fact, value: { kind: 'known', value: 'none' }, note: undefined }
      : fact;
  }
  const holds = [fact, ...(fact.earlier ?? [])].find(
    ({ since, until }) =>
      (since === undefined || compareVersions(version, since) >= 0) &&
      (until === undefined || isWithin(version, until)),
  );
  return (
    holds ?? {
      value: { kind: 'unknown' },
      note: `Nobody has looked up what held before ${fact.since ?? 'the release in the note'}.`,
      checked: fact.checked,
      confidence: 'unverified',
    }
  );
}

/** Words of the fact `status` that a past release can have without being written in any file. */
export const computedStatus = ['default', 'supported', 'deprecated'] as const;

function statusIn(driver: Driver, fact: Fact, version: string): Fact {
  const { deprecated, default_in: defaultIn, introduced = fact } = driver.facts;
  const said = (from: Fact, value: (typeof computedStatus)[number]): Fact => ({
    ...from,
    value: { kind: 'known', value },
    note: undefined,
    since: undefined,
  });
  const since = versionIn(deprecated);
  if (deprecated !== undefined && since !== undefined && compareVersions(version, since) >= 0)
    return said(deprecated, 'deprecated');
  const range = defaultIn?.value.kind === 'known' ? String(defaultIn.value.value) : 'none';
  if (defaultIn !== undefined && isInRange(version, range)) return said(defaultIn, 'default');
  if (fact.since === undefined ? isLasting(fact) : compareVersions(version, fact.since) >= 0) return fact;
  return said(introduced, 'supported');
}

/** Words that say what a driver is rather than where it stands in its life. */
function isLasting({ value }: Fact): boolean {
  return value.kind === 'known' && ['experimental', 'external-plugin', 'supported'].includes(String(value.value));
}

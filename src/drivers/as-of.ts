import { isInRange, isWithin } from './range.ts';
import { compareVersions } from './version.ts';
import type { Driver, Fact } from './schema.ts';
import { filled } from '../site/filled.ts';
import * as words from '../site/words.ts';

/** What became of a driver at a moment. */
export type Presence = 'there' | 'not-yet' | 'gone';

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
  const value = fact?.value;
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
    return compareVersions(version, limit) < 0 ? { ...fact, value: 'none', note: undefined } : fact;
  }
  const holds = [fact, ...(fact.earlier ?? [])].find(
    ({ since, until }) =>
      (since === undefined || compareVersions(version, since) >= 0) &&
      (until === undefined || isWithin(version, until)),
  );
  return (
    holds ?? {
      value: 'unknown',
      note: filled(words.notLookedUp, { version: fact.since ?? words.releaseInNote }),
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
    value,
    note: undefined,
    since: undefined,
  });
  const since = versionIn(deprecated);
  if (deprecated !== undefined && since !== undefined && compareVersions(version, since) >= 0)
    return said(deprecated, 'deprecated');
  const range = String(defaultIn?.value);
  if (defaultIn !== undefined && isInRange(version, range)) return said(defaultIn, 'default');
  if (fact.since === undefined ? isLasting(fact) : compareVersions(version, fact.since) >= 0) return fact;
  return said(introduced, 'supported');
}

/** Words that say what a driver is rather than where it stands in its life. */
function isLasting({ value }: Fact): boolean {
  return ['experimental', 'external-plugin', 'supported'].includes(String(value));
}

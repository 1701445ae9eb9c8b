import { releaseAt } from './release-at.ts';
import type { Moment, Releases } from './release-at.ts';
import { compareVersions } from './version.ts';

/** What a cell said, ready to be shown, until a release in which it says something else; none for what it says now. */
export interface Stretch {
  kind: 'known' | 'unknown' | 'not-applicable' | 'not-yet' | 'gone';
  text: string;
  /** The first release of the project that numbers the driver in which it holds no more. */
  until?: string;
  note: string;
  source?: string | undefined;
  checked: string;
}

/** What the table needs to show the past: answers by release, so that no fact has to be read under the reader's hand. */
export interface History {
  /** By driver and fact key, oldest first; the first stretch also holds before the first release. */
  drivers: Record<string, Record<string, Stretch[]>>;
  /** By driver, the project whose releases number it. */
  numberedBy: Record<string, string>;
  /** Days of releases. */
  releases: Releases;
}

/** What `driver` answered to `key` at `moment`; undefined for drivers and keys that `history` does not have. */
export function stretchAt(
  { drivers, numberedBy, releases }: History,
  driver: string,
  key: string,
  moment: Moment,
): Stretch | undefined {
  const version = releaseAt(numberedBy[driver] ?? '', moment, releases);
  return drivers[driver]?.[key]?.find(
    ({ until }) => version === undefined || until === undefined || compareVersions(version, until) < 0,
  );
}

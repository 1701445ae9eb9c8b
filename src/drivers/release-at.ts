/** Apart from moment.ts, because the chooser needs this and nothing of how readers write moments. */
import { compareVersions } from './version.ts';

/** Days of releases by version, oldest version first, of every project that numbers drivers, by its id. */
export type Releases = Readonly<Record<string, { name: string; releases: Readonly<Record<string, string>> }>>;

/** A day of the past, or the day of one release. */
export interface Moment {
  /** `2014-07-24` */
  day: string;
  /** The release by which it was named, if it was. */
  release?: { project: string; version: string };
}

/** The moment at which `version` of `project` came out, or the last one before it; undefined if none is as old. */
export function momentOf(project: string, version: string, releases: Releases): Moment | undefined {
  const at = Object.entries(releases[project]?.releases ?? {}).findLast(
    ([known]) => compareVersions(known, version) <= 0,
  );
  return at && { day: at[1], release: { project, version } };
}

/** The newest release of `project` at `moment`; undefined if it had none yet. */
export function releaseAt(project: string, moment: Moment, releases: Releases): string | undefined {
  if (moment.release?.project === project) return moment.release.version;
  const days = releases[project]?.releases ?? {};
  return Object.keys(days).findLast((version) => (days[version] ?? '') <= moment.day);
}

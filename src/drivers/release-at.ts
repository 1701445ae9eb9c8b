/** Apart from moment.ts, because the chooser needs this and nothing of how readers write moments. */
import type { Moment, Releases } from './moment.ts';
import { compareVersions } from './version.ts';

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

import { numberedBy } from './as-of.ts';
import { releaseAt } from './moment.ts';
import type { Releases } from './moment.ts';
import { cellOf, noteOf } from './comparison.ts';
import type { DriverEntry } from './comparison.ts';
import type { FactKey } from './schema.ts';
import type { History, Stretch } from './stretch.ts';

/** The history of all answers, worked out from the releases for which each fact holds. */
export function historyOf(drivers: readonly DriverEntry[], keys: readonly FactKey[], releases: Releases): History {
  const late = Object.entries(releases).map(([id, project]) => [id, lateReleases(project.releases)]);
  return {
    drivers: Object.fromEntries(
      drivers.map((driver) => {
        const steps = stepsOf(numberedBy(driver.data), releases);
        return [driver.id, Object.fromEntries(keys.map((key) => [key.key, stretches(driver, key, steps)]))];
      }),
    ),
    releases: Object.fromEntries(
      Object.entries(releases).map(([id, { name, releases: days }]) => [id, { name, releases: days }]),
    ),
    late: Object.fromEntries(late) as History['late'],
  };
}

/** A day on which the newest release of a project changed, and which one that is; undefined before the first. */
interface Step {
  day: string;
  version: string | undefined;
}

function stretches(driver: DriverEntry, key: FactKey, steps: readonly Step[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { day, version } of steps) {
    const cell = cellOf(driver, key, { version });
    const { text, kind, fact } = cell;
    const stretch: Stretch = { text, kind, note: noteOf(cell), source: fact.source, checked: fact.checked };
    const last = found.at(-1);
    if (last !== undefined && last.text === text && last.note === stretch.note && last.source === stretch.source)
      continue;
    if (last !== undefined) last.until = day;
    found.push(stretch);
  }
  return found;
}

function stepsOf(project: string, releases: Releases): Step[] {
  const days = [...new Set(Object.values(releases[project]?.releases ?? {}))].toSorted();
  const steps = days.map((day) => ({ day, version: releaseAt(project, { day }, releases) }));
  return [
    { day: '', version: undefined },
    ...steps.filter(({ version }, place) => version !== steps[place - 1]?.version),
  ];
}

/** `17.03.3` came out after `17.06.0`: whoever names it means what it was, not what the newest release of its day was. */
function lateReleases(releases: Readonly<Record<string, string>>): Record<string, string> {
  const late: Record<string, string> = {};
  let earliest = '9999-12-31';
  for (const [version, day] of Object.entries(releases).toReversed()) {
    if (day > earliest) late[version] = dayBefore(earliest);
    else earliest = day;
  }
  return late;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

import { numberedBy } from './as-of.ts';
import type { Releases } from './release-at.ts';
import { cellOf, noteOf } from './comparison.ts';
import type { DriverEntry } from './comparison.ts';
import type { FactKey } from './schema.ts';
import type { History, Stretch } from './stretch.ts';

/** The history of all answers, worked out from the releases for which each fact holds. */
export function historyOf(drivers: readonly DriverEntry[], keys: readonly FactKey[], releases: Releases): History {
  return {
    drivers: Object.fromEntries(
      drivers.map((driver) => {
        const versions = Object.keys(releases[numberedBy(driver.data)]?.releases ?? {});
        return [driver.id, Object.fromEntries(keys.map((key) => [key.key, stretches(driver, key, versions)]))];
      }),
    ),
    numberedBy: Object.fromEntries(drivers.map(({ id, data }) => [id, numberedBy(data)])),
    releases: Object.fromEntries(
      Object.entries(releases).map(([id, { name, releases: days }]) => [id, { name, releases: days }]),
    ),
  };
}

function stretches(driver: DriverEntry, key: FactKey, versions: readonly string[]): Stretch[] {
  const found: Stretch[] = [stretchIn(driver, key, undefined)];
  for (const version of versions) {
    const stretch = stretchIn(driver, key, version);
    const last = found.at(-1);
    if (
      last === undefined ||
      (last.text === stretch.text && last.note === stretch.note && last.source === stretch.source)
    )
      continue;
    last.until = version;
    found.push(stretch);
  }
  return found;
}

function stretchIn(driver: DriverEntry, key: FactKey, version: string | undefined): Stretch {
  const cell = cellOf(driver, key, { version });
  const { text, kind, fact } = cell;
  return { text, kind, note: noteOf(cell), source: fact.source, checked: fact.checked };
}

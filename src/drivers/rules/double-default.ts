import type { Content, DataPath, Entry, Rule } from '../../content-check/content.ts';
import { numberedBy } from '../as-of.ts';
import type { Driver, Engine } from '../schema.ts';
import { rangesMeet } from '../range.ts';

/** A driver's claim to be what a fresh install of an engine gets. */
interface Claim {
  engine: string;
  releases: string;
  /** Windows has a default of its own. */
  windows: boolean;
  entry: Entry;
  path: DataPath;
}

/** Finds two drivers that claim the default of the same release of an engine. */
export const doubleDefault: Rule = {
  name: 'double-default',
  description: 'In each release of an engine, one driver at most is the default.',
  check: (content) => [...twiceInFacts(content), ...content.entries.flatMap(twiceInTimeline)],
};

function twiceInFacts({ entries }: Content) {
  const claims = entries.flatMap((entry): Claim[] => {
    if (entry.collection !== 'drivers' || entry.value === undefined) return [];
    const driver = entry.value as Driver;
    const windows = driver.family === 'windows';
    const own = driver.facts['default_in']?.value;
    const uses = (driver.used_by ?? []).map(({ engine, default: releases = 'none' }, place) => ({
      engine,
      releases,
      windows,
      entry,
      path: ['used_by', place, 'default'],
    }));
    const releases = String(own);
    return [{ engine: numberedBy(driver), releases, windows, entry, path: ['facts', 'default_in', 'value'] }, ...uses];
  });
  return claims.flatMap(({ engine, releases, windows, entry, path }, place) => {
    const rival = claims
      .slice(0, place)
      .find((other) => other.engine === engine && other.windows === windows && rangesMeet(other.releases, releases));
    if (rival === undefined) return [];
    return [
      {
        source: entry.source,
        offset: entry.data.valueAt(path),
        message: `\`${rival.entry.id}\` claims to be the default of ${engine} in ${rival.releases} too.`,
        hint: 'Correct one of the two, so that their releases do not meet.',
      },
    ];
  });
}

function twiceInTimeline({ collection, source, data, value }: Entry) {
  if (collection !== 'engines' || value === undefined) return [];
  const seen = new Set<string>();
  return (value as Engine).events.flatMap(({ event, version, drivers = [] }, place) => {
    if (event !== 'default') return [];
    const again = seen.has(version) || drivers.length > 1;
    seen.add(version);
    if (!again) return [];
    return [
      {
        source,
        offset: data.keyAt(['events', place]),
        message: `${version} makes a second driver the default.`,
        hint: 'Only one driver is what a fresh install gets; call the other change `order`.',
      },
    ];
  });
}

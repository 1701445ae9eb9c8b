import type { Entry, Finding, Rule } from '../../content-check/content.ts';
import type { Driver, Engine } from '../schema.ts';
import { isWithin } from '../range.ts';
import { compareVersions } from '../version.ts';

/** Finds events, releases and earlier values that stand before what they come after. */
export const timelineOrder: Rule = {
  name: 'timeline-order',
  description: 'Events stand by day, releases by version, and what held earlier ended before what holds now began.',
  check: ({ entries }) =>
    entries.flatMap((entry) => {
      if (entry.value === undefined) return []; // The schema has spoken.
      if (entry.collection === 'engines') return [...eventsOf(entry), ...releasesOf(entry)];
      return entry.collection === 'drivers' ? factsOf(entry) : [];
    }),
};

function eventsOf({ source, data, value }: Entry): Finding[] {
  const { events } = value as Engine;
  return events.flatMap(({ date }, place) => {
    const before = events[place - 1]?.date ?? '';
    if (date >= before) return [];
    return [
      {
        source,
        offset: data.valueAt(['events', place, 'date']),
        message: `The event of ${date} stands after one of ${before}.`,
        hint: 'Put the events in the order of their days, oldest first.',
      },
    ];
  });
}

function releasesOf({ source, data, value }: Entry): Finding[] {
  const versions = Object.keys((value as Engine).releases);
  return versions.flatMap((version, place) => {
    const before = versions[place - 1];
    if (before === undefined || compareVersions(before, version) < 0) return [];
    return [
      {
        source,
        offset: data.keyAt(['releases', version]),
        message: `The release ${version} stands after ${before}.`,
        hint: 'Put the releases in the order of their versions, oldest first, each once.',
      },
    ];
  });
}

function factsOf({ source, data, value }: Entry): Finding[] {
  return Object.entries((value as Driver).facts).flatMap(([key, fact]) => {
    const ages = [fact, ...(fact.earlier ?? [])];
    return ages.flatMap(({ since, until }, age) => {
      const path = age === 0 ? ['facts', key] : ['facts', key, 'earlier', age - 1];
      const next = age === 0 ? undefined : ages[age - 1]?.since;
      const finding = (part: string, message: string, hint: string): Finding => ({
        source,
        offset: data.valueAt([...path, part]),
        message,
        hint,
      });
      if (since !== undefined && until !== undefined && compareVersions(until, since) < 0 && !isWithin(since, until)) {
        return [
          finding(
            'until',
            `The value ends in ${until}, before it begins in ${since}.`,
            'Swap the two, or correct one.',
          ),
        ];
      }
      if (age > 0 && next === undefined) {
        return [
          finding(
            'value',
            'An earlier value is followed by one that has always held.',
            'Give the later value its `since`.',
          ),
        ];
      }
      if (next !== undefined && since !== undefined && compareVersions(since, next) >= 0) {
        return [
          finding(
            'since',
            `The earlier value begins in ${since}, not before ${next}.`,
            'Write earlier values newest first, each before the one above it.',
          ),
        ];
      }
      if (next !== undefined && until !== undefined && isWithin(next, until)) {
        return [
          finding(
            'until',
            `The earlier value still holds in ${until}, when the next has begun in ${next}.`,
            `Write the last release before ${next}.`,
          ),
        ];
      }
      return [];
    });
  });
}

import { isoDay } from '../../site/dates.ts';
import type { DataPath, Rule } from '../content.ts';

/** Keys of the days on which somebody did something; `date` may lie ahead, and holds its article back. */
const pastKeys = ['checked', 'updated'];

/** Finds days on which somebody would have looked or changed something, and that are still to come: slips of the hand. */
export const futureDate: Rule = {
  name: 'future-date',
  description: 'The day of a check or an update is not still to come.',
  warns: 'always',
  check: ({ entries, today }) =>
    entries.flatMap(({ source, data }) =>
      daysIn(data.value, [])
        .filter(({ day }) => day > dayAfter(today))
        .map(({ day, path }) => ({
          source,
          offset: data.valueAt(path),
          message: `\`${String(path.at(-1))}\` is ${day}, which is still to come.`,
          hint: 'Write the day on which it was done.',
        })),
    ),
};

function daysIn(value: unknown, path: DataPath): { day: string; path: DataPath }[] {
  if (typeof value !== 'object' || value === null) return [];
  const items: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return items.flatMap(([key, item]) => {
    // Without quotes, YAML makes a date of it.
    const text = item instanceof Date && !Number.isNaN(item.getTime()) ? item.toISOString() : item;
    const [day] = typeof text === 'string' ? (/^\d{4}-\d\d-\d\d/.exec(text) ?? []) : [];
    if (day !== undefined && pastKeys.includes(String(key))) return [{ day, path: [...path, key] }];
    return daysIn(item, [...path, key]);
  });
}

/** East of Greenwich the next day has begun already. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return isoDay(date);
}

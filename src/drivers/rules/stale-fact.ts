import type { Rule } from '../../content-check/content.ts';
import { statementsOf } from './statements.ts';

const months = 18;

/** Finds statements at whose source nobody has looked for a year and a half. They may well be true still. */
export const staleFact: Rule = {
  name: 'stale-fact',
  description: `Every fact was read at its source within the last ${months} months.`,
  scope: 'file',
  warns: true,
  check: (content) =>
    statementsOf(content)
      .filter(
        ({ value: { checked } }) =>
          typeof checked === 'string' && /^\d{4}-\d\d-\d\d$/.test(checked) && checked < monthsBefore(content.today),
      )
      .map(({ entry, path, name, value }) => ({
        source: entry.source,
        offset: entry.data.valueAt([...path, 'checked']),
        message: `${name} was last checked on ${String(value.checked)}, more than ${months} months ago.`,
        hint: 'Read its source again, correct the fact if it has changed, and set `checked` to that day.',
      })),
};

function monthsBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

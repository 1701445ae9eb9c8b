import type { Content, Rule } from '../../content-check/content.ts';
import { statementsOf } from './statements.ts';
import type { Statement } from './statements.ts';

const months = 18;

/** Finds statements and pages at whose sources nobody has looked for a year and a half. They may well be true still. */
export const staleFact: Rule = {
  name: 'stale-fact',
  description: `Every fact and page was read at its source within the last ${months} months.`,
  scope: 'file',
  warns: 'always',
  check: (content) =>
    [...statementsOf(content), ...pagesOf(content)]
      .filter(
        ({ value: { checked } }) =>
          typeof checked === 'string' && /^\d{4}-\d\d-\d\d$/.test(checked) && checked < monthsBefore(content.today),
      )
      .map(({ entry, path, name, value }) => ({
        source: entry.source,
        offset: entry.data.valueAt([...path, 'checked']),
        message: `${name} was last checked on ${String(value.checked)}, more than ${months} months ago.`,
        hint: 'Read its source again, correct what has changed, and set `checked` to that day.',
      })),
};

/** Articles, guides and error pages, each of which says when it was held against its sources. */
function pagesOf({ entries }: Content): Statement[] {
  return entries
    .filter(({ collection }) => ['posts', 'docs', 'errors'].includes(collection))
    .flatMap((entry) => {
      const { value } = entry.data;
      return typeof value === 'object' && value !== null ? [{ entry, path: [], name: 'The page', value }] : [];
    });
}

function monthsBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

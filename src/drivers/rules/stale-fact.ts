import type { Rule } from '../../content-check/content.ts';
import { isStale, staleAfter, staleHint } from '../../content-check/stale.ts';
import { statementsOf } from './statements.ts';

/** Finds statements at whose source nobody has looked for so many months. They may well be true still. */
export const staleFactAfter = (months: number): Rule => ({
  name: 'stale-fact',
  description: `Every fact was read at its source within the last ${months} months.`,
  warns: 'always',
  check: (content) =>
    statementsOf(content)
      .filter(({ value: { checked } }) => isStale(checked, content.today, months))
      .map(({ entry, path, name, value }) => ({
        source: entry.source,
        offset: entry.data.valueAt([...path, 'checked']),
        message: `${name} was last checked on ${String(value.checked)}, more than ${months} months ago.`,
        hint: staleHint,
      })),
});

/** The same after a year and a half. */
export const staleFact = staleFactAfter(staleAfter);
